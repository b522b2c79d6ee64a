import { describe, expect, it } from 'vitest';
import { type ScenarioInput, scenarioSchema } from '../../src/scenarios/scenario';
import {
  dateOf,
  dayNumberOf,
  isMarketDay,
  lunarDayOf,
  weekdayOf,
  workDaysOf,
} from '../../src/scenarios/work-calendar';

function scenario(changes: Partial<ScenarioInput>) {
  return scenarioSchema.parse({
    format: 'hall-twin/scenario',
    version: 1,
    id: 'calendar',
    name: 'calendar',
    floorplan: null,
    horizon: days('2026-02-09', 12),
    targetWaitS: 60,
    classes: [
      {
        id: 'a',
        name: 'a',
        arrivals: { kind: 'share', share: 1 },
        service: { dist: 'deterministic', valueS: 1 },
      },
    ],
    windows: [{ id: 'w', name: 'w', serves: ['a'] }],
    demand: { visitsPerDay: 10, profile: [{ from: '09:00', to: '10:00', weight: 1 }] },
    ...changes,
  } satisfies ScenarioInput);
}

const days = (firstDate: string, workingDays: number, warmUpDays = 0) => ({
  kind: 'days' as const,
  firstDate,
  workingDays,
  warmUpDays,
  sessions: [{ from: '09:00', to: '10:00' }],
  closing: 'serveInside' as const,
});

const demand = (more: Partial<NonNullable<ScenarioInput['demand']>>) => ({
  demand: {
    visitsPerDay: 10,
    profile: [{ from: '09:00', to: '10:00', weight: 1 }],
    ...more,
  },
});

/** The Spring Festival of 2026 as the State Council has set it: nine days, two Saturdays worked. */
const SPRING = {
  calendar: {
    holidays: [{ from: '2026-02-15', to: '2026-02-23' }],
    makeUpDays: ['2026-02-14', '2026-02-28'],
  },
};

describe('working days', () => {
  it('leave out weekends', () => {
    const dates = workDaysOf(scenario({})).map((d) => d.date);
    expect(dates.slice(3, 7)).toEqual(['2026-02-12', '2026-02-13', '2026-02-16', '2026-02-17']);
    expect(workDaysOf(scenario({})).map((d) => d.weekday)).not.toContain('sat');
  });

  it('leave out holidays, and hold the days that are worked instead', () => {
    const dates = workDaysOf(scenario(SPRING)).map((d) => d.date);
    expect(dates).toEqual([
      '2026-02-09',
      '2026-02-10',
      '2026-02-11',
      '2026-02-12',
      '2026-02-13',
      '2026-02-14',
      '2026-02-24',
      '2026-02-25',
      '2026-02-26',
      '2026-02-27',
      '2026-02-28',
      '2026-03-02',
    ]);
  });

  it('begin with the first one on or after the date, warm-up days first', () => {
    const found = workDaysOf(scenario({ horizon: days('2026-02-07', 2, 3) }));
    expect(found.map((d) => d.date)).toEqual([
      '2026-02-09',
      '2026-02-10',
      '2026-02-11',
      '2026-02-12',
      '2026-02-13',
    ]);
  });

  it('may have another weekend', () => {
    const found = workDaysOf(scenario({ calendar: { weekend: ['sun'] } }));
    expect(found[5]!.date).toBe('2026-02-14');
  });

  it('refuse a calendar without any', () => {
    const never = scenario({
      calendar: { holidays: [{ from: '2026-01-01', to: '2040-01-01' }] },
    });
    expect(() => workDaysOf(never)).toThrow(RangeError);
  });
});

describe('days that are not ordinary', () => {
  it('follow a holiday: the first, second … working day has its factor', () => {
    const found = workDaysOf(
      scenario({ ...SPRING, ...demand({ afterHoliday: { factors: [1.5, 1.2] } }) }),
    );
    const factorOn = (date: string) => found.find((d) => d.date === date)!.factor;
    expect(factorOn('2026-02-14')).toBe(1);
    expect(factorOn('2026-02-24')).toBe(1.5);
    expect(factorOn('2026-02-25')).toBe(1.2);
    expect(factorOn('2026-02-26')).toBe(1);
  });

  it('are days of the week and market days, and factors multiply', () => {
    // 17 February 2026 is the first day of the lunar year, so the 24th is its eighth.
    const found = workDaysOf(
      scenario(
        demand({
          weekdays: [{ days: ['tue'], factor: 2 }],
          marketDays: { on: { kind: 'lunar', daysOfMonth: [3, 8] }, factor: 1.5 },
        }),
      ),
    );
    const factorOn = (date: string) => found.find((d) => d.date === date)!.factor;
    expect(factorOn('2026-02-17')).toBe(2);
    expect(factorOn('2026-02-19')).toBe(1.5);
    expect(factorOn('2026-02-24')).toBe(3);
    expect(factorOn('2026-02-23')).toBe(1);
  });

  it('may be a list of dates', () => {
    const on = { kind: 'dates' as const, dates: ['2026-02-10'] };
    expect(isMarketDay(on, dayNumberOf('2026-02-10'))).toBe(true);
    expect(isMarketDay(on, dayNumberOf('2026-02-11'))).toBe(false);
  });
});

describe('the calendar', () => {
  it('knows dates and weekdays over leap years', () => {
    for (const [date, weekday] of [
      ['2024-02-29', 'thu'],
      ['2026-11-23', 'mon'],
      ['2000-01-01', 'sat'],
    ] as const) {
      expect(weekdayOf(dayNumberOf(date))).toBe(weekday);
      expect(dateOf(dayNumberOf(date))).toBe(date);
    }
  });

  // New year's days, a Mid-Autumn, and the leap sixth month of 2025, as the almanac has them.
  it.each([
    ['2024-02-10', 1],
    ['2025-01-29', 1],
    ['2026-02-17', 1],
    ['2026-09-25', 15],
    ['2025-06-25', 1],
    ['2025-07-24', 30],
    ['2025-07-25', 1],
    ['2025-08-22', 29],
    ['2025-08-23', 1],
  ])('%s is day %i of the lunar month', (date, day) => {
    expect(lunarDayOf(dayNumberOf(date))).toBe(day);
  });
});
