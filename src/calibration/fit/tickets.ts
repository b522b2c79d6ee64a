import { numberOf } from '../../scenarios/provenance';
import type { Scenario } from '../../scenarios/scenario';
import { dateOf, dayNumberOf } from '../../scenarios/work-calendar';
import { type TicketLog, TicketOutcome } from '../log/types';
import { fitArrivals } from './arrivals';
import { fitCredits } from './credit';
import { fitDurations } from './durations';
import { shareOf } from './numeric/estimates';
import { arrivalsAgain, type DayAgain, findPace } from './pace';
import { fitPatience } from './patience';
import { presenceOf, QUARTER_S } from './presence';
import { provenanceOf, readable } from './provenance';
import { assembleScenario, type ClassPart, type WindowPart } from './scenario-parts';
import { sessionsOf, withinSessions } from './sessions';
import { type OpenCounts, openCounts, openOn, positionsOf, profilesOf } from './staffing';
import { stepper } from './steps';
import { classesOf } from './ticket-classes';
import { calledAt, serviceOf, waitEnds, wasCalled } from './ticket-times';
import type {
  CalibrateOptions,
  Calibration,
  CreditFit,
  DurationFit,
  Estimate,
  LogSource,
  PatienceFit,
  Unknown,
} from './types';
import { withWindows } from './virtual-windows';
import { BIN_S, emptyVisits, type Visits, weekdayIndexOf } from './visits';
import { windowsOf } from './windows';

