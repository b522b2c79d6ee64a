import fc from 'fast-check';
import { type Scenario, type ScenarioInput, scenarioSchema } from '../../../src/scenarios/scenario';

/** A day scenario without a floor plan, with what a test wants to be different. */
export function dayScenario(changes: Partial<ScenarioInput> = {}): Scenario {
  return scenarioSchema.parse({
    format: 'hall-twin/scenario',
    version: 1,
    id: 'test',
    name: 'test',
    floorplan: null,
    horizon: {
      kind: 'day',
      sessions: [{ from: '09:00', to: '12:00' }],
      closing: 'serveInside',
    },
    targetWaitS: 600,
    classes: [
      {
        id: 'a',
        name: 'a',
        arrivals: { kind: 'list', atS: [32400, 32410, 32420] },
        service: { dist: 'deterministic', valueS: 60 },
      },
    ],
    windows: [{ id: 'w1', name: 'w1', serves: ['a'] }],
    ...changes,
  } satisfies ScenarioInput);
}

/** A morning of 60 visits that differ from day to day, busiest at ten, with two windows for class `a`. */
export function morningScenario(
  changes: Pick<ScenarioInput, 'classes'> & Partial<ScenarioInput>,
): Scenario {
  return dayScenario({
    demand: {
      visitsPerDay: 60,
      profile: [
        { from: '09:00', to: '10:00', weight: 1 },
        { from: '10:00', to: '11:00', weight: 2 },
        { from: '11:00', to: '12:00', weight: 1 },
      ],
      dayFactorCv: 0.15,
    },
    windows: ['w1', 'w2'].map((id) => ({ id, name: id, serves: ['a'] })),
    ...changes,
  });
}

const seconds = (min: number, max: number) => fc.integer({ min, max });

const distribution = fc.oneof(
  seconds(0, 900).map((valueS) => ({ dist: 'deterministic' as const, valueS })),
  seconds(1, 900).map((meanS) => ({ dist: 'exponential' as const, meanS })),
  seconds(1, 900).map((meanS) => ({ dist: 'lognormal' as const, meanS, cv: 0.8 })),
);

