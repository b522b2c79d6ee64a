import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { BarsChart } from '../../src/app/charts/BarsChart';
import { FrontierChart } from '../../src/app/charts/FrontierChart';
import { pickable } from '../../src/app/charts/pickable';
import { ShrinkChart } from '../../src/app/charts/ShrinkChart';
import { type BarsInput, barsLayout } from '../../src/charts/bars';
import { dodged } from '../../src/charts/dodge';
import { type FrontierInput, frontierLayout } from '../../src/charts/frontier';
import { type ShrinkInput, shrinkLayout } from '../../src/charts/shrink';
import { fitted, textWidth } from '../../src/charts/text';

const figure = (mean: number | null, half = 0.05) => ({
  mean,
  ci95: mean === null ? null : ([mean - half, mean + half] as const),
  n: 30,
});
const percent = (share: number) => `${Math.round(share * 100)}%`;

describe('texts', () => {
  it('are measured: Chinese is square', () => {
    expect(textWidth('窗口')).toBe(24);
    expect(textWidth('ab', 10)).toBe(11);
  });

  it('are cut to their room', () => {
    expect(fitted('综合窗口', 48)).toBe('综合窗口');
    expect(fitted('综合窗口', 40)).toBe('综合…');
    expect(fitted('综合窗口', 10)).toBe('');
    expect(textWidth(fitted('3号 mixed 综合窗口', 70))).toBeLessThanOrEqual(70);
  });
});

describe('places moved apart', () => {
  it('keep their order, their distance and their bounds', () => {
    expect(dodged([50, 50, 50], 10, 0, 60)).toEqual([40, 50, 60]);
    expect(dodged([0, 100], 10, 0, 100)).toEqual([0, 100]);
    expect(dodged([5, 5, 5], 10, 0, 10)).toEqual([0, 5, 10]);
    expect(dodged([], 10, 0, 10)).toEqual([]);
  });
});

describe('a piece to pick', () => {
  it('answers mouse and keyboard, and is nothing when nothing can be picked', () => {
    const pick = vi.fn();
    const preventDefault = vi.fn();
    const props = pickable('八个窗口', pick);
    props.onClick?.();
    props.onKeyDown?.({ key: 'Enter', preventDefault });
    props.onKeyDown?.({ key: 'a', preventDefault });
    expect(pick).toHaveBeenCalledTimes(2);
    expect(preventDefault).toHaveBeenCalledTimes(1);
    expect(pickable('', null)).toEqual({});
  });
});

const BARS: BarsInput = {
  rows: [
    { id: 'w1', name: '1号 社会保障' },
    { id: 'w2', name: '2号 不动产登记与税务' },
  ],
  variants: [
    { id: 'a', name: '现状', shares: { w1: figure(0.98), w2: figure(0.4) } },
    { id: 'b', name: '并窗', shares: { w1: figure(0.5) } },
  ],
  width: 420,
  margins: { top: 4, right: 4, bottom: 20, left: 100 },
  barHeight: 14,
};

describe('windows as groups of bars', () => {
  const layout = barsLayout(BARS);

  it('stand below each other and keep to their frame', () => {
    const bars = layout.rows.flatMap((row) => row.bars);
    bars.slice(1).forEach((bar, i) => {
      expect(bar.y).toBeGreaterThanOrEqual(bars[i]!.y + bars[i]!.height);
    });
    for (const bar of bars) {
      expect(layout.plot.x0 + bar.width).toBeLessThanOrEqual(layout.plot.x1);
      expect(bar.y + bar.height).toBeLessThanOrEqual(layout.plot.y0);
    }
    expect(layout.rows[1]?.text).toMatch(/…$/);
  });

  it('show where a window is not there', () => {
    expect(layout.rows[1]?.bars[1]).toMatchObject({ measure: null, width: 0, whisker: '' });
    const svg = renderToStaticMarkup(
      <BarsChart
        layout={layout}
        label="利用率"
        formatX={percent}
        figureOf={(measure) => percent(measure.mean ?? 0)}
        missing="无此窗口"
        describe={(row, bar) => `${row.name}${bar.style.letter}`}
      />,
    );
    expect(svg.match(/无此窗口/g)).toHaveLength(1);
    expect(svg).toContain('98%');
    expect(svg).toContain('1号 社会保障B');
  });

  it('stand no windows and no variants', () => {
    expect(barsLayout({ ...BARS, rows: [] }).rows).toEqual([]);
    expect(JSON.stringify(barsLayout({ ...BARS, variants: [] }))).not.toMatch(/NaN|null/);
  });
});

const FRONTIER: FrontierInput = {
  groups: [
    {
      id: 'g1',
      name: '分专窗',
      points: [
        { id: 'g1-8', x: 8, y: figure(0.96, 0.02), state: 'meets' },
        { id: 'g1-6', x: 6, y: figure(0.8, 0.02), state: 'fails' },
        { id: 'g1-7', x: 7, y: figure(0.9, 0.02), state: 'undecided' },
      ],
    },
    {
      id: 'g2',
      name: '全综窗',
      points: [
        { id: 'g2-7', x: 7, y: figure(0.99, 0.03), state: 'meets' },
        { id: 'g2-9', x: 9, y: figure(null), state: 'undecided' },
      ],
    },
  ],
  stateNames: { meets: '达到', fails: '未达到', undecided: '不能判定' },
  promise: { value: 0.9, text: '承诺90%' },
  limits: [0, 1],
  recommended: { id: 'g2-7', text: '推荐' },
  width: 420,
  height: 280,
  margins: { top: 26, right: 12, bottom: 36, left: 42 },
};

