import { describe, expect, it } from 'vitest';
import { fanLayout } from '../../src/charts/fan';
import { forecastSheets } from '../../src/report/forecast-sheets';
import { forecastWords, nowWords } from '../../src/report/forecast-words';
import { type HallStateInput, hallStateSchema } from '../../src/scenarios/hall-state';
import { hallScenario } from '../../src/scenarios/halls';
import { factsOf, onDate } from '../../src/scenarios/on-date';
import { InputError } from '../../src/scenarios/problem';
import { parseHallState } from '../../src/scenarios/read';
import { createLocalEvaluator } from '../../src/sim/experiments/local-evaluator';
import { prepare, recordDay, replicateWaits } from '../../src/sim/experiments/simulate';
import { Workshop } from '../../src/sim/experiments/workshop';
import { forecastDay } from '../../src/sim/forecast/day-forecast';
import { forecastNow } from '../../src/sim/forecast/now';
import { stateOfDay } from '../../src/sim/hall/state-of-day';
import { createTimeline } from '../../src/sim/hall/timeline';
import { morningScenario } from './hall/scenarios';
import { chiSquare } from './kernel/goodness';

const promise = { withinS: 600, share: 0.9, mostAbandoned: null };

/** One busy pool of two windows, open 9 to 12, with a calendar that knows market days. */
const small = morningScenario({
  classes: [
    {
      id: 'a',
      name: 'a',
      arrivals: { kind: 'share', share: 1 },
      service: { dist: 'lognormal', meanS: 240, cv: 0.6 },
      patience: { dist: 'gamma', meanS: 3600, cv: 0.8 },
    },
  ],
  calendar: { holidays: [{ from: '2026-10-01', to: '2026-10-07' }], makeUpDays: ['2026-10-10'] },
});

describe('a day to come', () => {
  it('is the day of the calendar, or refused with the next open one', () => {
    const day = onDate(small, { date: '2026-10-10', marketFactor: 1.5 });
    expect(factsOf(day, { date: '2026-10-10' })).toEqual({
      date: '2026-10-10',
      weekday: 'sat',
      factor: 1.5,
      marketDay: true,
      makeUpDay: true,
      visits: 90,
    });
    const closed = () => onDate(small, { date: '2026-10-03' });
    expect(closed).toThrow(InputError);
    expect(closed).toThrow(/The next open day is 2026-10-08/);
  });

  it('tells where the promise breaks, and shifts that mend it, on the same visitors', async () => {
    const base = { scenario: small, floorplan: null, seed: 1 };
    const request = {
      base,
      day: { date: '2026-10-13', marketFactor: 1.3 },
      promise,
      replications: 150,
    };
    const answer = await forecastDay(request, createLocalEvaluator());
    expect(answer.fan.halfHours.map(({ fromS }) => fromS / 3600)).toEqual([
      9, 9.5, 10, 10.5, 11, 11.5,
    ]);
    expect(answer.broken.length).toBeGreaterThan(0);
    for (const i of answer.broken)
      expect(answer.fan.halfHours[i]!.share.mean).toBeLessThan(promise.share);
    expect(answer.more.map(({ fromS }) => fromS)).toEqual(
      answer.broken.map((i) => answer.fan.halfHours[i]!.fromS),
    );
    // A window more never makes anybody late here.
    for (const { difference } of answer.more) expect(difference.mean).toBeGreaterThanOrEqual(0);
    expect(answer.mending!.mends).toBe(true);
    for (const { share } of answer.mending!.after.halfHours)
      expect(share.mean).toBeGreaterThanOrEqual(promise.share);
    // Half an hour less would not do: that is what cheapest nearby means.
    expect(answer.mending!.hours).toBeGreaterThan(0);
    expect(answer.complete).toBe(true);
    expect(await forecastDay(request, createLocalEvaluator())).toEqual(answer);
    expect(forecastWords(answer, small, 'zh').join('')).toMatch(/2026-10-13（周二、圩日/);
    expect(forecastSheets(answer, small, 'en')[0]!.rows).toHaveLength(6);
  });

  it('a quiet day needs nobody more', async () => {
    const base = { scenario: small, floorplan: null, seed: 1 };
    const day = { date: '2026-10-13', visitsPerDay: 12 };
    const answer = await forecastDay(
      { base, day, promise, replications: 60 },
      createLocalEvaluator(),
    );
    expect([answer.broken, answer.more, answer.mending]).toEqual([[], [], null]);
    expect(answer.spare.length).toBeGreaterThan(0);
  });
});