/** A scenario from single tickets. */
export function calibrateTickets(given: TicketLog, options: CalibrateOptions): Calibration {
  const step = stepper(options);
  const seed = options.seed ?? 1;
  const source = sourceOf(given, options);
  const unknowns: Unknown[] = [];
  step('归类', 'Sorting into classes', 0);
  const { log, nameless } = withWindows(given);
  const { classes, classOf } = classesOf(log);
  step('到达', 'Arrivals', 0.1);
  const came = visitsOf(log, classes, classOf);
  const sessions = sessionsOf(came);
  const visits = withinSessions(came, sessions);
  const arrivals = fitArrivals(visits);
  const service: DurationFit[] = [];
  const patience: PatienceFit[] = [];
  const times = byClass(log, classOf, classes.length);
  for (const [c, { id, name }] of classes.entries()) {
    step(`办理时间：${name}`, `Service times: ${name}`, 0.2 + (0.5 * c) / classes.length);
    const fit = fitDurations({ classId: id, name, times: times.service[c]! }, seed);
    if (fit) service.push(fit);
  }
  for (const [c, { id, name }] of classes.entries()) {
    step(`耐心：${name}`, `Patience: ${name}`, 0.7 + (0.1 * c) / classes.length);
    patience.push(
      fitPatience({
        classId: id,
        name,
        left: times.left[c]!,
        gone: times.gone[c]!,
        called: times.called[c]!,
      }),
    );
  }
  step('窗口', 'Windows', 0.8);
  const found = windowsOf(log, classOf, classes.length);
  const special = new Set(arrivals.specialDays.map(({ date }) => log.days.indexOf(date)));
  const presence = presenceOf(
    log,
    classOf,
    classes.length,
    found.groupOf,
    found.groups.map(({ serves }) => serves),
    sessions,
  );
  step('优先与过号', 'Priority and no-shows', 0.9);
  const credit = fitCredits(log, (p) =>
    classes.filter(({ priority }) => priority === p).map(({ id }) => id),
  );
  const noShow = noShowOf(log);
  const turnS = turnOf(log, presence.turnS, presence.turns);
  const meanServiceS = meanOf(service);
  const pace = turnS && meanServiceS > 0 ? meanServiceS / (meanServiceS + turnS.value) : 1;
  const weekday = Uint8Array.from(log.days, weekdayIndexOf);
  const days = log.days.length;
  const edgesS = arrivals.classes[0]?.edgesS ?? [];
  const quarters = sessions.map(([a, b]) => [a / QUARTER_S, b / QUARTER_S] as const);
  const shown: NonNullable<Calibration['staffing']>['windows'][number][] = [];
  let byWindow = !nameless;
  const total = new Float64Array(days * 96);
  const onDutyOf = found.groups.map((_, g) =>
    presence.onDutyS.subarray(g * days * 96, (g + 1) * days * 96),
  );
  /** Positions of all groups: as the profile has them, or as they were on one day. */
  const staff = (countsOf: (onDuty: Float64Array) => OpenCounts): WindowPart[] => {
    const parts: WindowPart[] = [];
    for (const [g, group] of found.groups.entries()) {
      const positions = positionsOf(countsOf(onDutyOf[g]!), quarters);
      const named = !nameless && group.windows.length <= Math.ceil(1.25 * positions.length);
      byWindow &&= named;
      for (const [k, shifts] of positions.entries()) {
        const w = named ? group.windows[k] : undefined;
        const speed = w === undefined ? null : found.speed[w]!;
        parts.push({
          id: `w${parts.length + 1}`,
          name: w === undefined ? `${parts.length + 1}` : log.windows[w]!,
          serves: group.serves.map((c) => classes[c]!.id),
          shifts,
          efficiency: pace * (speed?.value ?? 1),
        });
      }
    }
    return parts;
  };
  const windowParts = staff((onDuty) => openCounts(onDuty, weekday, special));
  const kind = byWindow ? 'windows' : 'positions';
  for (const [g, group] of found.groups.entries()) {
    for (let i = 0; i < total.length; i++) total[i]! += onDutyOf[g]![i]!;
    for (const w of group.windows)
      shown.push({
        id: `l${w + 1}`,
        name: log.windows[w]!,
        tickets: found.tickets[w]!,
        speed: found.speed[w]!,
        serves: group.serves.map((c) => classes[c]!.name),
      });
  }
  const hall = openCounts(total, weekday, special);
  const { dayCv } = hall;
  const served = new Set(service.map(({ classId }) => classId));
  const classParts: ClassPart[] = classes.flatMap(({ id, name, priority }, c): ClassPart[] => {
    const fit = service.find(({ classId }) => classId === id) ?? service[0];
    if (!fit || arrivals.classes[c]!.rows === 0) return [];
    return [
      {
        id,
        name,
        arrivals: arrivals.classes[c]!,
        service: fit.chosen,
        patience: patience.find(({ classId }) => classId === id)?.chosen ?? null,
        ...orderOf(credit.find((one) => one.priority === priority)),
      },
    ];
  });
  note(unknowns, log, { nameless, served: served.size, patience, noShow, days, turnS, credit });
  const assembled =
    classParts.length > 0 && windowParts.length > 0
      ? assembleScenario({
          source,
          options,
          classes: classParts,
          windows: windowParts,
          dayFactorCv: arrivals.dayFactorCv?.value ?? 0,
          noShow: noShow && noShow.value > 0 ? { share: noShow.value, lostS: lostOf(log) } : null,
          weekdays: arrivals.classes[0]?.weekdays ?? [],
          sessions,
          date: dateOf(dayNumberOf(log.days.at(-1)!) + 1),
          windowsFrom: nameless
            ? { zh: '由同时办理的人数推断', en: 'inferred from how many were served at once' }
            : { zh: '由谁在何时办理推断', en: 'inferred from who served when' },
        })
      : null;
  step('与实际等候对照', 'Matching the waits seen', 0.95);
  const [availability, beside] = assembled
    ? availabilityOf(assembled, log, classOf, visits, special, edgesS, seed, (d) =>
        staff((onDuty) => openOn(onDuty, d, weekday[d]!)),
      )
    : [1, 1];
  const scenario = assembled && {
    ...assembled,
    windows: assembled.windows.map((w) => ({
      ...w,
      efficiency: {
        value: readable(numberOf(w.efficiency) * availability * beside, 4),
        provenance: w.provenance ?? provenanceOf(source),
      },
    })),
  };
  step('完成', 'Done', 1);
  if (!scenario)
    unknowns.push({
      about: 'scenario',
      text: {
        zh: '记录中没有办理起止时间，无法得到方案。',
        en: 'The log holds no beginnings and ends of service: no scenario can come of it.',
      },
    });
  return {
    kind: 'tickets',
    source,
    scenario,
    service,
    arrivals: arrivals.classes,
    dayFactorCv: arrivals.dayFactorCv,
    specialDays: arrivals.specialDays,
    patience,
    noShow,
    credit,
    staffing: {
      kind,
      from: 'inferred',
      edgesS,
      profiles: profilesOf(hall, edgesS),
      windows: shown,
      turnS,
      remark: staffingRemark(nameless, kind === 'windows', dayCv, [availability, beside]),
    },
    queues: [],
    cases: [],
    unknowns,
    doubts: {
      arrivals: arrivals.doubt,
      service: doubtsOf(service),
      staffing: Math.min(0.5, dayCv),
    },
  };
}

/** Where a log comes from. */
export function sourceOf(
  log: { readonly days: readonly string[]; readonly rows: number },
  { name }: CalibrateOptions,
): LogSource {
  return {
    name,
    from: log.days[0] ?? '',
    to: log.days.at(-1) ?? '',
    days: log.days.length,
    rows: log.rows,
  };
}

