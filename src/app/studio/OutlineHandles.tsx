import { type PointerEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { crossingOf, withCorner, withNewCorner, withoutCorner } from '../../drawing/edit/outline';
import { distance } from '../../geometry/vector';
import type { FloorPlan, Point } from '../../scenarios/floorplan';
import { useTwin } from '../context';
import { useStudio } from './hooks';

/**
 * Corners of the outline to be dragged, added (on the middle of an edge) and taken away (by a double
 * click). A line that would cross itself is refused, and the crossing is shown.
 */
export function OutlineHandles(props: {
  readonly plan: FloorPlan;
  readonly pixel: number;
  readonly placeOf: (event: PointerEvent) => Point;
}) {
  const { plan, pixel, placeOf } = props;
  const { t } = useTranslation();
  const { studio } = useTwin();
  const gridM = useStudio((state) => state.gridM);
  const gesture = useRef<string | null>(null);
  const [crossing, setCrossing] = useState<Point | null>(null);
  const drag = (corner: number, event: PointerEvent) => {
    if (gesture.current === null) return;
    const at = placeOf(event);
    const to = (value: number) =>
      event.altKey || gridM === 0 ? value : Math.round(value / gridM) * gridM;
    const target: Point = [to(at[0]), to(at[1])];
    const next = withCorner(plan, corner, target);
    setCrossing(next ? null : crossingOf(plan.outline.map((p, i) => (i === corner ? target : p))));
    if (next) studio.edit(next, gesture.current);
  };
  const letGo = () => {
    gesture.current = null;
    setCrossing(null);
  };
  const { outline } = plan;
  return (
    <g className="outline-handles">
      <polygon className="outline-line" points={outline.map(([x, y]) => `${x},${-y}`).join(' ')} />
      {outline.map((a, i) => {
        const b = outline[(i + 1) % outline.length]!;
        const middle: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: an edge is known by its place in the order
          <g key={`edge ${i}`}>
            <text x={middle[0]} y={-middle[1] - 8 * pixel} fontSize={13 * pixel}>
              {`${distance(a, b).toFixed(2)} m`}
            </text>
            <circle
              className="new-corner"
              cx={middle[0]}
              cy={-middle[1]}
              r={5 * pixel}
              onPointerDown={(event) => {
                event.stopPropagation();
                studio.edit(withNewCorner(plan, i));
              }}
            >
              <title>{t('studio.newCorner')}</title>
            </circle>
          </g>
        );
      })}
      {outline.map(([x, y], i) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: walls and numbers do the same by keys
        <circle
          // biome-ignore lint/suspicious/noArrayIndexKey: a corner is known by its place in the order
          key={i}
          className="handle"
          cx={x}
          cy={-y}
          r={7 * pixel}
          onPointerDown={(event) => {
            event.stopPropagation();
            event.currentTarget.setPointerCapture(event.pointerId);
            gesture.current = `corner ${i} ${event.timeStamp}`;
          }}
          onPointerMove={(event) => drag(i, event)}
          onPointerUp={letGo}
          onPointerCancel={letGo}
          onDoubleClick={() => {
            const next = withoutCorner(plan, i);
            if (next) studio.edit(next);
          }}
        >
          <title>{t('studio.corner')}</title>
        </circle>
      ))}
      {crossing && (
        <g className="crossing">
          <circle cx={crossing[0]} cy={-crossing[1]} r={10 * pixel} />
          <text x={crossing[0]} y={-crossing[1] - 14 * pixel} fontSize={14 * pixel}>
            {t('studio.crossing')}
          </text>
        </g>
      )}
    </g>
  );
}