describe('the rest of a day', () => {
  const state = (changes: Partial<HallStateInput> = {}) =>
    hallStateSchema.parse({
      format: 'hall-twin/state',
      version: 1,
      at: '10:05',
      waiting: [{ count: 8, since: '09:45' }],
      windows: [
        { id: 'w1', open: true, serving: { since: '10:02' } },
        { id: 'w2', open: false },
      ],
      ...changes,
    });

  it('opening the closed window shortens what a newcomer waits', async () => {
    const base = { scenario: small, floorplan: null, seed: 2 };
    const now = await forecastNow(
      { base, state: state(), date: '2026-10-13', promise, replications: 120 },
      createLocalEvaluator(),
    );
    expect(now.waiting).toBe(8);
    // Eight before them and one at the window, four minutes each.
    expect(now.newcomers[0]!.medianS).toBeGreaterThan(25 * 60);
    const [effect] = now.effects;
    expect(effect).toMatchObject({ kind: 'open', window: 'w2', added: false });
    expect(effect!.newcomerS.ci95![1]).toBeLessThan(-5 * 60);
    expect(nowWords(now, small, 'en').join(' ')).toContain('Opening w2 now');
  });

  it('going on from a recorded day is as likely as that day: its rank among futures is uniform', () => {
    const days = 120;
    const futures = 9;
    const ranks = new Array<number>(futures + 1).fill(0);
    const experiment = prepare(onDate(small, { date: '2026-10-13' }), null, 11);
    const { scenario } = experiment.model;
    for (let r = 0; r < days; r++) {
      const timeline = createTimeline(recordDay(experiment, r));
      const taken = stateOfDay(timeline, (10 * 3600 + 300) * 1e6);
      const { arrived: _, ...rest } = taken;
      const went = replicateWaits(experiment, r).waiting;
      // The half hours from 10:30 on, as they went and as they might have gone.
      const later = (w: Float64Array, from: number) => w[from]! + w[from + 1]!;
      const truth = later(went, 3);
      const from = new Workshop().prepare({
        scenario,
        floorplan: null,
        seed: 500 + r,
        state: rest,
      });
      let below = 0;
      let equal = 0;
      for (let f = 0; f < futures; f++) {
        const might = later(replicateWaits(from, f).waiting, 1);
        if (might < truth) below++;
        else if (might === truth) equal++;
      }
      ranks[below + Math.floor((equal + 1) * ((r + 0.5) / days))]!++;
    }
    // Nine degrees of freedom: a true sample passes 33.7 with probability 1e-4.
    expect(chiSquare(ranks)).toBeLessThan(33.7);
  });

  it('a state taken from a recorded hall is one that may be read again', () => {
    const scenario = hallScenario('quxi');
    const timeline = createTimeline(recordDay(prepare(scenario, null, 1), 0));
    const taken = stateOfDay(timeline, 10.2 * 3600e6);
    expect(taken.waiting.length + taken.windows.filter((w) => w.serving).length).toBeGreaterThan(5);
    expect(parseHallState(JSON.parse(JSON.stringify(taken)), 'state', scenario)).toEqual(taken);
  });

  it.each<[string, Partial<HallStateInput>, string]>([
    [
      'busy though closed',
      { windows: [{ id: 'w2', open: false, serving: { since: '10:00' } }] },
      'windows[0].serving',
    ],
    ['waiting before the doors open', { waiting: [{ since: '08:00' }] }, 'waiting[0].since'],
    ['waiting since later', { waiting: [{ since: '10:06' }] }, 'waiting[0].since'],
    ['outside the hours', { at: '13:00' }, 'at'],
    ['an unknown window', { windows: [{ id: 'w9', open: true }] }, 'windows[0].id'],
    [
      'the same window twice',
      {
        windows: [
          { id: 'w1', open: true },
          { id: 'w1', open: false },
        ],
      },
      'windows[1].id',
    ],
    ['an unknown class', { waiting: [{ class: 'b', since: '10:00' }] }, 'waiting[0].class'],
    ['more people than a hall holds', { waiting: [{ count: 5000, since: '10:00' }] }, 'waiting'],
    [
      'back before now',
      { windows: [{ id: 'w2', open: false, backAt: '09:00' }] },
      'windows[0].backAt',
    ],
    ['another scenario', { scenario: 'other' }, 'scenario'],
    ['a closed day', { date: '2026-10-03' }, 'date'],
  ])('%s is refused by its field, with a remedy', (_, changes, path) => {
    const value = { format: 'hall-twin/state', version: 1, at: '10:05', ...changes };
    try {
      parseHallState(value, 'state', small);
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
      const [problem] = (error as InputError).problems;
      expect(problem!.path).toBe(path);
      expect(problem!.remedy.zh.length).toBeGreaterThan(3);
      return;
    }
    expect.unreachable();
  });
});

it('a fan is laid out with gaps between sessions, and the fan of before behind it', () => {
  const bins = [
    { fromS: 32_400, toS: 34_200, quantiles: [0, 1, 2, 3, 9] },
    { fromS: 46_800, toS: 48_600, quantiles: [0, 0, 1, 2, 3] },
  ];
  const layout = fanLayout({
    width: 600,
    height: 200,
    margins: { top: 20, right: 10, bottom: 20, left: 30 },
    bins,
    before: bins,
    target: { value: 15, text: 'promised' },
  });
  expect(layout.median.match(/M/g)).toHaveLength(2);
  expect(layout.before!.median).toBe(layout.median);
  expect(layout.yTicks.at(-1)!.value).toBeGreaterThanOrEqual(15);
  expect(layout.hits.map(({ index }) => index)).toEqual([0, 1]);
});
