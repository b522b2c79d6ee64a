import { clockOf, clockToS } from '../../scenarios/clock';
import type { Distribution } from '../../scenarios/distribution';
import { type Scenario, scenarioSchema } from '../../scenarios/scenario';
import type { Weekday } from '../../scenarios/schema-parts';
import type { LocalText } from '../../scenarios/text';
import { dateOf, dayNumberOf, weekdayOf } from '../../scenarios/work-calendar';
import { assumed, provenanceOf, readable } from './provenance';
import type { Session } from './sessions';
import type { ArrivalsFit, CalibrateOptions, LogSource } from './types';
import { WEEKDAYS } from './visits';

/** A class as fitted. */
export interface ClassPart {
  readonly id: string;
  readonly name: string;
  readonly arrivals: ArrivalsFit;
  readonly service: Distribution;
  readonly patience: Distribution | null;
  readonly creditS?: number;
  /** Nobody takes a ticket while so many wait for the same windows; absent: however many wait. */
  readonly fullAt?: number;
}

/** A window, or a nameless position. */
export interface WindowPart {
  readonly id: string;
  readonly name: string;
  readonly serves: readonly string[];
  readonly shifts: NonNullable<Scenario['windows'][number]['shifts']>;
  readonly efficiency: number;
}

/** Everything that a fitted scenario is made of. */
export interface ScenarioParts {
  readonly source: LogSource;
  readonly options: CalibrateOptions;
  readonly classes: readonly ClassPart[];
  readonly windows: readonly WindowPart[];
  readonly dayFactorCv: number;
  readonly noShow: {
    readonly share: number;
    readonly lostS: { readonly valueS: number; readonly known: boolean };
  } | null;
  /** Days of the week that are worked. */
  readonly weekdays: readonly Weekday[];
  /** When people come. Absent: from the first to the last half hour of any class. */
  readonly sessions?: readonly Session[];
  /** The first day that the scenario could be: the next one that is worked is taken. */
  readonly date: string;
  /** How it is known who was there. */
  readonly windowsFrom: { readonly zh: string; readonly en: string };
}

/** The scenario of the next working day, with the log as the provenance of every number. */
export function assembleScenario(parts: ScenarioParts): Scenario {
  const { source, options, classes, windows, noShow, weekdays } = parts;
  const from = provenanceOf(source);
  const name: LocalText = { zh: `按「${source.name}」校准`, en: `Calibrated on "${source.name}"` };
  const edges = classes.flatMap(({ arrivals }) => arrivals.edgesS);
  const fromS = Math.min(...edges);
  const toS = Math.min(86_400, Math.max(...edges));
  const served = new Set(windows.flatMap(({ serves }) => serves));
  const kept = classes.filter(({ id }) => served.has(id));
  const keptIds = new Set(kept.map(({ id }) => id));
  return scenarioSchema.parse({
    format: 'hall-twin/scenario',
    version: 1,
    id: options.id ?? 'calibrated',
    name,
    description: {
      zh: `由 ${source.from} 至 ${source.to} 的 ${source.rows} 条记录拟合。`,
      en: `Fitted to ${source.rows} rows from ${source.from} to ${source.to}.`,
    },
    floorplan: null,
    horizon: {
      kind: 'day',
      date: nextWorked(parts.date, weekdays),
      sessions: (parts.sessions ?? [[fromS, toS]]).map(([a, b]) => ({
        from: clock(a),
        to: clock(b),
      })),
      closing: 'serveInside',
      provenance: from,
    },
    calendar: {
      weekend: weekdays.length === 0 ? [] : WEEKDAYS.filter((day) => !weekdays.includes(day)),
      provenance: from,
    },
    targetWaitS: {
      value: options.targetWaitS ?? 900,
      provenance: assumed('没有规范规定等候上限', 'no norm sets a limit for waiting'),
    },
    classes: kept.map((c) => ({
      id: c.id,
      name: c.name,
      arrivals: {
        kind: 'poissonByInterval',
        intervals: intervalsOf(c.arrivals),
        ...(parts.dayFactorCv > 0 ? { dayFactorCv: readable(parts.dayFactorCv, 4) } : {}),
        provenance: from,
      },
      ...(c.creditS ? { creditS: { value: readable(c.creditS, 4), provenance: from } } : {}),
      service: rounded(c.service, from),
      patience: c.patience ? rounded(c.patience, from) : null,
      ...(c.fullAt === undefined
        ? {}
        : { balking: [{ waiting: c.fullAt, share: { value: 1, provenance: from } }] }),
    })),
    windows: windows.map((w) => ({
      id: w.id,
      name: { zh: `${w.name}`, en: `${w.name}` },
      serves: w.serves.filter((id) => keptIds.has(id)),
      shifts: w.shifts,
      efficiency: { value: readable(w.efficiency, 4), provenance: from },
      provenance: provenanceOf(source, parts.windowsFrom),
    })),
    queueing: { kind: 'pooled' },
    ...(noShow
      ? {
          calls: {
            noShow: { value: readable(noShow.share, 4), provenance: from },
            recalls: 0,
            afterS: {
              value: readable(noShow.lostS.valueS, 4),
              provenance: noShow.lostS.known
                ? from
                : assumed(
                    '过号占用窗口的时间未记录',
                    'how long an unanswered call holds a window is not recorded',
                  ),
            },
            answers: 0,
            passedOver: 'leaves',
          },
        }
      : {}),
  });
}

