import { numberOf } from '../../scenarios/provenance';
import { dateOf, dayNumberOf } from '../../scenarios/work-calendar';
import type { TicketLog } from '../log/types';
import { fitArrivals } from './arrivals';
import { fitCredits } from './credit';
import { manned } from './day-parts';
import { fitDurations } from './durations';
import { fitPatience } from './patience';
import { presenceOf, QUARTER_S } from './presence';
import { provenanceOf, readable } from './provenance';
import { calibrationOf } from './result';
import { assembleScenario, type ClassPart, type WindowPart } from './scenario-parts';
import { sessionsOf, withinSessions } from './sessions';
import { sourceOf } from './source';
import { type OpenCounts, openCounts, openOn, positionsOf, profilesOf } from './staffing';
import { stepper } from './steps';
import { classesOf } from './ticket-classes';
import { ticketPace } from './ticket-pace';
import { noteTicketUnknowns, staffingRemark } from './ticket-remarks';
import { lostOf, noShowOf, timesByClass, turnOf, visitsOf } from './ticket-samples';
import type {
  CalibrateOptions,
  Calibration,
  CreditFit,
  DurationFit,
  PatienceFit,
  Unknown,
} from './types';
import { withWindows } from './virtual-windows';
import { weekdayIndexOf } from './visits';
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
  const times = timesByClass(log, classOf, classes.length);
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
  noteTicketUnknowns(unknowns, log, {
    nameless,
    served: served.size,
    patience,
    noShow,
    days,
    turnS,
    credit,
  });
  const assembled = (windows: readonly WindowPart[]) =>
    assembleScenario({
      source,
      options,
      classes: classParts,
      windows,
      dayFactorCv: arrivals.dayFactorCv?.value ?? 0,
      noShow: noShow && noShow.value > 0 ? { share: noShow.value, lostS: lostOf(log) } : null,
      weekdays: arrivals.classes[0]?.weekdays ?? [],
      sessions,
      date: dateOf(dayNumberOf(log.days.at(-1)!) + 1),
      windowsFrom: nameless
        ? { zh: '由同时办理的人数推断', en: 'inferred from how many were served at once' }
        : { zh: '由谁在何时办理推断', en: 'inferred from who served when' },
    });
  step('与实际等候对照', 'Matching the waits seen', 0.95);
  const matched =
    classParts.length > 0 && windowParts.length > 0
      ? ticketPace({
          scenario: assembled(windowParts),
          log,
          classOf,
          visits,
          special,
          edgesS,
          seed,
          isTrial: options.isTrial,
          staffOn: (d) =>
            staff((onDuty) => openOn(onDuty, d, weekday[d]!)).map((w) => ({
              ...w,
              efficiency: pace,
            })),
          staffUsually: byWindow
            ? null
            : (manning) =>
                assembled(staff((onDuty) => manned(openCounts(onDuty, weekday, special), manning))),
        })
      : null;
  const scenario = matched && {
    ...matched.scenario,
    windows: matched.scenario.windows.map((w) => ({
      ...w,
      efficiency: {
        value: readable(numberOf(w.efficiency) * matched.ofDays * matched.foreseen, 4),
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
  return calibrationOf({
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
      remark: staffingRemark(nameless, kind === 'windows', dayCv, matched),
    },
    unknowns,
    doubts: {
      arrivals: arrivals.doubt,
      service: doubtsOf(service),
      staffing: Math.min(0.5, dayCv),
    },
  });
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

/** Standard errors of the logarithms of mean service times, by class. */
function doubtsOf(service: readonly DurationFit[]): Record<string, number> {
  return Object.fromEntries(
    service.map(({ classId, meanS }) => [
      classId,
      meanS.ci95 && meanS.ci95[0] > 0 ? Math.log(meanS.ci95[1] / meanS.ci95[0]) / (2 * 1.96) : 0.5,
    ]),
  );
}
