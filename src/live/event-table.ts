import { LineCutter } from '../calibration/log/lines';
import { type DateOrder, moment, readMoment } from '../calibration/log/moments';
import { columnNamed, type Peek } from '../calibration/log/peek';
import { cellsOf } from '../calibration/log/read-rows';
import { InputError, type Problem } from '../scenarios/problem';
import { say } from '../scenarios/problems-text';
import type { TicketEvent, TicketEventKind } from '../scenarios/ticket-event';
import type { TableRow } from './ticket-table';

/** What a column of a log of events may tell. */
export const EVENT_ROLES = ['at', 'date', 'event', 'number', 'window', 'item', 'id'] as const;
export type EventRole = (typeof EVENT_ROLES)[number];

export type EventColumns = Readonly<Partial<Record<EventRole, number>>>;

/** By which headers a column is known; the first that fits. */
const HEADERS: Readonly<Record<EventRole, RegExp>> = {
  event: /^(事件|事件类型|操作|操作类型|动作|类型|event|event ?type|action|type)$/i,
  at: /^(时间|时刻|事件时间|发生时间|操作时间|time|timestamp|at|event ?time)$/i,
  date: /^(日期|date)$/i,
  number: /^(号码|票号|排队号|排队号码|号票|ticket|ticket ?(no\.?|number)|number)$/i,
  window: /^(窗口|窗口号|窗口名称|柜台|window|counter|desk)$/i,
  item: /^(事项|业务|业务类型|业务名称|队列|item|service|queue|class)$/i,
  id: /^(id|event ?id|事件编号|流水号)$/i,
};

/** What machines call the events; the first that fits. */
const KINDS: readonly (readonly [TicketEventKind, RegExp])[] = [
  ['recalled', /^(重呼|重叫|再次?叫号|再呼|recall)/i],
  ['no-show', /^(过号|未到|无人应|no[ -]?show|missed|passed)/i],
  ['left', /^(弃号|弃票|放弃|离开|取消|left|abandon|cancel)/i],
  ['window-opened', /^(开窗|上线|登录|登陆|恢复|window[ -]opened|open|log ?in|resume)/i],
  ['window-closed', /^(关窗|下线|退出|注销|暂停|window[ -]closed|close|log ?out|pause)/i],
  ['service-ended', /^(办结|结束|完成|办毕|办理结束|service[ -]ended|end|finish|complete|served)/i],
  ['service-started', /^(开始|受理|开始办理|service[ -]started|start|begin|serving)/i],
  ['called', /^(叫号|呼叫|call)/i],
  ['ticket-taken', /^(取号|领号|取票|ticket|take|taken|issue|arriv)/i],
];

/** The kind of event that a word means; null for none. */
export function eventKindOf(word: string): TicketEventKind | null {
  return KINDS.find(([, pattern]) => pattern.test(word.trim()))?.[0] ?? null;
}

/** Of the words in a sample so many have to be known, that it is a log of events. */
const KNOWN_SHARE = 0.7;

const unknownRole = (role: string) =>
  say(
    `事件表没有“${role}”这一角色`,
    `A log of events has no role "${role}"`,
    `可用：${EVENT_ROLES.join('、')}`,
    `Use one of ${EVENT_ROLES.join(', ')}`,
  );
const unknownColumn = (column: string, headers: readonly string[]) =>
  say(
    `没有名为“${column}”的列`,
    `There is no column "${column}"`,
    `表头有：${headers.join('、')}`,
    `The header has ${headers.join(', ')}`,
  );

/**
 * The columns of a log with a row for each event; null for a log of another kind.
 *
 * @param wishes columns by role, as the user names them
 * @throws InputError for a wish that can't be met
 */
