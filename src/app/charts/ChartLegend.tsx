import type { ReactNode } from 'react';
import type { LegendLayout } from '../../charts/legend';

/** A laid-out legend; each symbol is drawn around the middle of its row, from 0 to the right. */
export function ChartLegend(props: {
  readonly layout: LegendLayout;
  readonly symbol: (key: string) => ReactNode;
}) {
  const { entries, symbolWidth } = props.layout;
  return entries.map((entry) => (
    <g key={entry.key} transform={`translate(${entry.x} ${entry.y})`}>
      {props.symbol(entry.key)}
      <text className="bar-text" x={symbolWidth} y={4}>
        {entry.text}
        {entry.text !== entry.name && <title>{entry.name}</title>}
      </text>
    </g>
  ));
}
