import type { FloorPlan } from '../../scenarios/floorplan';
import type { Language } from '../../scenarios/text';
import { type Timeline, WindowState } from '../../sim/hall/timeline';
import { type Atlas, layAtlas } from './atlas';
import type { Painter } from './canvas';
import {
  HALL_CELL,
  HALL_LINES,
  paintHallDisplay,
  paintWindowDisplay,
  WINDOW_CELL,
} from './display-painter';
import { Calls, recentCalls, windowText } from './display-text';

/**
 * The pictures of all displays of a hall on one canvas. A picture is painted again only when what
 * it says has changed; asking costs a few comparisons and allocates nothing.
 */
export class DisplayBoard {
  readonly atlas: Atlas;
  readonly #plan: FloorPlan;
  readonly #timeline: Timeline | null;
  readonly #calls: Calls | null;
  readonly #language: Language;
  /** Per display: window index in the record, −1 if it has none there; −2 for a hall display. */
  readonly #source: Int32Array;
  readonly #state: Int32Array;
  readonly #visitor: Int32Array;

  constructor(plan: FloorPlan, timeline: Timeline | null, language: Language) {
    this.#plan = plan;
    this.#timeline = timeline;
    this.#calls = timeline === null ? null : new Calls(timeline.record);
    this.#language = language;
    this.atlas = layAtlas(
      plan.displays.map((display) => (display.kind === 'hall' ? HALL_CELL : WINDOW_CELL)),
      1024,
    );
    const windows = timeline?.record.header.windows ?? [];
    this.#source = Int32Array.from(plan.displays, (display) =>
      display.kind === 'hall'
        ? -2
        : display.window === undefined
          ? -1
          : windows.indexOf(display.window),
    );
    // No state and no visitor has these numbers, so that everything is painted at first.
    this.#state = new Int32Array(plan.displays.length).fill(-9);
    this.#visitor = new Int32Array(plan.displays.length).fill(-9);
  }

  /** Brings the pictures to a time; says whether any was painted. */
  update(painter: Painter, timeUs: number): boolean {
    let painted = false;
    for (let i = 0; i < this.#source.length; i++) {
      const source = this.#source[i]!;
      const changed =
        source === -2 ? this.#hall(painter, i, timeUs) : this.#window(painter, i, source, timeUs);
      painted = changed || painted;
    }
    return painted;
  }

  #window(painter: Painter, display: number, source: number, timeUs: number): boolean {
    const timeline = this.#timeline;
    const known = timeline !== null && source >= 0;
    const state = known ? timeline.windowState(source, timeUs) : WindowState.Closed;
    const visitor = known ? timeline.windowVisitor(source, timeUs) : -1;
    if (state === this.#state[display] && visitor === this.#visitor[display]) return false;
    this.#state[display] = state;
    this.#visitor[display] = visitor;
    const id = this.#plan.displays[display]!.window;
    const window = this.#plan.windows.find((candidate) => candidate.id === id);
    if (window === undefined) return false;
    const ticket = timeline !== null && visitor >= 0 ? timeline.ticket(visitor) : '';
    const text = windowText(window, state, ticket, this.#language);
    paintWindowDisplay(painter, this.atlas.cells[display]!, text);
    return true;
  }

  #hall(painter: Painter, display: number, timeUs: number): boolean {
    const count = this.#calls?.countAt(timeUs) ?? 0;
    if (count === this.#state[display]) return false;
    this.#state[display] = count;
    const lines =
      this.#calls === null || this.#timeline === null
        ? []
        : recentCalls(this.#calls, count, HALL_LINES, this.#timeline, this.#plan, this.#language);
    paintHallDisplay(painter, this.atlas.cells[display]!, lines, this.#language);
    return true;
  }
}
