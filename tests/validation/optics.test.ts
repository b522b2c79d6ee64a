import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { distanceM } from '../../src/coverage/optics/distances';
import { fovOfSensor, sensorFormat, verticalFovOf } from '../../src/coverage/optics/sensor';
import { EDITIONS } from '../../src/coverage/optics/standards';

/** Facts from data sheets, where they lie beside the checkout. */
const SHEETS = '../shared/reference/data/camera-datasheets.csv';
const there = existsSync(SHEETS);

type Row = Readonly<Record<string, string>>;

const rows: readonly Row[] = there
  ? Papa.parse<Row>(readFileSync(SHEETS, 'utf8'), { header: true, skipEmptyLines: true }).data
  : [];
/** A row with a flag contradicts itself or its siblings, or leaves out what the model needs. */
const sound = rows.filter((row) => row.flag === '');
const flagged = rows.filter((row) => row.flag !== '');

/** The columns of published distances, by class of the 2014 edition. */
const COLUMNS = {
  detect: 'detect_m',
  observe: 'observe_m',
  recognise: 'recognize_m',
  identify: 'identify_m',
} as const;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return (sorted[Math.floor(half)]! + sorted[Math.ceil(half) - 1]!) / 2;
}
const medianSize = (values: readonly number[]) => median(values.map(Math.abs));

/** A cell as a number; null when empty. */
const cell = (row: Row, column: string) => (row[column] ? Number(row[column]) : null);

/** Errors of distances relative to the published ones, by the lens and by the flat formula. */
function distanceErrors(of: readonly Row[]) {
  return of.flatMap((row) =>
    EDITIONS[2014].classes.flatMap(({ id, pxPerM }) => {
      const published = id in COLUMNS ? cell(row, COLUMNS[id as keyof typeof COLUMNS]) : null;
      const widthPx = cell(row, 'resolution_h');
      const horizontalFovDeg = cell(row, 'hfov_deg');
      if (published === null || widthPx === null || horizontalFovDeg === null) return [];
      const { flat, lens } = distanceM({ widthPx, horizontalFovDeg }, pxPerM);
      return [{ row, lens: lens / published - 1, flat: flat! / published - 1 }];
    }),
  );
}

const missing = there ? '' : `: skipped, ${SHEETS} is not there`;

describe.skipIf(!there)(`optics against data sheets${missing}`, () => {
  const errors = distanceErrors(sound);

  it('keeps the lens model within 6 % of published distances', () => {
    expect(errors.length).toBeGreaterThan(100);
    expect(medianSize(errors.map((e) => e.lens))).toBeLessThanOrEqual(0.06);
    // Without a lean to either side, so it isn't a factor that is wrong.
    expect(Math.abs(median(errors.map((e) => e.lens)))).toBeLessThan(0.03);
  });

  it('finds the flat-width formula conservative', () => {
    const flat = errors.map((e) => e.flat);
    expect(median(flat)).toBeLessThan(-0.15);
    expect(errors.every((e) => e.flat < e.lens)).toBe(true);
  });

  it('keeps the vertical angle within 3° of the printed one', () => {
    const differences = sound.flatMap((row) => {
      const [width, height] = [cell(row, 'resolution_h'), cell(row, 'resolution_v')];
      const [across, printed] = [cell(row, 'hfov_deg'), cell(row, 'vfov_deg')];
      if (width === null || height === null || across === null || printed === null) return [];
      return [verticalFovOf(across, [width, height])! - printed];
    });
    expect(differences.length).toBeGreaterThan(50);
    expect(medianSize(differences)).toBeLessThanOrEqual(3);
  });

  it('reports the rows that contradict themselves, and fits none of them', () => {
    const reasons = flagged.map((row) => row.flag!);
    expect(flagged).toHaveLength(11);
    expect(reasons.filter((reason) => reason.startsWith('same DORI as'))).toHaveLength(2);
    expect(reasons.filter((reason) => reason.startsWith('DORI identical'))).toHaveLength(6);
    // One distance printed for 1920 and for 3200 pixels behind one lens: the model, which is
    // proportional to the pixels, must disagree with one of them.
    const off = distanceErrors(flagged).map((e) => Math.abs(e.lens));
    expect(Math.max(...off)).toBeGreaterThan(0.2);
  });

  it('finds angles of sensors nearer with the lens than with a pinhole', () => {
    const off = (model: 'equisolid' | 'pinhole') =>
      medianSize(
        sound.flatMap((row) => {
          const format = sensorFormat(row.sensor_format ?? '');
          const focal = cell(row, 'focal_mm');
          if (format === null || focal === null) return [];
          const resolution = [cell(row, 'resolution_h')!, cell(row, 'resolution_v')!] as const;
          const found = fovOfSensor(format, focal, resolution, model)!;
          return [found.horizontalFovDeg - cell(row, 'hfov_deg')!];
        }),
      );
    expect(off('equisolid')).toBeLessThan(10);
    expect(off('equisolid')).toBeLessThan(off('pinhole'));
  });
});
