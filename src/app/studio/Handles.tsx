import { type PointerEvent, useRef } from 'react';
import { replaced } from '../../drawing/edit/change';
import { itemOf } from '../../drawing/edit/items';
import { toMillimetre } from '../../drawing/edit/move';
import type { FloorPlan, Point } from '../../scenarios/floorplan';
import { useTwin } from '../context';
import { useStudio } from './hooks';

/** Ends of a selected wall, corners of a selected zone, to be dragged one by one. */
export function Handles(props: {
  readonly plan: FloorPlan;
  readonly pixel: number;
  readonly placeOf: (event: PointerEvent) => Point;
}) {
  const { plan, pixel, placeOf } = props;
  const { studio } = useTwin();
  const selection = useStudio((state) => state.selection);
  const gridM = useStudio((state) => state.gridM);
  const gesture = useRef<string | null>(null);
  const [ref] = selection;
  if (selection.length !== 1 || !ref || (ref.list !== 'walls' && ref.list !== 'zones')) return null;
  const points = pointsOf(plan, ref.list, ref.id);
  const put = (index: number, at: Point, free: boolean) => {
    const to = (value: number) =>
      toMillimetre(free || gridM === 0 ? value : Math.round(value / gridM) * gridM);
    const point: [number, number] = [to(at[0]), to(at[1])];
    const wall = itemOf(plan, { list: 'walls', id: ref.id });
    const zone = itemOf(plan, { list: 'zones', id: ref.id });
    if (ref.list === 'walls' && wall)
      studio.edit(
        replaced(
          plan,
          { list: 'walls', id: ref.id },
          {
            ...wall,
            ...(index === 0 ? { from: point } : { to: point }),
          },
        ),
        gesture.current ?? undefined,
      );
    if (ref.list === 'zones' && zone)
      studio.edit(
        replaced(
          plan,
          { list: 'zones', id: ref.id },
          {
            ...zone,
            polygon: zone.polygon.map((p, i) => (i === index ? point : p)),
          },
        ),
        gesture.current ?? undefined,
      );
  };
  return points.map(([x, y], i) => (
    <circle
      // biome-ignore lint/suspicious/noArrayIndexKey: a corner is known by its place in the order
      key={i}
      className="handle"
      cx={x}
      cy={-y}
      r={6 * pixel}
      onPointerDown={(event) => {
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        gesture.current = `handle ${i} ${event.timeStamp}`;
      }}
      onPointerMove={(event) => {
        if (gesture.current !== null) put(i, placeOf(event), event.altKey);
      }}
      onPointerUp={() => {
        gesture.current = null;
      }}
      onPointerCancel={() => {
        gesture.current = null;
      }}
    />
  ));
}

function pointsOf(plan: FloorPlan, list: 'walls' | 'zones', id: string): readonly Point[] {
  if (list === 'zones') return itemOf(plan, { list, id })?.polygon ?? [];
  const wall = itemOf(plan, { list, id });
  return wall ? [wall.from, wall.to] : [];
}
