import { describe, expect, it } from 'vitest';
import { plotLayout } from '../../src/charts/plot';

const size = { width: 110, height: 110, margins: { top: 0, right: 0, bottom: 10, left: 10 } };

describe('a plot', () => {
  it('draws steps, bars, lines, dots and bands over the same axes', () => {
    const { paths } = plotLayout({
      ...size,
      yTo: 10,
      series: [
        { id: 's', draw: 'steps', edges: [0, 5, 10], y: [10, 0] },
        { id: 'b', draw: 'bars', edges: [0, 5, 10], y: [5, null] },
        { id: 'l', draw: 'line', x: [0, 10], y: [0, 10] },
        { id: 'i', draw: 'band', edges: [0, 5, 10], y: [[0, 10], null] },
        { id: 'd', draw: 'dots', x: [0, 5], y: [null, 5] },
      ],
    });
    expect(paths.map(({ id, d }) => [id, d])).toEqual([
      ['s', 'M10,0L60,0L60,100L110,100'],
      ['b', 'M10,100V50H60V100Z'],
      ['l', 'M10,100L110,0'],
      ['i', 'M10,0L60,0L60,100L10,100Z'],
      ['d', 'M57.8,50a2.2,2.2 0 1,0 4.4,0a2.2,2.2 0 1,0 -4.4,0'],
    ]);
  });

  it('hours stand at whole hours', () => {
    const { xTicks } = plotLayout({
      ...size,
      xStep: 3600,
      series: [{ id: 's', draw: 'steps', edges: [32_400, 61_200], y: [1] }],
    });
    expect(xTicks.length).toBeGreaterThan(1);
    for (const { value } of xTicks) expect(value % 3600).toBe(0);
  });

  it('nothing to draw is an empty plot', () => {
    expect(plotLayout({ ...size, series: [] }).paths).toEqual([]);
  });
});
