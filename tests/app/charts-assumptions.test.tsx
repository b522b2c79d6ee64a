import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { HeatmapChart } from '../../src/app/charts/HeatmapChart';
import { TornadoChart } from '../../src/app/charts/TornadoChart';
import { inkOn } from '../../src/charts/colours';
import { type HeatmapInput, heatmapLayout } from '../../src/charts/heatmap';
import { type TornadoInput, tornadoLayout } from '../../src/charts/tornado';

const figure = (mean: number | null, half = 0.01) => ({
  mean,
  ci95: mean === null ? null : ([mean - half, mean + half] as const),
  n: 30,
});
const percent = (share: number) => `${Math.round(share * 100)}%`;
const row = (id: string, low: number | null, high: number | null) => ({
  id,
  name: `假设${id}`,
  low: { text: '×0.8', value: figure(low) },
  high: { text: '×1.2', value: figure(high) },
  note: '需要 7–9 个窗口',
});

const TORNADO: TornadoInput = {
  rows: [
    row('小', 0.87, 0.89),
    row('大', 0.97, 0.7),
    row('同侧', 0.86, 0.8),
    row('缺', null, null),
  ],
  base: 0.88,
  width: 420,
  margins: { top: 24, right: 4, bottom: 36, left: 2 },
  rowHeight: 28,
  nameWidth: 96,
  noteWidth: 60,
};

describe('assumptions by how much they matter', () => {
  const layout = tornadoLayout(TORNADO);

  it('stand sorted, those without figures last', () => {
    expect(layout.rows.map(({ id }) => id)).toEqual(['大', '同侧', '小', '缺']);
    const swings = layout.rows.map(({ swing }) => swing);
    expect(swings).toEqual([...swings].sort((a, b) => b - a));
    expect(layout.rows.at(-1)?.ends).toEqual([]);
  });

  it('reach from the base to the figure, inside the frame', () => {
    for (const { ends } of layout.rows) {
      for (const { x, width } of ends) {
        expect(x).toBeGreaterThanOrEqual(layout.plot.x0);
        expect(x + width).toBeLessThanOrEqual(layout.plot.x1);
        const off = Math.min(Math.abs(x - layout.baseX), Math.abs(x + width - layout.baseX));
        expect(off).toBeLessThan(0.2);
      }
    }
  });

  it('put ends on the same side below each other', () => {
    const [low, high] = layout.rows.find(({ id }) => id === '同侧')!.ends;
    expect(low!.y + low!.height).toBeLessThanOrEqual(high!.y);
    expect([low!.label.anchor, high!.label.anchor]).toEqual(['end', 'end']);
  });

  it('can be read, and cut what does not fit', () => {
    const svg = renderToStaticMarkup(
      <TornadoChart
        layout={layout}
        label="敏感性"
        xTitle="比例"
        formatX={percent}
        baseLabel="基准 88%"
        noteTitle="窗口"
        describe={({ name, note }) => `${name}:${note}`}
      />,
    );
    for (const text of ['敏感性', '基准 88%', '×0.8', '×1.2', '假设大:需要 7–9 个窗口', '需要']) {
      expect(svg).toContain(text);
    }
    expect(layout.rows[0]?.noteText).toMatch(/…$/);
  });

  it('stand none, and a base that nothing moves', () => {
    const none = tornadoLayout({ ...TORNADO, rows: [] });
    const still = tornadoLayout({
      ...TORNADO,
      base: 0,
      rows: [{ ...row('平', 0, 0), low: { text: '', value: figure(0, 0) } }],
    });
    expect(none.rows).toEqual([]);
    expect(still.rows[0]?.ends.map(({ width }) => width)).toEqual([0, 0]);
    expect(JSON.stringify([none, still])).not.toMatch(/NaN/);
  });
});

const cell = (value: number | null, state: 'meets' | 'fails' | 'undecided') => ({
  value,
  text: value === null ? '–' : percent(value),
  state,
});
const HEATMAP: HeatmapInput = {
  columns: ['×0.8', '×1.0', '×1.2'],
  rows: ['6个窗口', '7个窗口'],
  cells: [
    [cell(0.9, 'undecided'), cell(0.5, 'fails'), null],
    [cell(1, 'meets'), cell(0.95, 'meets'), cell(null, 'undecided')],
  ],
  domain: null,
  base: { i: 1, j: 1 },
  stateNames: { meets: '达到', fails: '未达到', undecided: '不能判定' },
  baseName: '现状',
  width: 420,
  height: 240,
  margins: { top: 26, right: 38, bottom: 38, left: 64 },
};

describe('a map of two assumptions', () => {
  const layout = heatmapLayout(HEATMAP);
  const lightness = (fill: string) =>
    [...fill.matchAll(/\d+/g)].reduce((sum, [part]) => sum + Number(part), 0);

  it('fills the frame, the first row below', () => {
    expect(layout.cells).toHaveLength(5);
    for (const { x, y, width, height } of layout.cells) {
      expect(x).toBeGreaterThanOrEqual(layout.plot.x0);
      expect(x + width).toBeLessThanOrEqual(layout.plot.x1);
      expect(y).toBeGreaterThanOrEqual(layout.plot.y1);
      expect(y + height).toBeLessThanOrEqual(layout.plot.y0);
    }
    expect(layout.rows[0]!.at).toBeGreaterThan(layout.rows[1]!.at);
  });

  it('becomes darker with the value, with ink that can be read', () => {
    const fills = layout.scale.pieces.map(({ fill }) => lightness(fill));
    expect(fills).toEqual([...fills].sort((a, b) => b - a));
    expect(layout.scale).toMatchObject({ low: 0.5, high: 1 });
    const inkOf = (value: number) => layout.cells.find((one) => one.value === value)?.ink;
    expect(inkOf(1)).toBe('#ffffff');
    expect(inkOf(0.5)).not.toBe('#ffffff');
    expect(inkOn('rgb(255, 255, 255)')).not.toBe('#ffffff');
  });

  it('hatches what is undecided and nothing else', () => {
    for (const { state, hatch } of layout.cells) {
      expect(hatch !== '').toBe(state === 'undecided');
    }
  });

  it('marks the base and can be picked', () => {
    const base = layout.cells.find(({ i, j }) => i === 1 && j === 1)!;
    expect(layout.base).toMatchObject({ x: base.x, y: base.y });
    const svg = renderToStaticMarkup(
      <HeatmapChart
        layout={layout}
        label="两个假设"
        xTitle="到访人数"
        yTitle="窗口"
        formatValue={percent}
        describe={({ i, j, text }) => `${i}/${j}:${text}`}
        onPick={() => {}}
      />,
    );
    expect(svg.match(/role="button" tabindex="0"/gi)).toHaveLength(5);
    for (const text of ['2/1:–', '95%', '7个窗口', '×1.2', '不能判定', '现状']) {
      expect(svg).toContain(text);
    }
  });

  it('stands no cells, one value and a small picture', () => {
    const none = heatmapLayout({ ...HEATMAP, columns: [], rows: [], cells: [] });
    const one = heatmapLayout({ ...HEATMAP, cells: [[cell(0.9, 'meets')]], base: null });
    const small = heatmapLayout({ ...HEATMAP, width: 130, height: 100 });
    expect(none).toMatchObject({ cells: [], base: null });
    expect(one.cells).toHaveLength(1);
    expect(JSON.stringify([none, one, small])).not.toMatch(/NaN/);
  });
});