/** Random small halls: classes, shifts, lunch, patience, approvals, priorities, both ways to close. */
export const anyScenario: fc.Arbitrary<ScenarioInput> = fc
  .record({
    closing: fc.constantFrom('serveInside' as const, 'sendAway' as const),
    lunch: fc.boolean(),
    classes: fc.array(
      fc.record({
        perHour: fc.integer({ min: 0, max: 60 }),
        service: distribution,
        patience: fc.option(distribution),
        priority: fc.integer({ min: 0, max: 2 }),
        approval: fc.constantFrom(0, 0.3, 1),
        approvalTime: distribution,
        issue: distribution,
      }),
      { minLength: 1, maxLength: 3 },
    ),
    windows: fc.array(
      fc.record({
        serves: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
        shift: fc.constantFrom(
          null,
          ['09:00', '11:30'] as const,
          ['10:00', '14:30'] as const,
          ['09:00', '09:20'] as const,
        ),
        efficiency: fc.constantFrom(0.5, 1, 2),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    approvers: fc.integer({ min: 1, max: 2 }),
    issuingShift: fc.constantFrom(null, ['09:00', '10:00'] as const),
    guide: fc.constantFrom(0, 0.5),
    kiosk: fc.constantFrom(0, 0.2),
    machine: fc.boolean(),
    rating: fc.boolean(),
  })
  .map((r): ScenarioInput => {
    const ids = r.classes.map((_, i) => `c${i}`);
    const shifts = (shift: readonly [string, string] | null) =>
      shift ? { shifts: [{ from: shift[0], to: shift[1] }] } : {};
    const brief = { dist: 'deterministic' as const, valueS: 20 };
    return {
      format: 'hall-twin/scenario',
      version: 1,
      id: 'random',
      name: 'random',
      floorplan: null,
      horizon: {
        kind: 'day',
        sessions: r.lunch
          ? [
              { from: '09:00', to: '12:00' },
              { from: '13:00', to: '15:00' },
            ]
          : [{ from: '09:00', to: '15:00' }],
        closing: r.closing,
      },
      targetWaitS: 600,
      classes: r.classes.map((c, i) => ({
        id: ids[i]!,
        name: ids[i]!,
        arrivals: { kind: 'poisson', perHour: c.perHour },
        priority: c.priority,
        service: c.service,
        patience: c.patience,
        outcomes: {
          done: 1 - c.approval,
          approval: {
            share: c.approval,
            backOffice: 'office',
            duration: c.approvalTime,
            issue: c.issue,
          },
        },
      })),
      windows: [
        // The first window serves everybody all day, so that every class has a window.
        { id: 'w0', name: 'w0', serves: ids },
        ...r.windows.map((w, i) => ({
          id: `w${i + 1}`,
          name: `w${i + 1}`,
          serves: ids.filter((_, c) => w.serves[c]),
          efficiency: w.efficiency,
          ...shifts(w.shift),
        })),
        {
          id: 'issue',
          name: 'issue',
          area: 'issuing',
          serves: [],
          ...shifts(r.issuingShift),
        },
      ],
      backOffices: [{ id: 'office', name: 'office', approvers: r.approvers }],
      ...(r.guide > 0 ? { guideDesk: { share: r.guide, service: brief } } : {}),
      ...(r.kiosk > 0 ? { kiosk: { share: r.kiosk, service: brief } } : {}),
      ...(r.machine ? { ticketMachine: { service: brief } } : {}),
      ...(r.rating
        ? { rating: { shares: [1, 0, 0, 0, 0], duration: { dist: 'deterministic', valueS: 5 } } }
        : {}),
    };
  });

const shareOf = fc.constantFrom(0, 0.2, 0.6, 1);
const workingDays = fc.oneof(
  fc.constantFrom(0, 1, 3).map((n) => ({ kind: 'fixed' as const, days: n })),
  fc.constant({ kind: 'uniform' as const, minDays: 0, maxDays: 2 }),
  fc.constant({ kind: 'geometric' as const, meanDays: 1.5 }),
);
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined, freq: 2 });

/** What a hall may have besides; every mechanism of the process, each there or not. */
const mechanisms = fc.record({
  days: maybe(fc.integer({ min: 1, max: 5 })),
  doorsOpenBeforeS: fc.constantFrom(0, 900),
  queueing: fc.constantFrom(
    { kind: 'pooled' as const },
    { kind: 'separateLines' as const, choice: 'shortest' as const, jockeyAt: 2 },
    { kind: 'separateLines' as const, choice: 'random' as const, jockeyAt: null },
    { kind: 'separateLines' as const, choice: 'shortest' as const, jockeyAt: null },
    { kind: 'bySkill' as const, reserve: 1, helpAtWaiting: 2 },
  ),
  green: maybe(
    fc.constantFrom({ kind: 'first' as const }, { kind: 'credit' as const, creditS: 600 }),
  ),
  calls: maybe(
    fc.record({
      noShow: shareOf,
      recalls: fc.integer({ min: 0, max: 2 }),
      afterS: fc.constant(20),
      answers: shareOf,
      passedOver: fc.constantFrom('leaves' as const, 'rejoins' as const),
    }),
  ),
  wrongTicket: maybe(fc.constantFrom('firstAsked' as const, 'newTicket' as const)),
  capacity: maybe(fc.constantFrom(0, 3, 20)),
  balking: maybe(shareOf),
  companions: fc.boolean(),
  lunchTurns: fc.boolean(),
  absence: maybe(fc.record({ share: shareOf, afterS: fc.option(fc.constantFrom(0, 1800)) })),
  onDemand: fc.boolean(),
  /** The window whose clerk has a break: the one that serves everybody, or another. */
  breakAt: fc.constantFrom(0, 1),
  guideHours: fc.boolean(),
  detects: maybe(shareOf),
  missing: fc.constantFrom(0, 0.4),
  incomplete: maybe(fc.record({ share: shareOf, online: shareOf, after: workingDays })),
  returns: maybe(
    fc.record({
      share: shareOf,
      after: fc.oneof(
        workingDays,
        fc.constant({
          kind: 'delay' as const,
          duration: { dist: 'exponential' as const, meanS: 1800 },
        }),
      ),
      again: fc.constantFrom(0, 0.5),
    }),
  ),
  promised: maybe(
    fc.record({
      promisedDays: fc.integer({ min: 0, max: 2 }),
      survey: maybe(fc.record({ share: shareOf, after: workingDays })),
      agrees: shareOf,
      delivered: maybe(shareOf),
      collectAfter: workingDays,
      work: distribution,
    }),
  ),
  joint: fc.boolean(),
  appointments: maybe(
    fc.record({ booked: shareOf, noShow: shareOf, sdS: fc.constantFrom(0, 900) }),
  ),
  lowRatings: fc.boolean(),
});

/** Random halls with every mechanism of the process. */
export const anyHall: fc.Arbitrary<ScenarioInput> = fc
  .tuple(anyScenario, mechanisms)
  .map(([plain, m]): ScenarioInput => {
    const { horizon } = plain;
    if (horizon.kind !== 'day') throw new TypeError('the plain scenarios are days');
    const brief = { dist: 'deterministic' as const, valueS: 15 };
    const office = { backOffice: 'office', duration: brief };
    return {
      ...plain,
      horizon: {
        ...(m.days === undefined
          ? { kind: 'day' as const }
          : { kind: 'days' as const, firstDate: '2026-03-05', workingDays: m.days, warmUpDays: 1 }),
        sessions: horizon.sessions,
        closing: horizon.closing,
        doorsOpenBeforeS: m.doorsOpenBeforeS,
      },
      queueing: m.queueing,
      ...(m.green ? { greenChannel: { share: 0.3, rule: m.green } } : {}),
      ...(m.calls ? { calls: m.calls } : {}),
      ...(m.wrongTicket
        ? { wrongTicket: { share: 0.3, clarify: brief, rule: m.wrongTicket } }
        : {}),
      ...(m.capacity === undefined ? {} : { waitingZone: { capacity: m.capacity } }),
      ...(m.companions ? { companions: { byNumber: [0.5, 0.3, 0.2] } } : {}),
      staff: {
        ...(m.lunchTurns
          ? {
              lunch: {
                kind: 'inTurns' as const,
                turns: [
                  { from: '10:30', to: '11:00' },
                  { from: '11:00', to: '11:30' },
                ],
              },
            }
          : {}),
        ...(m.absence
          ? {
              absence: {
                share: m.absence.share,
                cover:
                  m.absence.afterS === null ? null : { afterS: m.absence.afterS, efficiency: 0.8 },
              },
            }
          : {}),
      },
      classes: plain.classes.map((c) => ({
        ...c,
        ...(m.balking === undefined ? {} : { balking: [{ waiting: 2, share: m.balking }] }),
        ...(m.appointments
          ? {
              appointments: {
                slots: [{ from: '09:00', to: '11:00', everyS: 900, places: 2 }],
                booked: m.appointments.booked,
                noShow: m.appointments.noShow,
                punctuality: { meanS: -300, sdS: m.appointments.sdS },
                priority: 3,
              },
            }
          : {}),
        outcomes: {
          done: (1 - m.missing) * (c.outcomes!.done as number) * (m.promised ? 0.5 : 1),
          approval: {
            ...c.outcomes!.approval!,
            share: (1 - m.missing) * (c.outcomes!.approval!.share as number),
            joint: m.joint ? [office, { ...office, backOffice: 'second' }] : [],
          },
          promised: m.promised ? (1 - m.missing) * (c.outcomes!.done as number) * 0.5 : 0,
          sentBack: m.missing,
        },
        ...(m.promised
          ? {
              promisedCase: {
                promisedDays: m.promised.promisedDays,
                ...(m.promised.survey ? { survey: m.promised.survey } : {}),
                review: [
                  { backOffice: 'office', duration: m.promised.work, agrees: m.promised.agrees },
                  { backOffice: 'second', duration: m.promised.work },
                ],
                result:
                  m.promised.delivered === undefined
                    ? { kind: 'none' as const }
                    : {
                        kind: 'handedOver' as const,
                        delivered: m.promised.delivered,
                        collectAfter: m.promised.collectAfter,
                        issue: brief,
                      },
              },
            }
          : {}),
        ...(m.incomplete
          ? {
              acceptedIncomplete: {
                share: m.incomplete.share,
                online: m.incomplete.online,
                broughtAfter: m.incomplete.after,
                handIn: brief,
              },
            }
          : {}),
        ...(m.returns ? { returnVisit: m.returns } : {}),
      })),
      windows: plain.windows.map((w, i) => ({
        ...w,
        helps: i > 0 && w.area !== 'issuing' ? plain.classes.map((c) => c.id) : [],
        breaks: i === m.breakAt ? [{ from: '09:30', to: '09:45' }] : [],
        ...(m.onDemand && i === 2 && w.area !== 'issuing'
          ? { onDemand: { whenWaiting: 3, untilWaiting: 1, afterS: 60 } }
          : {}),
      })),
      ...(plain.guideDesk
        ? {
            guideDesk: {
              ...plain.guideDesk,
              ...(m.guideHours ? { shifts: [{ from: '09:30', to: '11:00' }] } : {}),
              ...(m.detects === undefined ? {} : { paperCheck: { detects: m.detects } }),
            },
          }
        : {}),
      backOffices: [
        ...(plain.backOffices ?? []),
        { id: 'second', name: 'second', approvers: 1, shifts: [{ from: '09:30', to: '12:00' }] },
      ],
      ...(plain.rating && m.lowRatings
        ? {
            rating: {
              shares: [0.4, 0.2, 0.2, 0.1, 0.1] as [number, number, number, number, number],
              duration: brief,
              waitEffect: { perMinuteOverTarget: 0.05 },
              followUp: { backOffice: 'second', duration: brief, withinDays: 1 },
            },
          }
        : {}),
    };
  });
