import { describe, expect, it } from 'vitest';
import { calibrate } from '../../../src/calibration/fit/calibrate';
import {
  combine,
  combinedWait,
  type LeftOut,
  weightsOf,
} from '../../../src/calibration/fit/combination';
import { heldBackOf } from '../../../src/calibration/fit/held-back';
import { withPastWaits } from '../../../src/calibration/fit/past-waits';
import { validate } from '../../../src/calibration/fit/validate';
import { hallDigest } from '../../../src/scenarios/hall-digest';
import { readScenario } from '../../../src/scenarios/read';
import { normalQuantile } from '../../../src/sim/kernel/normal';
import { Streams } from '../../../src/sim/kernel/streams';
import { loggedHall, simulateLog } from '../simulated';

/** Half hours whose forecasts are off by independent normal errors of so many seconds. */
function halfHours(modelSd: number, pastSd: number, days: number, queue: string | null, seed = 1) {
  const stream = new Streams(seed, 0).stream('pairs', queue ?? '').at(0);
  const error = (sd: number) => sd * normalQuantile(stream.uniform());
  return Array.from({ length: days * 16 }, (_, i): LeftOut => {
    const observedS = 900 + error(200);
    return {
      date: `2021-03-${String(1 + (i % days)).padStart(2, '0')}`,
      queue,
      observedS,
      modelS: observedS + error(modelSd),
      pastS: observedS + error(pastSd),
    };
  });
}

describe('the weight of the model beside past days', () => {
  it('is the one of least variance where errors are independent: σ₂²/(σ₁² + σ₂²) (Bates and Granger 1969)', () => {
    for (const [model, past] of [
      [100, 100],
      [100, 200],
      [300, 100],
    ] as const) {
      const weight = weightsOf(halfHours(model, past, 28, null)).get(null)!;
      expect(weight).toBeCloseTo(past ** 2 / (model ** 2 + past ** 2), 1);
    }
  });

  it('is one for a model without error, nought beside means without error, and a half where both say the same', () => {
    expect(weightsOf(halfHours(0, 100, 5, null)).get(null)).toBe(1);
    expect(weightsOf(halfHours(100, 0, 5, null)).get(null)).toBe(0);
    const same = halfHours(0, 100, 5, null).map((pair) => ({ ...pair, modelS: pair.pastS }));
    expect(weightsOf(same).get(null)).toBe(0.5);
  });

  it('of a queue that hardly tells anything leans on the others', () => {
    const many = halfHours(100, 300, 20, 'many');
    const alone = weightsOf([...many, ...halfHours(300, 100, 20, 'other')]);
    const few = weightsOf([...many, ...halfHours(300, 100, 20, 'other').slice(0, 3)]);
    expect(alone.get('other')!).toBeLessThan(0.4);
    expect(few.get('other')!).toBeGreaterThan(alone.get('other')! + 0.2);
  });
});

describe('the combined forecast', () => {
  it('holds nine of ten new half hours in its 90 % interval', () => {
    let [inside, all] = [0, 0];
    for (let seed = 1; seed <= 20; seed++) {
      const [part] = combine(halfHours(150, 250, 28, null, seed));
      for (const { observedS, modelS, pastS } of halfHours(150, 250, 28, null, 100 + seed)) {
        const [low, high] = combinedWait(part!, { modelS, pastS }).interval90S;
        if (observedS >= low && observedS <= high) inside++;
        all++;
      }
    }
    // 8,960 half hours: five standard errors of both samples together.
    expect(Math.abs(inside / all - 0.9)).toBeLessThan(0.0225);
  });

  it('is nearer than either on new half hours', () => {
    const [part] = combine(halfHours(150, 150, 28, null));
    const fresh = halfHours(150, 150, 28, null, 3);
    const off = (said: (pair: LeftOut) => number) =>
      fresh.reduce((sum, pair) => sum + Math.abs(said(pair) - pair.observedS), 0);
    const both = off((pair) => combinedWait(part!, pair).waitS);
    expect(both).toBeLessThan(off(({ modelS }) => modelS));
    expect(both).toBeLessThan(off(({ pastS }) => pastS));
  });

  it('is not made of two days, nor of a handful of half hours', () => {
    expect(combine(halfHours(100, 100, 2, null))).toEqual([]);
    expect(combine(halfHours(100, 100, 28, null).slice(0, 10))).toEqual([]);
  });
});

