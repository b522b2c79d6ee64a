import type { FloorPlan } from '../../scenarios/floorplan';
import type { Language } from '../../scenarios/text';
import { type DayRecord, EventKind } from '../../sim/hall/record';
import { type Timeline, WindowState } from '../../sim/hall/timeline';

const STATE_TEXTS: Record<WindowState, Record<Language, string>> = {
  [WindowState.Closed]: { zh: '暂停服务', en: 'Closed' },
  [WindowState.Idle]: { zh: '空闲', en: 'Free' },
  [WindowState.Calling]: { zh: '请到窗口', en: 'Please come' },
  [WindowState.Serving]: { zh: '正在办理', en: 'In service' },
};

/** What a window's display shows. */
export interface WindowText {
  readonly number: string;
  readonly state: WindowState;
  readonly stateText: string;
  /** The ticket called or served, '' for none. */
  readonly ticket: string;
}

/** Words on a window's display for its state and the ticket it has called. */
export function windowText(
  window: FloorPlan['windows'][number],
  state: WindowState,
  ticket: string,
  language: Language,
): WindowText {
  const shows = state === WindowState.Calling || state === WindowState.Serving;
  return {
    number: String(window.number),
    state,
    stateText: STATE_TEXTS[state][language],
    ticket: shows ? ticket : '',
  };
}

/** Heading of the large display. */
export function callsHeading(language: Language): string {
  return language === 'zh' ? '叫号信息' : 'Now calling';
}

/** A call as it stands on the large display and is spoken. */
export function callText(ticket: string, windowNumber: number, language: Language): string {
  return language === 'zh'
    ? `请${ticket}号到${windowNumber}号窗口`
    : `Ticket ${ticket}, please go to window ${windowNumber}`;
}

/** Shown on the large display while nobody has been called. */
export function noCalls(language: Language): string {
  return language === 'zh' ? '欢迎光临 请先取号' : 'Welcome. Please take a ticket';
}

/** The calls of a day in their order, found by time. */
export class Calls {
  readonly #timeUs: Float64Array;
  readonly visitor: Int32Array;
  readonly window: Int32Array;

  constructor(record: DayRecord) {
    const { events } = record;
    const found: number[] = [];
    for (let i = 0; i < events.length; i++) if (events.kind[i] === EventKind.Call) found.push(i);
    this.#timeUs = Float64Array.from(found, (i) => events.timeUs[i]!);
    this.visitor = Int32Array.from(found, (i) => events.visitor[i]!);
    this.window = Int32Array.from(found, (i) => events.place[i]!);
  }

  /** How many calls there were up to and including a time. */
  countAt(timeUs: number): number {
    let low = 0;
    let high = this.#timeUs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#timeUs[middle]! <= timeUs) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The latest calls first: lines of the large display after `count` calls. */
export function recentCalls(
  calls: Calls,
  count: number,
  lines: number,
  timeline: Timeline,
  plan: FloorPlan,
  language: Language,
): string[] {
  const texts: string[] = [];
  for (let i = count - 1; i >= 0 && texts.length < lines; i--) {
    const id = timeline.record.header.windows[calls.window[i]!];
    const window = plan.windows.find((candidate) => candidate.id === id);
    if (window === undefined) continue;
    texts.push(callText(timeline.ticket(calls.visitor[i]!), window.number, language));
  }
  return texts;
}