/** The rates without half hours that begin when the last of these windows has closed: nobody gets a ticket for it any more. */
export function beforeClosing(
  arrivals: ArrivalsFit,
  windows: readonly Pick<WindowPart, 'shifts'>[],
): ArrivalsFit {
  const closesS = arrivals.weekdays.map((day) =>
    Math.max(
      0,
      ...windows.flatMap(({ shifts }) =>
        shifts.flatMap(({ to, days }) => (!days || days.includes(day) ? [clockToS(to)] : [])),
      ),
    ),
  );
  return {
    ...arrivals,
    perHour: arrivals.perHour.map((row, w) =>
      row.map((rate, b) => (arrivals.edgesS[b]! < closesS[w]! ? rate : 0)),
    ),
  };
}

const clock = (s: number) => (s >= 86_400 ? '24:00' : clockOf(s).slice(0, 5));

/** The rates, half hours alike joined; the same on all days of the week only if they are. */
function intervalsOf({ edgesS, weekdays, perHour }: ArrivalsFit) {
  const joined = weekdays.flatMap((day, w) => {
    const intervals: { from: string; to: string; perHour: number; days: Weekday[] }[] = [];
    for (const [b, rate] of perHour[w]!.entries()) {
      const one = readable(rate, 4);
      const last = intervals.at(-1);
      if (last && last.perHour === one) last.to = clock(edgesS[b + 1]!);
      else
        intervals.push({
          from: clock(edgesS[b]!),
          to: clock(edgesS[b + 1]!),
          perHour: one,
          days: [day],
        });
    }
    return intervals;
  });
  // Of a class that hardly ever comes some half hours are nought: they are left out.
  const some = joined.filter(({ perHour: rate }) => rate > 0);
  return some.length > 0 ? some : joined.slice(0, 1);
}

function nextWorked(date: string, weekdays: readonly Weekday[]): string {
  let day = dayNumberOf(date);
  for (let i = 0; i < 7 && weekdays.length > 0 && !weekdays.includes(weekdayOf(day)); i++) day++;
  return dateOf(day);
}

/** A distribution with numbers that can be read, and its provenance. */
function rounded(d: Distribution, provenance: ReturnType<typeof provenanceOf>): Distribution {
  const round = <T>(value: T): T => {
    if (typeof value === 'number') return readable(value, 5) as T;
    if (Array.isArray(value)) return value.map(round) as T;
    if (value !== null && typeof value === 'object')
      return Object.fromEntries(
        Object.entries(value).map(([key, one]) => [key, key === 'probability' ? one : round(one)]),
      ) as T;
    return value;
  };
  return { ...round(d), provenance };
}
