import { describe, expect, it } from 'vitest';
import { type Inspection, inspect } from '../../src/coverage/inspect/inspect';
import { csvOf } from '../../src/report/csv';
import { inspectionSheets } from '../../src/report/inspection-sheets';
import { shippedPlan } from '../plans';

const LANGUAGES = ['zh', 'en'] as const;

const recordOf = (inspection: Inspection) => ({
  ...inspection,
  people: inspection.sight.crowd.people,
});

describe('the inspection as tables', () => {
  const plan = shippedPlan('hall-200');
  const inspection = recordOf(inspect(plan, { posture: 'seated', queueing: 5 }));

  it.each(LANGUAGES)('has a row for each window, limit and camera, in %s', (language) => {
    const [windows, thresholds, cameras] = inspectionSheets(plan, inspection, language);
    expect(windows!.rows.map(([id]) => id)).toEqual(plan.windows.map(({ id }) => id));
    expect(thresholds!.rows).toHaveLength(7);
    expect(cameras!.rows.map(([id]) => id)).toEqual(plan.cameras.map(({ id }) => id));
    for (const sheet of [windows, thresholds, cameras]) {
      for (const row of sheet!.rows) expect(row).toHaveLength(sheet!.columns.length);
      expect(sheet!.about.at(-1)![1]).toBe(5);
    }
  });

  it('gives a reason wherever the verdict is not clear, and says what a limit rests on', () => {
    const [windows, thresholds] = inspectionSheets(plan, inspection, 'en');
    for (const row of windows!.rows) {
      const reasons = row.at(-2) as string;
      expect(reasons === '').toBe(row[1] === 'clear');
    }
    expect(windows!.rows.some((row) => String(row.at(-2)).includes('vertical angle'))).toBe(true);
    expect(thresholds!.rows[0]).toEqual([
      'face: density, at least (px/m)',
      250,
      expect.stringMatching(/source/i),
      'IEC/EN 62676-4:2014: identify, 250 px/m',
    ]);
  });

  it('says nothing of a camera where there is none', () => {
    const bare = { ...plan, cameras: [] };
    const [windows, , cameras] = inspectionSheets(bare, recordOf(inspect(bare)), 'en');
    expect(cameras!.rows).toEqual([]);
    expect(windows!.rows[0]!.slice(1, 5)).toEqual(['no', null, 0, 0]);
    expect(csvOf(windows!)).toContain("in no camera's picture");
  });
});
