import type { Sampler } from './distributions';
import type { Stream } from './streams';

/** One draw for each subject: what `sampler` draws first from the subject's substream. */
export class KeyedDraws {
  constructor(
    private readonly stream: Stream,
    private readonly sampler: Sampler,
  ) {}

  /** The draw of a subject. Throws RangeError if it is not in [0, 2³²). */
  at(subject: number): number {
    return this.sampler.sample(this.stream.at(subject));
  }
}

/** One uniform inside (0, 1) for each subject: the first of the subject's substream. */
export class KeyedUniforms {
  constructor(private readonly stream: Stream) {}

  /** The uniform of a subject. Throws RangeError if it is not in [0, 2³²). */
  at(subject: number): number {
    return this.stream.at(subject).uniform();
  }
}
