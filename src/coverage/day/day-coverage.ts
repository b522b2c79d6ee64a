import { distance } from '../../geometry/vector';
import type { FloorPlan, Point } from '../../scenarios/floorplan';
import type { Eye } from '../eye';
import type { Profile } from '../profiles';
import type { Posture } from '../space/people';
import { sightOf } from '../space/sight';
import { counterTarget, faceTarget } from '../targets/targets';
import { lostWhen, type WaitingRule, WaitingTally } from './lost-when';
import type { DaySource, Doing, Moment, Present } from './source';
import { Watch } from './watch';
import { type Minute, worstMinute } from './worst-minute';

export interface DayOptions {
  readonly profile: Profile;
  /** How visitors are at windows. */
  readonly posture: Posture;
  /** Seconds between samples. */
  readonly everyS?: number;
}

/** From and to, seconds since midnight. */
export type Span = readonly [fromS: number, toS: number];

/** Where somebody stood in the way, and for how long. */
export interface Obstruction {
  readonly doing: Doing;
  /** Where they stood, to half a metre. */
  readonly at: Point;
  readonly seconds: number;
}

/** How a window was seen over the day. */
export interface WindowDay {
  readonly id: string;
  /** Seconds that it was open, and of these those in which face and counter were clear. */
  readonly openS: number;
  readonly clearS: number;
  /** Share of the open time; null if it was never open. */
  readonly share: number | null;
  readonly faceS: number;
  readonly counterS: number;
  /** Whether it would be clear in the empty room: if not, nobody's standing there is to blame. */
  readonly emptyClear: boolean;
  /** The minute of the clock with the least of it clear; null if it was never lost. */
  readonly worst: Minute | null;
  /** When it is lost, told by how many wait; null if that does not tell. */
  readonly lostWhen: WaitingRule | null;
  /** Who stood in the way, the longest first. */
  readonly obstructions: readonly Obstruction[];
  readonly open: readonly Span[];
  readonly lost: readonly Span[];
}

export interface DayCoverage {
  readonly everyS: number;
  readonly windows: readonly WindowDay[];
}

/** Obstructions that are told of a window. */
const MOST_OBSTRUCTIONS = 5;
/** Somebody this near to the visitor's place of a window is its visitor, metres. */
const AT_WINDOW_M = 0.3;

/**
 * How clearly every window was monitored over a recorded day: at every sample, with everybody where
 * they were, whether one camera keeps all limits on the face of whoever is, or would be, at the
 * window, and one on its counter.
 *
 * @param onProgress hears the share that is done
 */
export function dayCoverage(
  plan: FloorPlan,
  eyes: readonly Eye[],
  source: DaySource,
  { profile, posture, everyS = 1 }: DayOptions,
  onProgress: (share: number) => void = () => {},
): DayCoverage {
  const sight = sightOf(plan);
  const logs = plan.windows.map((window) => {
    const face = new Watch(
      faceTarget(window, posture),
      { kind: 'face', of: profile.face },
      eyes,
      sight,
    );
    const counter = new Watch(
      counterTarget(plan, window),
      { kind: 'counter', of: profile.counter },
      eyes,
      sight,
    );
    return new WindowLog(window.id, window.visitorSpot, face, counter);
  });
  const samples = Math.max(0, Math.floor((source.toS - source.fromS) / everyS));
  for (let i = 0; i < samples; i++) {
    const timeS = source.fromS + i * everyS;
    const moment = source.at(timeS);
    for (let w = 0; w < logs.length; w++) if (moment.open[w]) logs[w]!.look(timeS, moment, everyS);
    if (i % 600 === 0) onProgress(i / samples);
  }
  onProgress(1);
  return { everyS, windows: logs.map((log) => log.told(everyS)) };
}

/** What is noted of a window through the day. */
class WindowLog {
  readonly #open: [number, number][] = [];
  readonly #lost: [number, number][] = [];
  readonly #minutes = new Map<number, { open: number; clear: number; waiting: number }>();
  readonly #waiting = new WaitingTally();
  readonly #standing = new Map<string, { doing: Doing; at: Point; samples: number }>();
  #opened = 0;
  #clear = 0;
  #faceClear = 0;
  #counterClear = 0;

  constructor(
    readonly id: string,
    readonly visitorSpot: Point,
    readonly face: Watch,
    readonly counter: Watch,
  ) {}

  look(timeS: number, { people, waiting }: Moment, everyS: number): void {
    const faceClear = this.face.passes(people, this.#visitorOf(people));
    const counterClear = this.counter.passes(people, -1);
    const clear = faceClear && counterClear;
    this.#opened++;
    if (faceClear) this.#faceClear++;
    if (counterClear) this.#counterClear++;
    if (clear) this.#clear++;
    extend(this.#open, timeS, everyS);
    this.#waiting.note(waiting, clear);
    const minute = Math.floor(timeS / 60);
    const noted = this.#minutes.get(minute) ?? { open: 0, clear: 0, waiting: 0 };
    noted.open++;
    if (clear) noted.clear++;
    noted.waiting = Math.max(noted.waiting, waiting);
    this.#minutes.set(minute, noted);
    if (clear) return;
    extend(this.#lost, timeS, everyS);
    const inTheWay = new Set([
      ...(faceClear ? [] : this.face.hiding()),
      ...(counterClear ? [] : this.counter.hiding()),
    ] as Present[]);
    for (const { doing, at } of inTheWay) {
      const near: Point = [Math.round(2 * at[0]) / 2, Math.round(2 * at[1]) / 2];
      const key = `${doing} ${near}`;
      const before = this.#standing.get(key);
      if (before) before.samples++;
      else this.#standing.set(key, { doing, at: near, samples: 1 });
    }
  }

  told(everyS: number): WindowDay {
    return {
      id: this.id,
      openS: this.#opened * everyS,
      clearS: this.#clear * everyS,
      share: this.#opened === 0 ? null : this.#clear / this.#opened,
      faceS: this.#faceClear * everyS,
      counterS: this.#counterClear * everyS,
      emptyClear: this.face.emptyPasses && this.counter.emptyPasses,
      worst: worstMinute(this.#minutes, everyS),
      lostWhen: lostWhen(this.#waiting),
      obstructions: [...this.#standing.values()]
        .sort((a, b) => b.samples - a.samples)
        .slice(0, MOST_OBSTRUCTIONS)
        .map(({ doing, at, samples }) => ({ doing, at, seconds: samples * everyS })),
      open: this.#open,
      lost: this.#lost,
    };
  }

  /** Index of who stands at the window; −1 if nobody does. */
  #visitorOf(people: readonly Present[]): number {
    let found = -1;
    let nearest = AT_WINDOW_M;
    for (let i = 0; i < people.length; i++) {
      const away = distance(people[i]!.at, this.visitorSpot);
      if (away >= nearest) continue;
      nearest = away;
      found = i;
    }
    return found;
  }
}

/** Adds a sample to spans: to the last one if it goes on. */
function extend(spans: [number, number][], timeS: number, everyS: number): void {
  const last = spans.at(-1);
  if (last && Math.abs(last[1] - timeS) < everyS / 2) last[1] = timeS + everyS;
  else spans.push([timeS, timeS + everyS]);
}