/** Standard errors of the logarithms of mean service times, by class. */
export function doubtsOf(service: readonly DurationFit[]): Record<string, number> {
  return Object.fromEntries(
    service.map(({ classId, meanS }) => [
      classId,
      meanS.ci95 && meanS.ci95[0] > 0 ? Math.log(meanS.ci95[1] / meanS.ci95[0]) / (2 * 1.96) : 0.5,
    ]),
  );
}

/** Days with fewer known waits say nothing of how fast the windows were. */
const FEWEST_WAITS = 20;

/**
 * Factors on all windows' speed: what makes the log's own days wait as they did, and what the scenario
 * needs besides. It knows the usual day only: who is at the windows and who comes go together and scatter
 * in a hall, and waits grow faster than either, so that usual days alone would wait too little.
 */
function availabilityOf(
  scenario: Scenario,
  log: TicketLog,
  classOf: Int32Array,
  visits: Visits,
  special: ReadonlySet<number>,
  edgesS: readonly number[],
  seed: number,
  staff: (day: number) => readonly WindowPart[],
): readonly [ofDays: number, foreseen: number] {
  const { horizon } = scenario;
  if (horizon.kind !== 'day') return [1, 1];
  const classIndex = scenario.classes.map(({ id }) => visits.classes.findIndex((c) => c.id === id));
  const ids = scenario.classes.map(({ id }) => id);
  const came = visits.classes.map(() => log.days.map((): number[] => []));
  const toS = visits.fromS + visits.bins * BIN_S;
  for (let i = 0; i < log.rows; i++) {
    const s = cameAt(log, i);
    if (s >= visits.fromS && s < toS) came[classOf[i]!]![log.day[i]!]!.push(s);
  }
  for (const ofDay of came.flat()) ofDay.sort((a, b) => a - b);
  const waiting = new Float64Array(log.days.length);
  const people = new Float64Array(log.days.length);
  for (let i = 0; i < log.rows; i++) {
    const wait = waitEnds(log, i) - log.ticketS[i]!;
    if (!(wait >= 0)) continue;
    waiting[log.day[i]!]! += wait;
    people[log.day[i]!]!++;
  }
  const days = log.days.flatMap((date, d): DayAgain[] => {
    if (special.has(d) || people[d]! < FEWEST_WAITS) return [];
    const windows = staff(d).map((w) => ({
      ...scenario.windows[0]!,
      ...w,
      shifts: [...w.shifts],
      serves: w.serves.filter((id) => ids.includes(id)),
    }));
    if (ids.some((id) => windows.every((w) => !w.serves.includes(id)))) return [];
    return [
      {
        scenario: {
          ...scenario,
          horizon: { ...horizon, date },
          classes: arrivalsAgain(
            scenario,
            classIndex.map((c) => came[c]![d]!),
          ),
          windows,
        },
        groupOf: windows.map(() => 0),
        waitingS: [waiting[d]!],
        people: [people[d]!],
      },
    ];
  });
  if (days.length === 0) return [1, 1];
  const all = [ids.map((_, c) => c)];
  const own = findPace(days, all, edgesS, seed)[0]!;
  const windows = scenario.windows.map((w) => ({
    ...w,
    efficiency: numberOf(w.efficiency) * own,
  }));
  const foreseen = days.map((day) => ({
    ...day,
    scenario: { ...scenario, windows, horizon: day.scenario.horizon },
    groupOf: windows.map(() => 0),
  }));
  return [own, findPace(foreseen, all, edgesS, seed)[0]!];
}

/** When a visitor is taken to have come: the ticket, or what is next known of them. */
function cameAt(log: TicketLog, i: number): number {
  return Number.isFinite(log.ticketS[i]!) ? log.ticketS[i]! : calledAt(log, i);
}

/** Half hours in which less of a day's visits than this come belong to no opening hours. */
const HARDLY = 0.0005;

function visitsOf(log: TicketLog, classes: Visits['classes'], classOf: Int32Array): Visits {
  const ofBin = new Float64Array(48);
  for (let i = 0; i < log.rows; i++) {
    const b = Math.floor(cameAt(log, i) / BIN_S);
    if (b >= 0 && b < 48) ofBin[b]!++;
  }
  const least = Math.max(1, HARDLY * log.rows);
  const first = Math.max(
    0,
    ofBin.findIndex((n) => n >= least),
  );
  const last = Math.max(
    first,
    ofBin.findLastIndex((n) => n >= least),
  );
  const visits = emptyVisits(classes, log.days, first * BIN_S, (last + 1) * BIN_S);
  for (let i = 0; i < log.rows; i++) {
    const b = Math.floor((cameAt(log, i) - visits.fromS) / BIN_S);
    if (b >= 0 && b < visits.bins)
      visits.counts[(classOf[i]! * log.days.length + log.day[i]!) * visits.bins + b]!++;
  }
  return visits;
}

