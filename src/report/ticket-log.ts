import Papa from 'papaparse';
import type { FloorPlan } from '../scenarios/floorplan';
import type { Scenario } from '../scenarios/scenario';
import { inLanguage, type Language } from '../scenarios/text';
import { nextOpenDate } from '../scenarios/work-calendar';
import { firstDayOf } from '../sim/experiments/first-day';
import { prepare, recordDay } from '../sim/experiments/simulate';
import { type DayRecord, EventKind } from '../sim/hall/record';

const WORDS = {
  zh: {
    header: [
      '日期',
      '号码',
      '事项',
      '取号时间',
      '叫号时间',
      '开始办理',
      '办理结束',
      '窗口',
      '结果',
      '绿色通道',
    ],
    served: '已办',
    abandoned: '弃号',
    noShow: '过号',
    yes: '是',
    no: '否',
  },
  en: {
    header: [
      'date',
      'ticket number',
      'item',
      'ticket time',
      'call time',
      'service start',
      'service end',
      'window',
      'outcome',
      'priority',
    ],
    served: 'served',
    abandoned: 'abandoned',
    noShow: 'no-show',
    yes: 'yes',
    no: 'no',
  },
} as const;

/** A Monday in an ordinary year: for scenarios that name no date. */
const FIRST_DATE = '2026-01-05';

interface Ticket {
  readonly at: number;
  readonly item: number;
  readonly number: number;
  call: number;
  start: number;
  end: number;
  window: number;
  outcome: 'served' | 'abandoned' | 'noShow' | null;
  green: boolean;
}

/** The tickets of a recorded day, in the order in which they were taken. Times are µs since midnight. */
function ticketsOf({ header, events }: DayRecord): Ticket[] {
  const all: Ticket[] = [];
  /** The ticket that each visitor holds now; taken away at its end, so that an issuing window finds none. */
  const held = new Map<number, Ticket>();
  const classOf = new Map<number, number>();
  const take = (visitor: number, at: number, item: number, number: number) => {
    const ticket: Ticket = {
      at,
      item,
      number,
      call: Number.NaN,
      start: Number.NaN,
      end: Number.NaN,
      window: -1,
      outcome: null,
      green: false,
    };
    all.push(ticket);
    held.set(visitor, ticket);
  };
  for (let i = 0; i < events.length; i++) {
    const [at, visitor, place, value] = [
      events.timeUs[i]!,
      events.visitor[i]!,
      events.place[i]!,
      events.value[i]!,
    ];
    const ticket = held.get(visitor);
    switch (events.kind[i]!) {
      case EventKind.Arrive:
        classOf.set(visitor, place);
        break;
      case EventKind.Ticket:
        take(visitor, at, place, value);
        break;
      case EventKind.LineJoin:
        if (value === 0 && !ticket) take(visitor, at, classOf.get(visitor) ?? 0, Number.NaN);
        break;
      case EventKind.GreenTicket:
        if (ticket) ticket.green = true;
        break;
      case EventKind.Call:
        if (ticket) {
          ticket.call = at;
          ticket.window = place;
        }
        break;
      case EventKind.ServiceStart:
        if (ticket) {
          if (Number.isNaN(ticket.call)) ticket.call = at;
          ticket.start = at;
          ticket.window = place;
        }
        break;
      case EventKind.ServiceEnd:
        if (ticket && !Number.isNaN(ticket.start)) {
          ticket.end = at;
          ticket.outcome = 'served';
          held.delete(visitor);
        }
        break;
      case EventKind.PassOver:
        if (ticket && value === 0) {
          ticket.outcome = 'noShow';
          held.delete(visitor);
        }
        break;
      case EventKind.Abandon:
        if (ticket) {
          ticket.call = Number.NaN;
          ticket.window = -1;
          ticket.end = at;
          ticket.outcome = 'abandoned';
          held.delete(visitor);
        }
        break;
    }
  }
  return header.classes.length === 0 ? [] : all;
}

/** Whole seconds, as machines print them. */
function clock(us: number): string {
  if (Number.isNaN(us)) return '';
  const s = Math.floor(us / 1e6) % 86_400;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(s / 3600))}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
}

/**
 * What a ticket machine would have written on working days of a scenario, as a CSV file: the
 * product's own format of a log, which `hall calibrate` reads back.
 *
 * @param days working days in a row, from the scenario's own date
 */
export function ticketLogCsv(
  scenario: Scenario,
  plan: FloorPlan | null,
  seed: number,
  days: number,
  language: Language,
): string {
  const words = WORDS[language];
  const lines: (string | number)[][] = [[...words.header]];
  const windowNames = new Map(
    scenario.windows.map(({ id, name }) => [id, name ? inLanguage(name, language) : id]),
  );
  const classNames = new Map(
    scenario.classes.map(({ id, name }) => [id, inLanguage(name, language)]),
  );
  let date = nextOpenDate(scenario, startOf(scenario));
  for (let day = 0; day < days && date !== null; day++) {
    const record = recordDay(prepare(onDate(scenario, date), plan, seed), day);
    const { header } = record;
    for (const ticket of ticketsOf(record))
      lines.push([
        date,
        Number.isNaN(ticket.number)
          ? ''
          : `${header.ticketPrefixes[ticket.item] ?? ''}${String(ticket.number).padStart(3, '0')}`,
        classNames.get(header.classes[ticket.item]!) ?? '',
        clock(ticket.at),
        clock(ticket.call),
        clock(ticket.start),
        clock(ticket.end),
        ticket.window < 0 ? '' : (windowNames.get(header.windows[ticket.window]!) ?? ''),
        ticket.outcome ? words[ticket.outcome] : '',
        ticket.green ? words.yes : words.no,
      ]);
    date = nextOpenDate(scenario, dayAfter(date));
  }
  return `\uFEFF${Papa.unparse(lines, { newline: '\r\n' })}\r\n`;
}

function startOf({ horizon }: Scenario): string {
  if (horizon.kind === 'day') return horizon.date ?? FIRST_DATE;
  return horizon.kind === 'days' ? horizon.firstDate : FIRST_DATE;
}

/** The scenario on one date alone. */
function onDate(scenario: Scenario, date: string): Scenario {
  const first = firstDayOf(scenario);
  const { horizon } = first;
  if (horizon.kind === 'continuous') return first;
  return horizon.kind === 'day'
    ? { ...first, horizon: { ...horizon, date } }
    : { ...first, horizon: { ...horizon, firstDate: date } };
}

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
