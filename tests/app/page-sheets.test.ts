import { describe, expect, it } from 'vitest';
import { createTranslation } from '../../src/app/i18n';
import { liveSheets } from '../../src/app/live/live-sheets';
import { attendanceSheet, supervisionSheet } from '../../src/app/panel/office-sheets';
import { verificationSheet } from '../../src/app/verification/verification-sheet';
import type { Present } from '../../src/live/present';
import { csvOf } from '../../src/report/csv';
import type { Sheet } from '../../src/report/sheet';
import { hallScenario } from '../../src/scenarios/halls';
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