function byClass(log: TicketLog, classOf: Int32Array, classes: number) {
  const collect = (value: (i: number) => number): Float64Array[] => {
    const n = new Int32Array(classes);
    for (let i = 0; i < log.rows; i++) if (value(i) >= 0) n[classOf[i]!]!++;
    const lists = Array.from(n, (size) => new Float64Array(size));
    n.fill(0);
    for (let i = 0; i < log.rows; i++) {
      const x = value(i);
      const c = classOf[i]!;
      if (x >= 0) lists[c]![n[c]!++] = x;
    }
    return lists;
  };
  const would = goneWithin(log, classOf, classes);
  return {
    service: collect((i) => serviceOf(log, i)),
    gone: collect((i) => would[i]!),
    left: collect((i) =>
      log.outcome[i] === TicketOutcome.Abandoned ? log.endS[i]! - log.ticketS[i]! : Number.NaN,
    ),
    called: collect((i) => (wasCalled(log, i) ? waitEnds(log, i) - log.ticketS[i]! : Number.NaN)),
  };
}

/**
 * Of who left at a time that is not recorded: the wait that they would have had, until somebody of their class
 * who came after them was called; NaN of all others, and where nobody was.
 */
function goneWithin(log: TicketLog, classOf: Int32Array, classes: number): Float64Array {
  const would = new Float64Array(log.rows).fill(Number.NaN);
  const nextS = new Float64Array(classes);
  let day = -1;
  for (let i = log.rows - 1; i >= 0; i--) {
    if (log.day[i] !== day) {
      day = log.day[i]!;
      nextS.fill(Number.NaN);
    }
    const c = classOf[i]!;
    if (log.outcome[i] !== TicketOutcome.Abandoned) {
      if (wasCalled(log, i)) nextS[c] = calledAt(log, i);
    } else if (Number.isNaN(log.endS[i]!)) would[i] = Math.max(0, nextS[c]! - log.ticketS[i]!);
  }
  return would;
}

/** Who did not come, of those called who had to wait: whoever is called at once is there. */
function noShowOf(log: TicketLog): Estimate | null {
  let missed = 0;
  let called = 0;
  for (let i = 0; i < log.rows; i++) {
    if (calledAt(log, i) - log.ticketS[i]! <= 0) continue;
    if (log.outcome[i] === TicketOutcome.NoShow) missed++;
    if (log.outcome[i] === TicketOutcome.Served) called++;
  }
  return missed + called === 0 ? null : shareOf(missed, missed + called);
}

/** How long a window is held up by somebody who does not come: from call to end, or half a minute. */
function lostOf(log: TicketLog): { readonly valueS: number; readonly known: boolean } {
  let sum = 0;
  let n = 0;
  for (let i = 0; i < log.rows; i++) {
    if (log.outcome[i] !== TicketOutcome.NoShow) continue;
    const lost = log.endS[i]! - calledAt(log, i);
    if (lost > 0 && lost < 900) {
      sum += lost;
      n++;
    }
  }
  return n >= 5 ? { valueS: Math.max(1, sum / n), known: true } : { valueS: 30, known: false };
}

const FEWEST_TURNS = 20;

/** From one visitor's end to the next one's beginning while somebody waits: next call and the walk to the window. */
function turnOf(log: TicketLog, turnS: number, turns: number): Estimate | null {
  let walk = 0;
  let walks = 0;
  for (let i = 0; i < log.rows; i++) {
    const gap = log.startS[i]! - log.callS[i]!;
    if (gap >= 0 && gap < 600) {
      walk += gap;
      walks++;
    }
  }
  const value = (turns >= FEWEST_TURNS ? turnS : 0) + (walks > 0 ? walk / walks : 0);
  return value > 0.5 ? { value, ci95: null, n: turns } : null;
}

function meanOf(service: readonly DurationFit[]): number {
  const rows = service.reduce((sum, f) => sum + f.rows, 0);
  return rows > 0 ? service.reduce((sum, f) => sum + f.rows * f.meanS.value, 0) / rows : 0;
}

