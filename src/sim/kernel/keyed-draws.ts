import type { Sampler } from './distributions';
import type { Stream, Streams } from './streams';

/** A stream that is opened when first drawn from: a run uses few of the purposes there are. */
class LazyStream {
  #stream: Stream | null = null;

  constructor(
    private readonly streams: Streams,
    private readonly purpose: string,
    private readonly scope: string,
  ) {}

  protected get stream(): Stream {
    this.#stream ??= this.streams.stream(this.purpose, this.scope);
    return this.#stream;
  }
}

/** One draw for each subject: what `sampler` draws first from the subject's substream. */
export class KeyedDraws extends LazyStream {
  constructor(
    streams: Streams,
    purpose: string,
    scope: string,
    private readonly sampler: Sampler,
  ) {
    super(streams, purpose, scope);
  }

  /** The draw of a subject. Throws RangeError if it is not in [0, 2³²). */
  at(subject: number): number {
    return this.sampler.sample(this.stream.at(subject));
  }
}

/** Uniforms inside (0, 1) for each subject. */
export class KeyedUniforms extends LazyStream {
  /** The first uniform of a subject. `subject`: a whole number in [0, 2³²). */
  at(subject: number): number {
    return this.stream.first(subject);
  }

  /** The n-th uniform of a subject, from 0. Throws RangeError if it is not in [0, 2³²). */
  nth(subject: number, n: number): number {
    const stream = this.stream.at(subject);
    for (let i = 0; i < n; i++) stream.uniform();
    return stream.uniform();
  }
}
