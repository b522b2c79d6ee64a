import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { CurvesChart } from '../../src/app/charts/CurvesChart';
import { UtilisationChart } from '../../src/app/charts/UtilisationChart';
import { hourMinute } from '../../src/app/format';
import { curvesLayout, positionOf } from '../../src/charts/curves';
import { sparklinePath } from '../../src/charts/sparkline';
import { dayShares, utilisationLayout } from '../../src/charts/utilisation';

const H = 3600;
const figure = (mean: number | null, low = 0, high = 0) => ({
  mean,
  ci95: mean === null ? null : ([low, high] as const),
  n: 30,
});

describe('the day as one stepped line', () => {
  const edgesS = [9 * H, 9.5 * H, 10 * H, 13 * H, 13.5 * H];
  const layout = curvesLayout({
    edgesS,
    variants: [
      {
        id: 'day',
        name: 'day',
        bins: [figure(4, 3, 5), figure(8, 6, 10), figure(null), figure(2, 1, 3)],
      },
    ],
    target: { value: 15, text: 'target 15' },
    width: 400,
    height: 160,
    margins: { top: 20, right: 10, bottom: 20, left: 30 },
  });

  it('has neither legend nor letter, and leaves a gap where nobody came', () => {
    expect(layout.plot).toEqual({ x0: 30, x1: 390, y0: 140, y1: 20 });
    expect(layout.curves.map(({ end }) => end)).toEqual([null]);
    expect(layout.curves[0]!.line.match(/M/g)).toHaveLength(2);
    expect(layout.curves[0]!.band.match(/M/g)).toHaveLength(2);
  });

  it('knows where a time stands', () => {
    expect(positionOf(layout, edgesS, 9 * H)).toBe(30);
    expect(positionOf(layout, edgesS, 13.5 * H)).toBe(390);
    expect(positionOf(layout, edgesS, 8 * H)).toBeNull();
  });

  it('draws what lies over it', () => {
    const svg = renderToStaticMarkup(
      <CurvesChart
        layout={layout}
        label="wait"
        unit="min"
        formatX={hourMinute}
        formatY={String}
        describe={({ figures }) => `${figures[0]!.measure.mean}`}
      >
        <line className="time-cursor" />
      </CurvesChart>,
    );
    expect(svg.match(/time-cursor/g)).toHaveLength(1);
    expect(svg.match(/class="hit"/g)).toHaveLength(4);
  });
});

describe('windows as stacked bars', () => {
  const series = {
    edgesS: [9 * H, 10 * H, 13 * H],
    windows: {
      w1: [
        { serving: 0.5, walking: 0.1, idle: 0.4, closed: 0 },
        { serving: 0.1, walking: 0.1, idle: 0.2, closed: 0.6 },
      ],
      w2: [
        { serving: 1, walking: 0, idle: 0, closed: 0 },
        { serving: 0, walking: 0, idle: 0, closed: 1 },
      ],
    },
  };
  const layout = utilisationLayout({
    series,
    order: ['w2', 'w1'],
    x0: 100,
    length: 200,
    rowHeight: 20,
    barHeight: 12,
    legend: { nameOf: (share) => share, width: 400 },
  });

  it('weigh the bins by their length', () => {
    expect(dayShares(series, 'w2')).toEqual({ serving: 0.25, walking: 0, idle: 0, closed: 0.75 });
    const shares = dayShares(series, 'w1');
    expect(shares.serving).toBeCloseTo(0.2);
    expect(shares.closed).toBeCloseTo(0.45);
  });

  it('fill the whole length, in the order asked for', () => {
    expect(layout.bars.map((bar) => bar.id)).toEqual(['w2', 'w1']);
    for (const { pieces } of layout.bars) {
      expect(pieces[0]?.x).toBe(100);
      expect(pieces.reduce((sum, piece) => sum + piece.width, 0)).toBeCloseTo(200, 0);
    }
    expect(layout.height).toBe(40 + 21);
  });

  it('say in the drawing what their pieces are, so that a saved one can be read', () => {
    expect(layout.legend.entries.map(({ name }) => name)).toEqual([
      'serving',
      'walking',
      'idle',
      'closed',
    ]);
    const lowest = Math.max(...layout.legend.entries.map(({ y }) => y));
    expect(lowest).toBeLessThan(layout.bars[0]!.y);
  });

  it('are empty for a window that nothing is known of', () => {
    expect(dayShares(series, 'w9')).toEqual({ serving: 0, walking: 0, idle: 0, closed: 0 });
  });

  it('look as they did', async () => {
    const svg = renderToStaticMarkup(
      <UtilisationChart
        layout={layout}
        width={400}
        label="windows"
        nameOf={(id) => id.toUpperCase()}
        figureOf={() => '25%'}
        describe={(_, piece) => piece.share}
        onPick={() => {}}
      />,
    );
    await expect(lines(svg)).toMatchFileSnapshot('goldens/utilisation.svg');
  });
});

describe('the sparkline', () => {
  it('fills the whole width and height', () => {
    expect(sparklinePath([0, 2, 1], 100, 40)).toBe(
      'M0,40L50,40L50,1L100,1L100,20.5L100,40L100,40L50,40L50,40L0,40Z',
    );
  });

  it('is nothing for nothing, and flat for zeros', () => {
    expect(sparklinePath([], 100, 40)).toBe('');
    expect(sparklinePath([3], 100, 40)).toBe('');
    expect(sparklinePath([0, 0], 100, 40)).not.toMatch(/NaN/);
  });
});

/** One element a line, so that a change of a golden can be read. */
function lines(svg: string): string {
  return `${svg.replaceAll('><', '>\n<')}\n`;
}
