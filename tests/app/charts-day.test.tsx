import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { CurvesChart } from '../../src/app/charts/CurvesChart';
import { DistributionChart } from '../../src/app/charts/DistributionChart';
import { hourMinute } from '../../src/app/format';
import { type CurvesInput, curvesLayout } from '../../src/charts/curves';
import { type DistributionInput, distributionLayout } from '../../src/charts/distribution';

const H = 3600;
const figure = (mean: number | null, half = 1) => ({
  mean,
  ci95: mean === null ? null : ([mean - half, mean + half] as const),
  n: 30,
});
/** Every "x,y" of a path. */
const placesOf = (path: string) =>
  [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);

const CURVES: CurvesInput = {
  edgesS: [9 * H, 9.5 * H, 10 * H, 13 * H, 13.5 * H],
  variants: ['现状', '加窗口', '一个名字非常非常非常长的方案,写也写不完整个宽度,只好截断'].map(
    (name, v) => ({
      id: `v${v}`,
      name,
      bins: [figure(4 + v), figure(8 + v), figure(null), figure(2)],
    }),
  ),
  target: { value: 15, text: '承诺' },
  width: 300,
  height: 220,
  margins: { top: 24, right: 10, bottom: 20, left: 34 },
};

describe('several days as stepped lines', () => {
  const layout = curvesLayout(CURVES);

  it('keep to their frame', () => {
    for (const { line, band } of layout.curves) {
      expect(placesOf(line + band).length).toBeGreaterThan(10);
      for (const [x, y] of placesOf(line + band)) {
        expect(x).toBeGreaterThanOrEqual(layout.plot.x0);
        expect(x).toBeLessThanOrEqual(layout.plot.x1);
        expect(y).toBeGreaterThanOrEqual(layout.plot.y1);
        expect(y).toBeLessThanOrEqual(layout.plot.y0);
      }
    }
  });

  it('leave a gap where there is no figure', () => {
    for (const { line, band } of layout.curves) {
      expect(line.match(/M/g)).toHaveLength(2);
      expect(band.match(/M/g)).toHaveLength(2);
    }
  });

  it('differ in letter, colour and dash', () => {
    const eight = curvesLayout({
      ...CURVES,
      variants: Array.from({ length: 8 }, (_, v) => ({ id: `${v}`, name: `${v}`, bins: [] })),
    }).curves.map(({ style }) => style);
    for (const part of ['letter', 'colour', 'dash'] as const) {
      expect(new Set(eight.map((style) => style[part])).size).toBe(8);
    }
  });

  it('carry letters that do not cover each other, though the lines meet', () => {
    const ys = layout.curves.map(({ end }) => end!.y).sort((a, b) => a - b);
    expect(ys[1]! - ys[0]!).toBeGreaterThanOrEqual(15.9);
    expect(ys[2]! - ys[1]!).toBeGreaterThanOrEqual(15.9);
  });

  it('cut names that do not fit', () => {
    expect(layout.legend.entries.at(-1)?.text).toMatch(/…$/);
    expect(layout.plot.y1).toBe(CURVES.margins.top + layout.legend.height);
  });

  it('stand no variants, one bin and figures that are none', () => {
    const none = curvesLayout({ ...CURVES, variants: [], edgesS: [], target: null });
    expect(none).toMatchObject({ curves: [], hits: [], target: null });
    const odd = curvesLayout({
      ...CURVES,
      edgesS: [9 * H, 10 * H],
      variants: [{ id: 'a', name: 'a', bins: [{ mean: Number.NaN, ci95: null, n: 0 }] }],
    });
    expect(JSON.stringify(odd)).not.toMatch(/NaN/);
    expect(odd.curves[0]?.line).toBe('');
  });

  it('say what every variant is in every bin', () => {
    const svg = renderToStaticMarkup(
      <CurvesChart
        layout={layout}
        label="等候"
        unit="分钟"
        formatX={hourMinute}
        formatY={String}
        describe={({ figures }) => figures.map((one) => `${one.letter}${one.measure.mean}`).join()}
      />,
    );
    expect(svg).toContain('role="img" aria-label="等候"');
    expect(svg).toContain('<title>A4,B5,C6</title>');
    expect(svg).toContain('承诺');
    expect(svg).toContain('加窗口');
    expect(svg).not.toMatch(/NaN|undefined/);
  });
});

const SHARES = [0.1, 0.5, 0.9, 0.99];
const DISTRIBUTION: DistributionInput = {
  variants: [10, 20].map((scale) => ({
    id: `v${scale}`,
    name: `方案${scale}`,
    points: SHARES.map((p) => ({ p, value: figure(p * scale) })).reverse(),
  })),
  target: { value: 9, text: '9分钟' },
  promised: { value: 0.9, text: '承诺90%' },
  width: 420,
  height: 240,
  margins: { top: 24, right: 14, bottom: 36, left: 40 },
};

describe('distributions of waiting', () => {
  const layout = distributionLayout(DISTRIBUTION);

  it('rise from left to right', () => {
    for (const { line } of layout.curves) {
      const places = placesOf(line);
      expect(places).toHaveLength(4);
      places.slice(1).forEach(([x, y], i) => {
        expect(x).toBeGreaterThan(places[i]![0]);
        expect(y).toBeLessThan(places[i]![1]);
      });
    }
  });

  it('keep to their frame, bands too', () => {
    for (const [x, y] of layout.curves.flatMap(({ line, band }) => placesOf(line + band))) {
      expect(x).toBeGreaterThanOrEqual(layout.plot.x0);
      expect(x).toBeLessThanOrEqual(layout.plot.x1);
      expect(y).toBeGreaterThanOrEqual(layout.plot.y1);
      expect(y).toBeLessThanOrEqual(layout.plot.y0);
    }
  });

  it('tell the share within the target', () => {
    expect(layout.curves.map(({ within }) => within)).toEqual([
      expect.closeTo(0.9),
      expect.closeTo(0.45),
    ]);
    expect(layout.curves[0]?.crossing?.x).toBe(layout.target?.x);
    expect(layout.curves[0]?.crossing?.y).toBe(layout.promised?.y);
  });

  it('stand none, one point and no lines to hold them against', () => {
    const variants = [
      { id: 'a', name: 'a', points: [] },
      { id: 'b', name: 'b', points: [{ p: 0.5, value: figure(4) }] },
      { id: 'c', name: 'c', points: [{ p: 0.5, value: figure(null) }] },
    ];
    const bare = distributionLayout({ ...DISTRIBUTION, variants, target: null, promised: null });
    expect(bare.curves.map(({ line }) => line)).toEqual(['', '', '']);
    expect(JSON.stringify(bare)).not.toMatch(/NaN/);
    expect(distributionLayout({ ...DISTRIBUTION, variants: [] }).curves).toEqual([]);
  });

  it('can be read', () => {
    const svg = renderToStaticMarkup(
      <DistributionChart
        layout={layout}
        label="分布"
        xTitle="等候"
        yTitle="占比"
        formatX={String}
        formatY={(share) => `${Math.round(share * 100)}%`}
        describe={({ name }) => `说明${name}`}
      />,
    );
    for (const text of ['分布', '等候', '占比', '100%', '9分钟', '承诺90%', '说明方案20']) {
      expect(svg).toContain(text);
    }
  });
});
