import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { crossingOf } from '../../drawing/edit/corners';
import { distance } from '../../geometry/vector';
import type { FloorPlan, Point } from '../../scenarios/floorplan';
import { useTwin } from '../context';
import { useStudio } from './hooks';

const LEAST_STEP_M = 0.01;
const LONG_STEPS = 10;
const WAYS: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** A closed line of a plan and how it is changed; each change is null where it is refused. */
export interface CornerEdits {
  readonly line: readonly Point[];
  readonly move: (corner: number, to: Point) => FloorPlan | null;
  readonly add: (edge: number) => FloorPlan;
  readonly takeAway: (corner: number) => FloorPlan | null;
}

/**
 * Corners of a closed line to be dragged or moved by arrow keys, added (on the middle of an edge) and
 * taken away (by a double click or Delete). A line that would cross itself is refused, and the
 * crossing is shown.
 */
export function CornerHandles(props: {
  readonly of: 'outline' | 'zone';
  readonly edits: CornerEdits;
  readonly pixel: number;
  readonly placeOf: (event: PointerEvent) => Point;
}) {
  const { of, edits, pixel, placeOf } = props;
  const { line } = edits;
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
    moveTo(corner, [to(at[0]), to(at[1])], gesture.current);
  };
  const moveTo = (corner: number, target: Point, step?: string) => {
    const next = edits.move(corner, target);
    setCrossing(next ? null : crossingOf(line.map((p, i) => (i === corner ? target : p))));
    if (next) studio.edit(next, step);
  };
  const takeAway = (corner: number) => {
    const next = edits.takeAway(corner);
    if (next) studio.edit(next);
  };
  const press = (corner: number, event: KeyboardEvent) => {
    const way = WAYS[event.key];
    const [x, y] = line[corner]!;
    const step = (gridM || LEAST_STEP_M) * (event.shiftKey ? LONG_STEPS : 1);
    if (way) moveTo(corner, [x + way[0] * step, y + way[1] * step]);
    else if (event.key === 'Delete' || event.key === 'Backspace') takeAway(corner);
    else return;
    event.preventDefault();
    // The keys of the whole drawing would move what is selected as well.
    event.stopPropagation();
  };
  const letGo = () => {
    gesture.current = null;
    setCrossing(null);
  };
  return (
    <g className="outline-handles">
      <polygon className="outline-line" points={line.map(([x, y]) => `${x},${-y}`).join(' ')} />
      {line.map((a, i) => {
        const b = line[(i + 1) % line.length]!;
        const middle: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: an edge is known by its place in the order
          <g key={`edge ${i}`}>
            <text x={middle[0]} y={-middle[1] - 8 * pixel} fontSize={13 * pixel}>
              {`${distance(a, b).toFixed(2)} m`}
            </text>
            {/* biome-ignore lint/a11y/useSemanticElements: a drawing has no button of HTML */}
            <circle
              className="new-corner"
              role="button"
              tabIndex={0}
              aria-label={t('studio.newCornerAfter', { number: i + 1 })}
              cx={middle[0]}
              cy={-middle[1]}
              r={5 * pixel}
              onPointerDown={(event) => {
                event.stopPropagation();
                studio.edit(edits.add(i));
              }}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' && event.key !== ' ') return;
                event.preventDefault();
                studio.edit(edits.add(i));
              }}
            >
              <title>{t('studio.newCorner')}</title>
            </circle>
          </g>
        );
      })}
      {line.map(([x, y], i) => (
        // biome-ignore lint/a11y/useSemanticElements: a drawing has no button of HTML
        <circle
          role="button"
          tabIndex={0}
          aria-label={t('studio.cornerAt', { number: i + 1, x: x.toFixed(2), y: y.toFixed(2) })}
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
          onDoubleClick={() => takeAway(i)}
          onKeyDown={(event) => press(i, event)}
          onBlur={() => setCrossing(null)}
        >
          <title>{t(of === 'outline' ? 'studio.corner' : 'studio.zoneCorner')}</title>
        </circle>
      ))}
      {crossing && (
        <g className="crossing">
          <circle cx={crossing[0]} cy={-crossing[1]} r={10 * pixel} />
          <text x={crossing[0]} y={-crossing[1] - 14 * pixel} fontSize={14 * pixel}>
            {t(of === 'outline' ? 'studio.crossing' : 'studio.zoneCrossing')}
          </text>
        </g>
      )}
    </g>
  );
}
