import { closeSync, openSync, writeSync } from 'node:fs';
import { scenarioSchema } from '../src/scenarios/scenario';
import { compileHall } from '../src/sim/hall/model';
import { HallProcess } from '../src/sim/hall/process';
import { EventKind, type EventSink } from '../src/sim/hall/record';
import { createCalendar } from '../src/sim/kernel/engines';
import { Streams } from '../src/sim/kernel/streams';

const DAY_S = 86_400;
const ITEMS = ['社保', '医保', '税务', '户籍', '不动产', '市场监管', '民政', '残疾人服务'];
/** Served by some of the windows only, as departments are. */
const DEPARTMENTS = 4;
const WINDOWS = 30;
const PER_HOUR = 285;
const HEADER = '日期,号码,事项,取号时间,叫号时间,开始办理,办理结束,窗口,结果,绿色通道\r\n';

const windowName = (w: number) => `${w + 1}号窗口`;

interface Ticket {
  readonly number: number;
  readonly item: number;
  readonly atS: number;
  callS: number;
  startS: number;
  endS: number;
  window: number;
  result: string;
}

/** Writes a day's tickets when they are all over, so that the log needs no memory. */
class LogWriter implements EventSink {
  rows = 0;
  private open = new Map<number, Ticket>();
  private day: Ticket[] = [];
  private date = -1;

  constructor(
    private readonly clock: Float64Array,
    private readonly dates: readonly (string | null)[],
    private readonly windows: readonly string[],
    private readonly write: (text: string) => void,
  ) {}

  event(kind: EventKind, visitor: number, place: number): void {
    const nowS = this.clock[0]! / 1e6;
    if (kind === EventKind.Ticket) {
      const day = Math.floor(nowS / DAY_S);
      if (day !== this.date) this.close(day);
      const ticket: Ticket = {
        number: this.day.length + 1,
        item: place,
        atS: nowS,
        callS: Number.NaN,
        startS: Number.NaN,
        endS: Number.NaN,
        window: -1,
        result: '',
      };
      this.open.set(visitor, ticket);
      this.day.push(ticket);
      return;
    }
    const ticket = this.open.get(visitor);
    if (!ticket) return;
    if (kind === EventKind.Call) {
      ticket.callS = nowS;
      ticket.window = place;
    } else if (kind === EventKind.ServiceStart) ticket.startS = nowS;
    else if (kind === EventKind.ServiceEnd) {
      ticket.endS = nowS;
      ticket.result = '已办';
    } else if (kind === EventKind.Abandon) {
      ticket.endS = nowS;
      ticket.result = '弃号';
    } else if (kind === EventKind.PassOver) ticket.result = '过号';
  }

  close(next: number): void {
    const { date } = this;
    const label = this.dates[date] ?? '';
    const clock = (s: number) => {
      if (Number.isNaN(s)) return '';
      const whole = Math.floor(s) - date * DAY_S;
      const two = (n: number) => String(n).padStart(2, '0');
      return `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
    };
    const lines = this.day.map((one) => {
      const number = `${'ABCDEFGH'[one.item]}${String(one.number).padStart(4, '0')}`;
      const times = [one.atS, one.callS, one.startS, one.endS].map(clock).join();
      return `${label},${number},${ITEMS[one.item]},${times},${this.windows[one.window] ?? ''},${one.result},否\r\n`;
    });
    if (lines.length > 0) this.write(lines.join(''));
    this.rows += lines.length;
    this.day = [];
    this.open = new Map();
    this.date = next;
  }
}

/**
 * A busy hall's log of `days` working days with some two thousand tickets each, as its ticket machine
 * would have written it (CSV, UTF-8). The same days, the same bytes.
 *
 * @return how many rows it has
 */
export function writeLog(path: string, days: number): number {
  const departments = ITEMS.slice(-DEPARTMENTS);
  const scenario = scenarioSchema.parse({
    format: 'hall-twin/scenario',
    version: 1,
    id: 'busy',
    name: 'busy',
    floorplan: null,
    horizon: {
      kind: 'days',
      firstDate: '2023-01-02',
      workingDays: days,
      sessions: [{ from: '09:00', to: '16:00' }],
      closing: 'serveInside',
    },
    targetWaitS: 900,
    classes: ITEMS.map((name, i) => ({
      id: `c${i}`,
      name,
      arrivals: {
        kind: 'poissonByInterval',
        intervals: [
          { from: '09:00', to: '11:30', perHour: (1.2 * PER_HOUR) / ITEMS.length },
          { from: '11:30', to: '16:00', perHour: (0.9 * PER_HOUR) / ITEMS.length },
        ],
        dayFactorCv: 0.1,
      },
      service: { dist: 'gamma', meanS: 240 + 20 * i, cv: 0.8 },
      patience: { dist: 'exponential', meanS: 7200 },
    })),
    windows: Array.from({ length: WINDOWS }, (_, i) => ({
      id: `w${i}`,
      name: windowName(i),
      serves:
        i < WINDOWS / 2
          ? ITEMS.slice(0, -DEPARTMENTS).map((_, c) => `c${c}`)
          : departments.map((_, c) => `c${ITEMS.length - DEPARTMENTS + c}`),
    })),
    calls: { noShow: 0.04, recalls: 0, afterS: 20, answers: 0, passedOver: 'leaves' },
  });
  const model = compileHall(scenario, null);
  const calendar = createCalendar('default');
  const file = openSync(path, 'w');
  try {
    writeSync(file, `\uFEFF${HEADER}`);
    const sink = new LogWriter(
      calendar.clock,
      model.dates,
      Array.from({ length: WINDOWS }, (_, w) => windowName(w)),
      (text) => writeSync(file, text),
    );
    new HallProcess(model, new Streams(1, 0), calendar, sink).run();
    sink.close(-1);
    return sink.rows;
  } finally {
    closeSync(file);
  }
}
