import { describe, expect, it } from 'vitest';
import {
  chartFileName,
  DRAWN,
  type DrawnElement,
  svgText,
} from '../../src/app/charts/save/svg-text';

/** What a browser computes where nobody says anything, with what is said. */
function element(
  tag: string,
  attributes: Record<string, string>,
  said: Record<string, string> = {},
  children: DrawnElement['children'] = [],
): DrawnElement {
  const first: Record<string, string> = {
    fill: 'rgb(0, 0, 0)',
    stroke: 'none',
    'stroke-width': '1px',
    'stroke-dasharray': 'none',
    'stroke-linejoin': 'miter',
    'stroke-linecap': 'butt',
    'paint-order': 'normal',
    'font-size': '16px',
    'font-weight': '400',
    'text-anchor': 'start',
    'dominant-baseline': 'auto',
  };
  const styles = Object.fromEntries(
    DRAWN.map((name) => [name, said[name] ?? first[name] ?? '1']),
  ) as DrawnElement['styles'];
  return { tag, attributes, styles, children };
}

const picture = (children: DrawnElement['children']) =>
  svgText({
    root: element('svg', { viewBox: '0 0 400 160', class: 'chart', width: '400' }, {}, children),
    title: '平均等候 <1> & "2"',
    width: 400,
    height: 160,
  });

describe('a chart as a file', () => {
  it('stands by itself: size, white ground, a font with Chinese, what it is called', () => {
    const text = picture([]);
    expect(text).toMatch(
      /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="400" height="160" viewBox="0 0 400 160" font-family="[^"]*Noto Sans CJK SC[^"]*">/,
    );
    expect(text).toContain('<title>平均等候 &lt;1&gt; &amp; &quot;2&quot;</title>');
    expect(text).toContain('<rect x="0" y="0" width="400" height="160" fill="#fff"/>');
  });

  it('says in itself what the sheets of the page say, once, and nothing of the page', () => {
    const quiet = { fill: 'rgb(93, 107, 119)', 'font-size': '11px' };
    const text = picture([
      element('g', { class: 'bar', 'aria-label': 'x', onclick: 'no()', tabindex: '0' }, quiet, [
        element('text', { x: '3', y: '4', class: 'axis-text', fill: '#123' }, quiet, ['15 分钟']),
        element('path', { d: 'M0,0L1,1' }, { ...quiet, opacity: '0.5', stroke: 'rgb(1, 2, 3)' }),
      ]),
    ]);
    expect(text).toContain(
      '<g fill="rgb(93, 107, 119)" font-size="11px"><text x="3" y="4">15 分钟</text>' +
        '<path d="M0,0L1,1" stroke="rgb(1, 2, 3)" opacity="0.5"/></g>',
    );
    expect(text).not.toMatch(/class|aria|onclick|tabindex/);
  });

  it('says again what a child has otherwise than what it stands in', () => {
    const text = picture([
      element('g', {}, { fill: 'none' }, [element('circle', { r: '2' }, { fill: 'rgb(0, 0, 0)' })]),
    ]);
    expect(text).toContain('<g fill="none"><circle r="2" fill="rgb(0, 0, 0)"/></g>');
  });

  it('has a name that tells hall and chart, and that every system takes', () => {
    expect(chartFileName('quxi', '各时段 平均等候/分钟: "每半小时"')).toBe(
      'quxi 各时段 平均等候 分钟 每半小时',
    );
    expect([...chartFileName('quxi', '长'.repeat(200))]).toHaveLength(60);
  });
});