export function eventColumnsOf(
  peek: Peek,
  wishes: Readonly<Record<string, string>>,
): EventColumns | null {
  const { headers, sample } = peek;
  const columns: Partial<Record<EventRole, number>> = {};
  for (const role of EVENT_ROLES) {
    const at = headers.findIndex((header) => HEADERS[role].test(header.trim()));
    if (at >= 0) columns[role] = at;
  }
  const asked = wishes.event !== undefined;
  if (columns.event === undefined && !asked) return null;
  const problems: Problem[] = [];
  for (const [role, name] of Object.entries(wishes)) {
    const column = columnNamed(headers, name);
    const known = EVENT_ROLES.find((one) => one === role);
    // A role of another kind of log: it is one of those, unless events were asked for.
    if (known === undefined && !asked) return null;
    if (known === undefined) problems.push({ path: `map.${role}`, ...unknownRole(role) });
    else if (column < 0) problems.push({ path: `map.${role}`, ...unknownColumn(name, headers) });
    else columns[known] = column;
  }
  if (problems.length > 0) throw new InputError(peek.name, problems);
  const words = sample.map((row) => row[columns.event!] ?? '').filter((word) => word !== '');
  const understood = words.filter((word) => eventKindOf(word) !== null).length;
  if (!asked && understood < words.length * KNOWN_SHARE) return null;
  if (columns.at === undefined)
    throw new InputError(peek.name, [{ path: 'map.at', ...unknownColumn('at', headers) }]);
  return columns;
}

const unknownEvent = (word: string) =>
  say(
    `不认识的事件“${word}”`,
    `Unknown event "${word}"`,
    '应为取号、叫号、重呼、开始办理、办结、弃号、过号、开窗、关窗之一',
    'It has to be one of ticket, call, recall, start, end, left, no-show, open, close',
  );
const noTime = say(
  '时间读不出',
  'The time cannot be read',
  '写作 2026-12-01 09:05:12，或另有日期一列',
  'Write 2026-12-01 09:05:12, or have a column of dates',
);
const noTicket = say('没有号码', 'There is no number', '请补上号码', 'Give the number');
const noWindow = say('没有窗口', 'There is no window', '请补上窗口', 'Give the window');

/** A log with a row for each event, read as it grows. */
export class EventTable {
  readonly finishedOnly = false;
  readonly #cutter: LineCutter;
  readonly #headerLine: number;
  readonly #headers: readonly string[];
  readonly #order: DateOrder;
  readonly #at = moment();

  constructor(
    peek: Peek,
    private readonly columns: EventColumns,
  ) {
    this.#cutter = new LineCutter(peek.separator ?? ',');
    this.#headerLine = peek.headerLine;
    this.#headers = peek.headers;
    this.#order = peek.guess.dateOrder;
  }

  feed(line: string): TableRow[] {
    const found: TableRow[] = [];
    this.#cutter.feed(`${line}\n`);
    while (this.#cutter.advance(false)) {
      if (this.#cutter.line <= this.#headerLine) continue;
      const cells = cellsOf(this.#cutter);
      // The header comes again when a file begins anew.
      if (cells.every((cell, i) => cell === this.#headers[i])) continue;
      found.push(this.#row(cells));
    }
    return found;
  }

  #row(cells: readonly string[]): TableRow {
    const line = cells.join(',');
    const text = (role: EventRole) => cells[this.columns[role] ?? -1] ?? '';
    const wrong = (role: EventRole, words: ReturnType<typeof unknownEvent>): TableRow => ({
      kind: 'malformed',
      line,
      problem: { path: this.#headers[this.columns[role] ?? -1] ?? role, ...words },
    });
    const kind = eventKindOf(text('event'));
    if (kind === null) return wrong('event', unknownEvent(text('event')));
    const atS = this.#time(text('at'), text('date'));
    if (atS === null) return wrong('at', noTime);
    const ofWindow = kind === 'window-opened' || kind === 'window-closed';
    if (!ofWindow && text('number') === '') return wrong('number', noTicket);
    if (ofWindow && text('window') === '') return wrong('window', noWindow);
    const event: TicketEvent = {
      id: text('id') || line,
      kind,
      atMs: Math.round(atS * 1000),
      ticket: ofWindow ? '' : text('number'),
      window: kind === 'ticket-taken' || kind === 'left' ? '' : text('window'),
      item: kind === 'ticket-taken' ? text('item') : '',
      next: 'leaves',
    };
    return { kind: 'events', events: [event] };
  }

  /** Seconds since 1970-01-01 on the hall's clock; null for what is no time, or has no date. */
  #time(at: string, date: string): number | null {
    if (!readMoment(at, false, this.#order, this.#at) || Number.isNaN(this.#at.s)) return null;
    const { s } = this.#at;
    let { day } = this.#at;
    if (Number.isNaN(day)) {
      if (!readMoment(date, true, this.#order, this.#at)) return null;
      day = this.#at.day;
    }
    return Number.isNaN(day) ? null : day * 86_400 + s;
  }
}
