import type { UtilisationBar, UtilisationLayout, WindowShare } from '../../charts/utilisation';
import { COLOURS } from '../theme';
import { ChartLegend } from './ChartLegend';
import { ChartSvg } from './ChartSvg';

/** Laid-out bars as SVG, with a name before and a figure behind each. */
export function UtilisationChart(props: {
  readonly layout: UtilisationLayout;
  readonly width: number;
  readonly label: string;
  readonly nameOf: (id: string) => string;
  readonly figureOf: (id: string) => string;
  readonly describe: (bar: UtilisationBar, piece: UtilisationBar['pieces'][number]) => string;
  readonly onPick: (id: string) => void;
}) {
  const { layout, width } = props;
  return (
    <ChartSvg width={width} height={layout.height} label={props.label}>
      <ChartLegend
        layout={layout.legend}
        symbol={(share) => (
          <rect y={-5} width={10} height={10} rx={2} fill={COLOURS[share as WindowShare]} />
        )}
      />
      {layout.bars.map((bar) => {
        const middle = bar.y + bar.height / 2 + 4;
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: a short cut; windows are picked in the scene
          <g key={bar.id} className="bar" onClick={() => props.onPick(bar.id)}>
            <text className="bar-text" x={0} y={middle}>
              {props.nameOf(bar.id)}
            </text>
            {bar.pieces.map((piece) => (
              <rect
                key={piece.share}
                x={piece.x}
                y={bar.y}
                width={piece.width}
                height={bar.height}
                fill={COLOURS[piece.share]}
              >
                <title>{props.describe(bar, piece)}</title>
              </rect>
            ))}
            <text className="bar-text figure" x={width} y={middle} textAnchor="end">
              {props.figureOf(bar.id)}
            </text>
          </g>
        );
      })}
    </ChartSvg>
  );
}
