import { describe, expect, it } from 'vitest';
import { opticsSheet } from '../../src/app/cameras/optics/optics-sheet';
import { planeSheets } from '../../src/app/cameras/plane-sheets';
import { windowSheet } from '../../src/app/cameras/window-sheet';
import { createTranslation } from '../../src/app/i18n';
import { liveSheets } from '../../src/app/live/live-sheets';
import { fieldsSheet } from '../../src/app/mechanisms/fields-sheet';
import { attendanceSheet, supervisionSheet } from '../../src/app/panel/office-sheets';
import { verificationSheet } from '../../src/app/verification/verification-sheet';
import { blindSpots } from '../../src/coverage/blind-spots';
import { inspect } from '../../src/coverage/inspect/inspect';
import { EDITIONS } from '../../src/coverage/optics/standards';
import { planeCoverage } from '../../src/coverage/plane';
import { planeGrid } from '../../src/coverage/plane-grid';
import type { Present } from '../../src/live/present';
import { csvOf } from '../../src/report/csv';
import type { Sheet } from '../../src/report/sheet';
import { hallScenario } from '../../src/scenarios/halls';
import { MECHANISMS } from '../../src/scenarios/mechanisms';
import { CASES } from '../../src/sim/verification/cases';
import { shippedPlan } from '../plans';
import { inThread } from './in-thread';

const quxi = { scenario: hallScenario('quxi'), floorplan: shippedPlan('hall-200'), seed: 1 };

/** Whether a table is one: cells under every column, and words rather than keys. */
function isWhole({ name, title, columns, rows }: Sheet): void {
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(row).toHaveLength(columns.length);
  for (const text of [name, title, ...columns.map((column) => column.name)])
    expect(text).not.toMatch(/^[a-z]+(\.[a-zA-Z]+)+$/);
}

describe.each(['zh', 'en'] as const)('tables of the pages to take away, in %s', (language) => {
  const { t } = createTranslation(language);

  it('the attendance of a day adds up to the hours of the posts', async () => {
    const record = await inThread.supervise({ ...quxi, replications: 1 }, 0);
    const sheet = attendanceSheet(record, (kind, place) => `${kind} ${place}`, t);
    isWhole(sheet);
    const hours = sheet.rows.reduce((sum, row) => sum + Number(row[5]), 0);
    const expected = record.attendance.reduce(
      (sum, { fromUs, toUs, staff, people }) =>
        fromUs === null || toUs === null || staff === 'absent'
          ? sum
          : sum + ((toUs - fromUs) / 3600e6) * people,
      0,
    );
    expect(expected).toBeGreaterThan(50);
    expect(hours).toBeCloseTo(expected, 6);
    expect(csvOf(sheet).split('\n').length).toBeGreaterThan(sheet.rows.length);
    isWhole(supervisionSheet(record, [['09:31', 'x']], t));
  });

  it('a window as every camera sees it, and what falls short', () => {
    const plan = shippedPlan('hall-200');
    const { windows, profile } = inspect(plan, { posture: 'seated' });
    const window = windows.find(({ verdict }) => verdict !== 'clear')!;
    const sheet = windowSheet(plan.id, window, profile, language, t);
    isWhole(sheet);
    expect(sheet.rows).toHaveLength(window.views.face.length + window.views.counter.length);
    const passing = sheet.rows.filter((row) => row[2] === t('cameras.views.passes'));
    expect(passing.length).toBeLessThan(sheet.rows.length);
    expect(sheet.notes!.length).toBeGreaterThan(0);
  });

  it('the floor by class, and every blind spot rather than the largest', () => {
    const plan = shippedPlan('hall-200');
    const { eyes, sight } = inspect(plan, {});
    const seen = planeCoverage(eyes, sight, planeGrid(plan, sight.solids, 0, 0.25), 62.5);
    const plane = { ...seen, blind: blindSpots(seen, eyes, sight) };
    const [classes, blind] = planeSheets(plan.id, 'x', plane, EDITIONS[2014], language, t);
    isWhole(classes!);
    isWhole(blind!);
    expect(blind!.rows).toHaveLength(plane.blind.length);
    // Every finer class holds on a part of what the coarser one holds on.
    const areas = classes!.rows.map((row) => Number(row[2]));
    expect([...areas].sort((a, b) => b - a)).toEqual(areas);
  });

  it('the distances of a lens: denser is nearer', () => {
    const fov = { horizontalFovDeg: 100, verticalFovDeg: 55 };
    const sheet = opticsSheet({ fov, widthPx: 2560, heightPx: 1440, atM: 5 }, language, t);
    isWhole(sheet);
    const [coarse, fine] = sheet.rows;
    expect(Number(coarse![2])).toBeLessThan(Number(fine![2]));
    expect(Number(coarse![3])).toBeGreaterThan(Number(fine![3]));
    // No flat picture shows half the horizon: an empty cell, not a nought.
    const wide = { ...fov, horizontalFovDeg: 180 };
    const flat = opticsSheet({ fov: wide, widthPx: 2560, heightPx: 1440, atM: 5 }, language, t);
    expect(flat.rows.every((row) => row[4] === null)).toBe(true);
  });

  it('what a mechanism changes in a scenario file', () => {
    for (const mechanism of MECHANISMS) isWhole(fieldsSheet(mechanism, language, t));
  });

  it('the acceptance keeps its figures as numbers', () => {
    const { id, group, name, about, source } = CASES[0]!;
    const row = {
      quantity: { zh: '平均等候', en: 'mean wait' },
      unit: 'min' as const,
      expected: { kind: 'value' as const, value: 2, tolerance: 0 },
      simulated: 2.01,
      interval: [1.9, 2.1] as const,
      confidence: 0.99,
      n: 200,
      sample: 'replications' as const,
      verdict: 'agrees' as const,
    };
    const sheet = verificationSheet(
      [{ id, group, name, about, source, rows: [row], verdict: 'agrees' }],
      language,
      t,
    );
    isWhole(sheet);
    expect(sheet.rows[0]!.slice(4, 7)).toEqual([2.01, 1.9, 2.1]);
  });

  it('the hall as it is now', () => {
    const present: Present = {
      nowMs: 36_000_000,
      date: '2026-11-28',
      latestMs: 36_000_000,
      silentMs: 0,
      waiting: [],
      awaiting: 0,
      items: [{ item: 'social', waiting: 3, longestMs: 600_000, called: 9, meanWaitMs: 120_000 }],
      windows: [
        {
          window: 'w1',
          phase: 'serving',
          sinceMs: 35_940_000,
          openSinceMs: 32_400_000,
          ticket: 'A012',
          closing: false,
          silent: false,
          served: 8,
        },
      ],
      taken: 12,
      served: 8,
      left: 0,
      noShow: 0,
      halfHours: [],
    };
    const names = { window: (id: string) => id, item: (id: string) => id };
    const [windows, items, ...none] = liveSheets(present, null, names, t);
    isWhole(windows!);
    isWhole(items!);
    expect(none).toEqual([]);
    expect(windows!.rows[0]!.slice(2)).toEqual(['A012', 1, '09:00', 8]);
    expect(items!.rows[0]).toEqual(['social', 3, 10, 9, 2]);
  });
});
