import { WINDOW_COLOURS } from '../../charts/colours';
import { type CurvesLayout, curvesLayout } from '../../charts/curves';
import { fitted } from '../../charts/text';
import { type UtilisationLayout, utilisationLayout } from '../../charts/utilisation';
import type { IntervalSeries, Measure } from '../../sim/experiments/report';
import { hourMinute } from '../plan-words';
import { html, type Markup } from './markup';

/** Width of charts on paper, px of their own drawing. */
const WIDTH = 680;

/** Figures over the day as stepped lines with the band of their interval. */
export function dayChart(chart: {
  readonly edgesS: readonly number[];
  readonly lines: readonly {
    readonly id: string;
    readonly name: string;
    readonly bins: readonly Measure[];
  }[];
  readonly unit: string;
  readonly label: string;
  readonly target: { readonly value: number; readonly text: string } | null;
}): Markup {
  const layout = curvesLayout({
    width: WIDTH,
    height: 210,
    margins: { top: 24, right: 14, bottom: 22, left: 38 },
    edgesS: chart.edgesS,
    variants: chart.lines,
    target: chart.target,
  });
  return curvesSvg(layout, chart.unit, chart.label);
}

function curvesSvg(layout: CurvesLayout, unit: string, label: string): Markup {
  const { plot, curves, target, legend } = layout;
  const styleOf = (id: string) => curves.find((curve) => curve.id === id)!.style;
  return html`<svg class="chart" xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${label}" viewBox="0 0 ${layout.width} ${layout.height}">
${legend.entries.map((entry) => {
  const { colour, dash, letter } = styleOf(entry.key);
  return html`<g transform="translate(${entry.x} ${entry.y})"><line x1="17" x2="43" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash}"/><text x="5" y="4" font-weight="600">${letter}</text><text x="${legend.symbolWidth}" y="4">${entry.text}</text></g>`;
})}
<text class="quiet" x="2" y="${plot.y1 - 10}">${unit}</text>
${layout.yTicks.map(
  (tick) =>
    html`<line x1="${plot.x0}" x2="${plot.x1}" y1="${tick.at}" y2="${tick.at}" stroke="#dfe5ea"/><text class="quiet" x="${plot.x0 - 6}" y="${tick.at + 3.5}" text-anchor="end">${plain(tick.value)}</text>`,
)}
${layout.xTicks.map(
  (tick) =>
    html`<line x1="${tick.at}" x2="${tick.at}" y1="${plot.y0}" y2="${plot.y0 + 3}" stroke="#5d6b77"/><text class="quiet" x="${tick.at}" y="${plot.y0 + 15}" text-anchor="middle">${hourMinute(tick.value)}</text>`,
)}
${curves.map(({ band, style }) => html`<path d="${band}" fill="${style.colour}" fill-opacity="${curves.length > 1 ? 0.13 : 0.18}"/>`)}
${target && html`<line x1="${plot.x0}" x2="${plot.x1}" y1="${target.y}" y2="${target.y}" stroke="#b4582a" stroke-dasharray="5 4"/>`}
${curves.map(
  ({ line, style, end }) =>
    html`<path d="${line}" fill="none" stroke="${style.colour}" stroke-width="1.9" stroke-dasharray="${style.dash}"/>${end && html`<line x1="${end.fromX}" y1="${end.fromY}" x2="${end.x - 7}" y2="${end.y}" stroke="${style.colour}" stroke-width="0.8"/><text x="${end.x}" y="${end.y + 4}" text-anchor="middle" font-weight="600">${style.letter}</text>`}`,
)}
${target && html`<text class="target" x="${target.label.x}" y="${target.label.y}">${target.label.text}</text>`}
</svg>`;
}

const plain = (value: number) => String(Number(value.toPrecision(6)));

const BARS = { x0: 190, length: 300, rowHeight: 19, barHeight: 12 } as const;

/** How each window spends the day, one bar each, with its figure at the right. */
export function utilisationChart(chart: {
  readonly series: IntervalSeries;
  readonly windows: readonly {
    readonly id: string;
    readonly name: string;
    readonly figure: string;
  }[];
  readonly label: string;
}): Markup {
  const layout: UtilisationLayout = utilisationLayout({
    ...BARS,
    series: chart.series,
    order: chart.windows.map(({ id }) => id),
  });
  return html`<svg class="chart" xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${chart.label}" viewBox="0 0 ${WIDTH} ${layout.height}">
${layout.bars.map((bar, i) => {
  const { name, figure } = chart.windows[i]!;
  const middle = bar.y + bar.height / 2 + 4;
  return html`<text x="0" y="${middle}">${fitted(name, BARS.x0 - 10)}</text>${bar.pieces.map(
    (piece) =>
      html`<rect x="${piece.x}" y="${bar.y}" width="${piece.width}" height="${bar.height}" fill="${WINDOW_COLOURS[piece.share]}"/>`,
  )}<text x="${WIDTH}" y="${middle}" text-anchor="end">${figure}</text>`;
})}
</svg>`;
}
