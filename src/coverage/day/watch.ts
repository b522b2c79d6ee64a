import type { Eye } from '../eye';
import { checksOf, type Limits } from '../inspect/verdict';
import { viewOf } from '../inspect/view';
import { BODY_SIZES, type Person, TRUNK_RADIUS_M } from '../space/people';
import type { Sight } from '../space/sight';
import type { Target } from '../targets/targets';

/** A camera and a target, with what was last seen between them. */
interface Line {
  readonly eye: Eye;
  /** From the camera's foot towards the target's, of unit length, and how far that is, metres. */
  readonly ux: number;
  readonly uy: number;
  readonly lengthM: number;
  /** How far the target reaches to any side of its middle, metres. */
  readonly reachM: number;
  /** Who could have stood between, when it was last looked along. */
  key: string;
  passes: boolean;
  visibleShare: number;
  hiding: readonly Person[];
}

/**
 * A target that is watched all day. Solids never move: cameras that don't see it clearly in the
 * empty room never do, and the others are asked again only when somebody who could stand between
 * has moved. The answer is the same as if every camera were asked afresh with everybody in the room.
 */
export class Watch {
  /** Whether some camera keeps all limits in the empty room. */
  readonly emptyPasses: boolean;
  readonly #target: Target;
  readonly #limits: Limits;
  readonly #sight: Sight;
  readonly #lines: readonly Line[];
  /** The line that passed last: the likeliest to pass again. */
  #last = 0;

  /** @param sight of the room: whoever is in its crowd is sent away */
  constructor(target: Target, limits: Limits, eyes: readonly Eye[], sight: Sight) {
    this.#target = target;
    this.#limits = limits;
    this.#sight = sight;
    this.#lines = eyes
      .map((eye) => lineOf(eye, target))
      .filter((line) => {
        this.#look(line, [], -1);
        return line.passes;
      });
    this.emptyPasses = this.#lines.length > 0;
  }

  /**
   * Whether some camera keeps all limits now.
   *
   * @param own index of whose face it is, who is looked past; −1 for nobody
   */
  passes(people: readonly Person[], own: number): boolean {
    for (let n = 0; n < this.#lines.length; n++) {
      const i = (this.#last + n) % this.#lines.length;
      if (!this.#passesAlong(this.#lines[i]!, people, own)) continue;
      this.#last = i;
      return true;
    }
    return false;
  }

  /** Who hid the target when it last did not pass: from the camera that saw most of it. */
  hiding(): readonly Person[] {
    let best: Line | undefined;
    for (const line of this.#lines)
      if (best === undefined || line.visibleShare > best.visibleShare) best = line;
    return best?.hiding ?? [];
  }

  #passesAlong(line: Line, people: readonly Person[], own: number): boolean {
    let key = '';
    for (let i = 0; i < people.length; i++) {
      const person = people[i]!;
      if (i === own || !isBetween(line, this.#target, person)) continue;
      key += `${person.at[0]} ${person.at[1]} ${person.posture};`;
    }
    if (key === line.key) return line.passes;
    line.key = key;
    const near = people.filter((person, i) => i === own || isBetween(line, this.#target, person));
    this.#look(line, near, own < 0 ? -1 : near.indexOf(people[own]!));
    return line.passes;
  }

  /** Looks along a line with these people in the room. */
  #look(line: Line, people: readonly Person[], own: number): void {
    // Numbered, so that who hides the target is found again.
    this.#sight.crowd.set(
      people.map((person, i) => ({ ...person, owner: { kind: 'queue', id: String(i) } })),
    );
    const view = viewOf(line.eye, this.#target, this.#sight, own);
    line.passes =
      view.inPictureShare > 0 && checksOf(view, this.#limits).every(({ margin }) => margin >= 0);
    line.visibleShare = view.visibleShare;
    line.hiding = view.blockedBy
      .filter(({ kind }) => kind === 'queue')
      .map(({ id }) => people[Number(id)]!);
  }
}

function lineOf(eye: Eye, target: Target): Line {
  const dx = target.at[0] - eye.pose.at[0];
  const dy = target.at[1] - eye.pose.at[1];
  const lengthM = Math.sqrt(dx * dx + dy * dy);
  return {
    eye,
    ux: lengthM > 0 ? dx / lengthM : 1,
    uy: lengthM > 0 ? dy / lengthM : 0,
    lengthM,
    reachM: Math.sqrt(target.widthM ** 2 + target.heightM ** 2) / 2,
    key: '',
    passes: false,
    visibleShare: 0,
    hiding: [],
  };
}

/**
 * Whether somebody could stand between a camera and a part of a target: near enough to the line,
 * seen from above, and tall enough to reach up to it where they stand. Says yes too often rather
 * than too seldom.
 */
function isBetween(line: Line, target: Target, { at, posture }: Person): boolean {
  const { eye, ux, uy, lengthM, reachM } = line;
  const [cx, cy, cz] = eye.pose.at;
  const dx = at[0] - cx;
  const dy = at[1] - cy;
  const along = dx * ux + dy * uy;
  if (along < -TRUNK_RADIUS_M || along > lengthM + reachM + TRUNK_RADIUS_M) return false;
  // All rays stay within this of the line: they start on it and spread to the target's reach.
  const spread = reachM * Math.min(1, (along + TRUNK_RADIUS_M) / Math.max(lengthM - reachM, 1e-9));
  if (Math.abs(dx * uy - dy * ux) > TRUNK_RADIUS_M + spread) return false;
  const rise = target.kind === 'face' ? target.heightM / 2 : 0;
  // The lowest that any ray runs beside this person; targets above the camera are met at its height.
  const share = Math.min(1, (along + TRUNK_RADIUS_M) / Math.max(lengthM - reachM, 1e-9));
  const lowest = cz + share * Math.min(0, target.at[2] - rise - cz);
  return lowest <= BODY_SIZES[posture].heightM;
}