function orderOf(credit: CreditFit | undefined): { readonly creditS?: number } {
  return credit && credit.explained > credit.explainedWithout + 0.01 && credit.creditS.value > 0
    ? { creditS: Math.min(86_400, credit.creditS.value) }
    : {};
}

function staffingRemark(
  nameless: boolean,
  byWindow: boolean,
  dayCv: number,
  [ofDays, beside]: readonly [number, number],
) {
  const scatter = (100 * dayCv).toFixed(0);
  const zh = nameless
    ? '记录没有窗口一栏：开放窗口数由同时办理的人数推断，没有人等候时只是下限。'
    : '窗口是否有人由办理记录推断：空闲而有人在等即视为不在岗，空闲而无人等候视为在岗。';
  const en = nameless
    ? 'The log has no windows: their number is inferred from how many were served at once, and is a lower limit while nobody waits.'
    : 'Who was there is inferred from who served: idle while somebody waited is taken as away, idle while nobody waited as there.';
  const nameZh = byWindow ? '' : '每天在岗的人不同，方案只保留各时段的窗口数。';
  const nameEn = byWindow
    ? ''
    : ' Different clerks come on different days, so the scenario keeps their number only.';
  return {
    zh: `${zh}${nameZh}每日窗口小时数的波动约 ${scatter} %。为使记录中的各天重新模拟后等候一致，窗口速度乘以 ${ofDays.toFixed(2)}；方案只有通常的一天，人手和来人的波动使等候更长，再乘以 ${beside.toFixed(2)}。`,
    en: `${en}${nameEn} Window hours scatter by some ${scatter} % from day to day. So that the log's days, simulated again, wait as they did, windows work ${ofDays.toFixed(2)} times as fast; and as the scenario has usual days only, without all the scatter of staff and visitors, ${beside.toFixed(2)} times that.`,
  };
}

function note(
  unknowns: Unknown[],
  log: TicketLog,
  facts: {
    nameless: boolean;
    served: number;
    patience: readonly PatienceFit[];
    noShow: Estimate | null;
    days: number;
    turnS: Estimate | null;
    credit: readonly CreditFit[];
  },
): void {
  const add = (about: string, zh: string, en: string) => unknowns.push({ about, text: { zh, en } });
  if (
    facts.patience.every(({ left }) => left === 0) &&
    !log.outcome.includes(TicketOutcome.Abandoned)
  )
    add(
      'patience',
      '记录中没有人中途离开：耐心无从得知，方案按无限耐心计算。',
      'Nobody is seen leaving: patience cannot be known, and the scenario lets people wait for ever.',
    );
  if (!facts.noShow || facts.noShow.value === 0)
    add(
      'noShow',
      '记录中没有过号：或者没有发生，或者没有记录。',
      'No unanswered calls are in the log: either there were none or they were not recorded.',
    );
  let untimed = 0;
  for (let i = 0; i < log.rows; i++)
    if (log.outcome[i] === TicketOutcome.Abandoned && Number.isNaN(log.endS[i]!)) untimed++;
  if (untimed > 0)
    add(
      'patience',
      `${untimed} 人离开而没有记录何时离开：按在取号与本应被叫到之间离开估计耐心，所以不太确定。`,
      `${untimed} left at a time that is not recorded: patience is estimated from their having left between their ticket and the call they would have had, and is less sure for it.`,
    );
  let known = 0;
  for (let i = 0; i < log.rows; i++)
    if (Number.isFinite(waitEnds(log, i) - log.ticketS[i]!)) known++;
  if (known < log.rows / 2)
    add(
      'waits',
      '多数记录没有取号或叫号时间：等候时间无从得知，也无法核对。',
      'Most rows lack ticket or call: waits are not known and nothing can be checked against them.',
    );
  add(
    'staffing',
    '谁在岗没有记录，只能由办理情况推断；空闲的人与不在的人分不清。',
    'Who was on duty is not recorded, only who served; an idle clerk and an absent one look alike.',
  );
  if (facts.days < 10)
    add(
      'weekdays',
      `只有 ${facts.days} 天：各星期几之间的差别和日间波动只有粗略的依据。`,
      `Only ${facts.days} days: differences between days of the week and the scatter of days are known roughly.`,
    );
  add(
    'seasons',
    '季节、节日和长期变化不在这段记录之内。',
    'Seasons, festivals and trends are beyond this log.',
  );
  add(
    'walking',
    '大厅里的步行、咨询台和取号机不在记录中，其时间包含在叫号之后。',
    'Walking, guide desk and ticket machine are not in the log; what they take after the call is in the windows’ pace.',
  );
}