describe('weights in a validation', () => {
  const log = simulateLog(
    loggedHall('small', [{ from: '09:00', to: '12:00' }], {
      classes: [
        {
          id: 'a',
          name: 'a',
          arrivals: {
            kind: 'poissonByInterval',
            intervals: [{ from: '09:00', to: '12:00', perHour: 18 }],
            dayFactorCv: 0.15,
          },
          service: { dist: 'exponential', meanS: 180 },
          patience: { dist: 'exponential', meanS: 3600 },
        },
      ],
      windows: [{ id: 'w1', name: 'w1', serves: ['a'] }],
    }),
    7,
    0,
  );
  const options = { name: 'small', heldBack: 2, replications: 5 };
  const validation = validate(log, options);

  it('come of the fitted days alone: other waits on the days kept back change none of them', () => {
    const held = new Set(heldBackOf(log, options));
    const later = (s: number, i: number) => (held.has(log.days[log.day[i]!]!) ? s + 3000 : s);
    const changed = validate(
      {
        ...log,
        callS: log.callS.map(later),
        startS: log.startS.map(later),
        endS: log.endS.map(later),
      },
      options,
    );
    expect(changed.combined!.parts).toEqual(validation.combined!.parts);
    expect(changed.errors[0]!.maeS).toBeGreaterThan(2 * validation.errors[0]!.maeS);
  });

  it('are told in plain words in both languages, and the errors of the combined forecast stand beside the others', () => {
    const { combined, errors, days } = validation;
    const { zh, en } = combined!.told as { zh: string; en: string };
    const percent = `${Math.round(100 * combined!.hall.modelWeight)} %`;
    expect(zh).toContain(`模型占 ${percent}`);
    expect(en).toContain(`the model counts for ${percent}`);
    expect(errors.map(({ by }) => by)).toContain('combined');
    expect(days[0]!.combinedS!.some((s) => s !== null)).toBe(true);
  });

  it('go with the scenario, beside the means of all days, and are read again', () => {
    const whole = withPastWaits(calibrate(log, { name: 'small' }), validation.combined);
    const { pastWaits } = readScenario(JSON.stringify(whole.scenario), 'test');
    expect(pastWaits!.modelWeight).toBeCloseTo(validation.combined!.hall.modelWeight, 2);
    expect(pastWaits!.ofHall).toBe(hallDigest(whole.scenario!));
    // Nine to half past, by hand: the mean over days of the mean wait of who came then and was called.
    const byDay = log.days.flatMap((_, d) => {
      const waits: number[] = [];
      for (let i = 0; i < log.rows; i++)
        if (log.day[i] === d && log.ticketS[i]! < 34_200 && log.callS[i]! >= 0)
          waits.push(log.callS[i]! - log.ticketS[i]!);
      return waits.length >= 3 ? [waits.reduce((sum, s) => sum + s, 0) / waits.length] : [];
    });
    const first = pastWaits!.halfHours[0]!;
    expect(first).toMatchObject({ from: '09:00', to: '09:30', days: byDay.length });
    expect(first.waitS / (byDay.reduce((sum, s) => sum + s, 0) / byDay.length)).toBeCloseTo(1, 2);
  });

  it('are absent where there are too few days to leave any out', () => {
    const first = log.days.slice(0, 5);
    const short = validate(
      { ...log, days: first, ...onlyDays(log, 5) },
      { ...options, heldBack: 1, replications: 2 },
    );
    expect(short.combined).toBeNull();
    expect(short.errors.map(({ by }) => by)).not.toContain('combined');
  });
});

/** The rows of the first so many days: rows are in order. */
function onlyDays(log: ReturnType<typeof simulateLog>, days: number) {
  const rows = log.day.findIndex((d) => d >= days);
  return {
    rows,
    day: log.day.slice(0, rows),
    ticketS: log.ticketS.slice(0, rows),
    callS: log.callS.slice(0, rows),
    startS: log.startS.slice(0, rows),
    endS: log.endS.slice(0, rows),
    window: log.window.slice(0, rows),
    item: log.item.slice(0, rows),
    outcome: log.outcome.slice(0, rows),
    priority: log.priority.slice(0, rows),
  };
}
