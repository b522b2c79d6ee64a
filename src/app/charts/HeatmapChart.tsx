import { STATES } from '../../charts/colours';
import type { HeatmapBox, HeatmapCell, HeatmapLayout } from '../../charts/heatmap';
import { fitted, textWidth } from '../../charts/text';
import { COLOURS } from '../theme';
import { ChartLegend } from './ChartLegend';
import { ChartSvg } from './ChartSvg';
import { StateMark } from './marks';
import { pickable } from './pickable';

/** A laid-out map of two assumptions as SVG. */
export function HeatmapChart(props: {
  readonly layout: HeatmapLayout;
  readonly label: string;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly formatValue: (value: number) => string;
  readonly describe: (cell: HeatmapCell) => string;
  /** Column and row of a cell; null: nothing can be picked. */
  readonly onPick: ((i: number, j: number) => void) | null;
}) {
  const { layout, onPick } = props;
  const { plot, base, scale } = layout;
  const low = props.formatValue(scale.low);
  const high = props.formatValue(scale.high);
  // The upper end's text goes into the margin, and beyond that takes room from the scale.
  const moved = Math.max(0, plot.x1 + textWidth(high, 11) + 6 - layout.width);
  const lowX = (scale.pieces[0]?.x ?? plot.x1) - 4 - moved;
  return (
    <ChartSvg
      width={layout.width}
      height={layout.height}
      label={props.label}
      interactive={onPick !== null}
    >
      <text className="axis-text" x={2} y={plot.y1 - 9}>
        {fitted(props.yTitle, lowX - textWidth(low, 11) - 8, 11)}
      </text>
      <text className="axis-text" x={lowX} y={plot.y1 - 9} textAnchor="end">
        {low}
      </text>
      {scale.pieces.map((piece) => (
        <rect
          key={piece.x}
          {...sides(piece)}
          x={piece.x - moved}
          fill={piece.fill}
          stroke={piece.fill}
        />
      ))}
      <text className="axis-text" x={plot.x1 + 4 - moved} y={plot.y1 - 9}>
        {high}
      </text>
      {layout.rows.map((row) => (
        <text key={row.at} className="axis-text" x={plot.x0 - 5} y={row.at + 4} textAnchor="end">
          {row.text}
          {row.text !== row.name && <title>{row.name}</title>}
        </text>
      ))}
      {layout.columns.map((column) => (
        <text
          key={column.at}
          className="axis-text"
          x={column.at}
          y={plot.y0 + 14}
          textAnchor="middle"
        >
          {column.text}
          {column.text !== column.name && <title>{column.name}</title>}
        </text>
      ))}
      <text className="axis-text" x={plot.x1} y={plot.y0 + 29} textAnchor="end">
        {fitted(props.xTitle, plot.x1, 11)}
      </text>
      {layout.cells.map((cell) => (
        <Cell
          key={`${cell.i} ${cell.j}`}
          cell={cell}
          text={props.describe(cell)}
          pick={onPick && (() => onPick(cell.i, cell.j))}
        />
      ))}
      {base !== null && <BaseMark box={base} />}
      <ChartLegend
        layout={layout.legend}
        symbol={(key) => {
          const state = STATES.find((one) => one === key);
          if (state) return <StateMark state={state} x={8} y={0} r={4} />;
          return <BaseMark box={{ x: 1, y: -6, width: 14, height: 12 }} />;
        }}
      />
    </ChartSvg>
  );
}

function Cell(props: {
  readonly cell: HeatmapCell;
  readonly text: string;
  readonly pick: (() => void) | null;
}) {
  const { cell, text, pick } = props;
  const middle = { x: cell.x + cell.width / 2, y: cell.textY };
  const wide = textWidth(cell.text, cell.fontSize) + 4;
  return (
    <g {...pickable(text, pick)}>
      <title>{text}</title>
      <rect {...sides(cell)} fill={cell.fill} />
      {cell.hatch !== '' && (
        <>
          <path d={cell.hatch} stroke={cell.ink} strokeOpacity={0.45} strokeWidth={1} />
          <rect
            x={middle.x - wide / 2}
            y={middle.y - cell.fontSize / 2 - 1}
            width={wide}
            height={cell.fontSize + 2}
            fill={cell.fill}
          />
        </>
      )}
      {cell.mark !== null && (
        <>
          <circle
            cx={cell.mark.x}
            cy={cell.mark.y}
            r={cell.mark.r + 2}
            fill="#fff"
            fillOpacity={0.85}
          />
          <StateMark state={cell.state} x={cell.mark.x} y={cell.mark.y} r={cell.mark.r} />
        </>
      )}
      <text
        x={middle.x}
        y={middle.y + cell.fontSize * 0.36}
        textAnchor="middle"
        fontSize={cell.fontSize}
        fill={cell.ink}
      >
        {cell.text}
      </text>
      <rect className="pick-ring" {...inside(cell, 1)} fill="transparent" />
    </g>
  );
}

/** A dark frame with a white one inside, to be seen on every colour. */
function BaseMark({ box }: { readonly box: HeatmapBox }) {
  return (
    <g pointerEvents="none">
      <rect {...inside(box, 0.5)} fill="none" stroke={COLOURS.ink} strokeWidth={2.4} />
      <rect {...inside(box, 2.4)} fill="none" stroke="#fff" strokeWidth={1.2} />
    </g>
  );
}

const sides = ({ x, y, width, height }: HeatmapBox) => ({ x, y, width, height });

const inside = ({ x, y, width, height }: HeatmapBox, by: number) => ({
  x: x + by,
  y: y + by,
  width: Math.max(0, width - 2 * by),
  height: Math.max(0, height - 2 * by),
});