describe('designs by staff and success', () => {
  const layout = frontierLayout(FRONTIER);
  const chart = (onPick: ((id: string) => void) | null) =>
    renderToStaticMarkup(
      <FrontierChart
        layout={layout}
        label="方案"
        xTitle="窗口数"
        yTitle="比例"
        formatX={String}
        formatY={percent}
        describe={({ id }) => id}
        onPick={onPick}
      />,
    );

  it('stand in order of staff inside the frame; those without a figure do not stand', () => {
    expect(layout.points.map(({ id }) => id)).toEqual(['g1-6', 'g1-7', 'g1-8', 'g2-7']);
    for (const { at } of layout.points) {
      expect(at.x).toBeGreaterThanOrEqual(layout.plot.x0);
      expect(at.x).toBeLessThanOrEqual(layout.plot.x1);
      expect(at.y).toBeGreaterThanOrEqual(layout.plot.y1);
      expect(at.y).toBeLessThanOrEqual(layout.plot.y0);
    }
  });

  it('do not claim more than everybody, nor half a window', () => {
    expect(layout.yTicks.at(-1)?.value).toBeLessThanOrEqual(1);
    expect(layout.xTicks.map(({ value }) => value)).toEqual([6, 7, 8]);
  });

  it('stand beside each other for the same staff', () => {
    const sevens = layout.points.filter(({ staff }) => staff === 7);
    expect(Math.abs(sevens[0]!.at.x - sevens[1]!.at.x)).toBeGreaterThan(5);
  });

  it('ring the recommended one', () => {
    const point = layout.points.find(({ id }) => id === 'g2-7');
    expect(layout.recommended).toMatchObject({ ...point?.at, label: { text: '推荐' } });
    expect(frontierLayout({ ...FRONTIER, recommended: null }).recommended).toBeNull();
  });

  it('are buttons when they can be picked, and a picture when not', () => {
    expect(chart(() => {}).match(/role="button" tabindex="0"/gi)).toHaveLength(4);
    expect(chart(() => {})).toContain('role="group"');
    expect(chart(null)).not.toContain('button');
    expect(chart(null)).toContain('role="img"');
    for (const text of ['全综窗', '不能判定', '承诺90%', '推荐'])
      expect(chart(null)).toContain(text);
  });

  it('stand none and a single one', () => {
    const empty = frontierLayout({ ...FRONTIER, groups: [] });
    expect(empty).toMatchObject({ points: [], xTicks: [], recommended: null });
    const [group] = FRONTIER.groups;
    const groups = [
      { ...group!, points: [{ ...group!.points[0]!, y: { mean: 1, ci95: null, n: 1 } }] },
    ];
    const single = frontierLayout({ ...FRONTIER, groups, promise: null });
    expect(single.points).toHaveLength(1);
    expect(JSON.stringify([empty, single])).not.toMatch(/NaN/);
    expect(single.groups[0]?.line).toBe('');
  });
});

const SHRINK: ShrinkInput = {
  points: [2, 5, 10, 20].map((n) => ({ n, low: 10 - 8 / n, mean: 10, high: 10 + 8 / n })),
  targetHalf: 0.5,
  mostN: 40,
  width: 240,
  height: 60,
  margins: { top: 4, right: 80, bottom: 4, left: 6 },
};

describe('an interval that shrinks', () => {
  it('goes as far as it got, and knows when it is narrow enough', () => {
    const layout = shrinkLayout(SHRINK);
    expect(layout.reached).toBe(true);
    expect(layout.last?.x).toBeCloseTo(6 + (154 * 18) / 38, 0);
    expect(shrinkLayout({ ...SHRINK, targetHalf: 0.3 }).reached).toBe(false);
    expect(layout.target!.y).toBeGreaterThanOrEqual(4);
    expect(layout.target!.y + layout.target!.height).toBeLessThanOrEqual(56);
  });

  it('stands nothing, one point and an interval without width', () => {
    expect(shrinkLayout({ ...SHRINK, points: [] })).toMatchObject({ line: '', last: null });
    const one = shrinkLayout({ ...SHRINK, points: SHRINK.points.slice(0, 1) });
    const flat = [{ n: 2, low: 0, mean: 0, high: 0 }];
    const zero = shrinkLayout({ ...SHRINK, points: flat, targetHalf: null, mostN: null });
    expect(one.line).toBe('');
    expect(one.last).not.toBeNull();
    expect(JSON.stringify([one, zero])).not.toMatch(/NaN/);
    const odd = { n: 3, low: Number.NaN, mean: 1, high: 2 };
    expect(shrinkLayout({ ...SHRINK, points: [odd] }).last).toBeNull();
  });

  it('can be read', () => {
    const svg = renderToStaticMarkup(
      <ShrinkChart layout={shrinkLayout(SHRINK)} label="精度" figure="±0.4 分钟" note="20 次" />,
    );
    for (const text of ['精度', '±0.4 分钟', '20 次']) expect(svg).toContain(text);
  });
});
