import { expect, it } from 'vitest';
import { fanLayout } from '../../src/charts/fan';
import { forecastSheets } from '../../src/report/forecast-sheets';
import { forecastWords } from '../../src/report/forecast-words';
import { hallDigest } from '../../src/scenarios/hall-digest';
import { readScenario } from '../../src/scenarios/read';
import { createLocalEvaluator } from '../../src/sim/experiments/local-evaluator';
import { type DayForecast, forecastDay } from '../../src/sim/forecast/day-forecast';
import { dayScenario } from './hall/scenarios';

const promise = { withinS: 600, share: 0.9, mostAbandoned: null };
const hall = dayScenario({
  classes: [
    {
      id: 'a',
      name: 'a',
      arrivals: {
        kind: 'poissonByInterval',
        intervals: [{ from: '09:00', to: '12:00', perHour: 20 }],
      },
      service: { dist: 'exponential', meanS: 150 },
    },
  ],
  windows: [{ id: 'w1', name: 'w1', serves: ['a'] }],
});
/** Logs that waited longer and longer; the last half hour is unknown to them. */
const past = {
  ...hall,
  pastWaits: {
    halfHours: [300, 600, 900, 1200, 1500].map((waitS, i) => ({
      from: `${String(9 + Math.floor(i / 2)).padStart(2, '0')}:${i % 2 ? '30' : '00'}`,
      to: `${String(9 + Math.floor((i + 1) / 2)).padStart(2, '0')}:${i % 2 ? '00' : '30'}`,
      waitS,
      days: 8,
    })),
    modelWeight: 0.25,
    errorQuantiles: [-1, -0.4, 0, 0.3, 0.7],
    leftOutDays: 8,
    ofHall: hallDigest(hall),
  },
};

const ask = (scenario: typeof past | typeof hall, visitsPerDay?: number): Promise<DayForecast> =>
  forecastDay(
    {
      base: { scenario, floorplan: null, seed: 1 },
      day: { date: '2026-10-13', visitsPerDay },
      promise,
      replications: 20,
    },
    createLocalEvaluator(),
  );

it('joins simulated and past waits of each half hour by the weight, with the errors of left-out days about it', async () => {
  const { combined, fan } = await ask(past);
  for (const [i, half] of combined!.halfHours.slice(0, 5).entries()) {
    const model = fan.halfHours[i]!.waitS.mean.mean!;
    const both = 0.25 * model + 0.75 * past.pastWaits.halfHours[i]!.waitS;
    expect(half.waitS).toBeCloseTo(both, 9);
    expect(half.quantiles[0]).toBeCloseTo(Math.max(0, (both + 60) / Math.E - 60), 6);
    expect(half.quantiles[2]).toBeCloseTo(both, 6);
    expect(half.quantiles[4]).toBeCloseTo((both + 60) * Math.exp(0.7) - 60, 6);
  }
  expect(combined!.halfHours[5]).toMatchObject({ pastS: null, waitS: null });
});

it('survives being written and read, in whatever order the fields stand', async () => {
  const { pastWaits, classes, ...rest } = past;
  const again = readScenario(JSON.stringify({ classes, ...rest, pastWaits }), 'test');
  expect((await ask(again as typeof past)).past).toBe('same');
});

it('says nothing of a hall with another window, or of other visits, and says so', async () => {
  const more = { ...past, windows: [...past.windows, { ...past.windows[0]!, id: 'w2' }] };
  for (const forecast of [await ask(more), await ask(past, 90)]) {
    expect(forecast.combined).toBeNull();
    expect(forecast.past).toBe('changed');
    expect(forecastWords(forecast, past, 'en').join(' ')).toContain('no combined forecast');
    expect(forecastWords(forecast, past, 'zh').join('')).toContain('没有合成预测');
  }
  expect((await ask(hall)).past).toBe('none');
});

it('stands in the words, the table and the chart', async () => {
  const forecast = await ask(past);
  const words = forecastWords(forecast, past, 'en').join(' ');
  expect(words).toContain('the model counts for 25%, the mean of past days');
  expect(words).toContain('11:00–11:30');
  const [sheet] = forecastSheets(forecast, past, 'en');
  expect(sheet!.columns.map(({ name }) => name)).toContain('Combined forecast');
  expect(sheet!.rows[0]!.length).toBe(sheet!.columns.length);
  const layout = fanLayout({
    width: 600,
    height: 200,
    margins: { top: 20, right: 10, bottom: 20, left: 30 },
    bins: [{ fromS: 32_400, toS: 34_200, quantiles: [0, 1, 2, 3, 9] }],
    before: null,
    target: null,
    other: [{ value: 12, low: 6, high: 40 }],
  });
  expect(layout.other!.line).toMatch(/^M/);
  expect(layout.yTicks.at(-1)!.value).toBeGreaterThanOrEqual(40);
});
