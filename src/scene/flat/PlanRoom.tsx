import { wallPieces } from '../../geometry/walls';
import type { FloorPlan } from '../../scenarios/floorplan';
import { inLanguage } from '../../scenarios/text';
import { floorCovers, placeLabel } from '../model/floor-labels';
import { PALETTE, ZONE_TINTS } from '../palette';
import type { HallViewProps } from '../types';

function points(polygon: readonly (readonly [number, number])[]): string {
  return polygon.map(([x, y]) => `${x},${-y}`).join(' ');
}

/**
 * A hall's room from above, in plan metres with y pointing down: zones, walls, columns, counters and seats.
 */
export function PlanRoom({ plan, language }: Pick<HallViewProps, 'plan' | 'language'>) {
  const covers = floorCovers(plan);
  return (
    <>
      <polygon points={points(plan.outline)} fill={PALETTE.tile} />
      {plan.zones.map((zone) => {
        if (zone.kind === 'circulation') return null;
        const text = inLanguage(zone.name, language);
        const widthM = [...text].reduce((sum, c) => sum + (c > '\u2e80' ? 0.34 : 0.19), 0);
        const at = placeLabel(zone.polygon, widthM, 0.4, covers);
        return (
          <g key={zone.id}>
            <polygon points={points(zone.polygon)} fill={ZONE_TINTS[zone.kind]} opacity={0.3} />
            {at && (
              <text x={at[0]} y={-at[1] + 0.11} fontSize={0.32} textAnchor="middle" fill="#4b5b6c">
                {text}
              </text>
            )}
          </g>
        );
      })}
      {wallPieces(plan).map((piece) => (
        <line
          key={`${piece.wall.id} ${piece.from}`}
          x1={piece.from[0]}
          y1={-piece.from[1]}
          x2={piece.to[0]}
          y2={-piece.to[1]}
          stroke={PALETTE.wallCap}
          strokeWidth={piece.wall.thicknessM}
        />
      ))}
      {plan.columns.map((column) => (
        <PlanBox key={column.id} box={column} fill={PALETTE.wallCap} />
      ))}
      {plan.counters.map((counter) => (
        <PlanBox key={counter.id} box={counter} fill={PALETTE.wood} />
      ))}
      {plan.seats.map((seat) => (
        <PlanBox
          key={seat.id}
          box={{ at: seat.at, widthM: 0.46, depthM: 0.46, rotationDeg: seat.facingDeg + 90 }}
          fill={PALETTE.seat}
        />
      ))}
    </>
  );
}

/** A piece of furniture from above. */
export function PlanBox(props: {
  box: Pick<FloorPlan['counters'][number], 'at' | 'widthM' | 'depthM' | 'rotationDeg'>;
  fill: string;
  stroke?: string;
}) {
  const { at, widthM, depthM, rotationDeg } = props.box;
  return (
    <rect
      x={-widthM / 2}
      y={-depthM / 2}
      width={widthM}
      height={depthM}
      rx={0.04}
      fill={props.fill}
      stroke={props.stroke ?? 'none'}
      strokeWidth={0.06}
      transform={`translate(${at[0]} ${-at[1]}) rotate(${-rotationDeg})`}
    />
  );
}
