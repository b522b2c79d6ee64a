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
