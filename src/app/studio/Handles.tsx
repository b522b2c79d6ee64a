import { type PointerEvent, useRef } from 'react';
import { replaced } from '../../drawing/edit/change';
import { cornerAdded, cornerMoved, cornerRemoved, middleOf } from '../../drawing/edit/corners';
import { type Item, type ItemRef, itemOf } from '../../drawing/edit/items';
import { toMillimetre } from '../../drawing/edit/move';
import { withCorner, withNewCorner, withoutCorner } from '../../drawing/edit/outline';
import type { FloorPlan, Point } from '../../scenarios/floorplan';
import { useTwin } from '../context';
import { type CornerEdits, CornerHandles } from './CornerHandles';
import { useStudio } from './hooks';

interface HandlesProps {
  readonly plan: FloorPlan;
  readonly pixel: number;
  readonly placeOf: (event: PointerEvent) => Point;
}

/** What may be taken hold of one by one: corners of the outline or of a selected zone, ends of a wall. */
export function Handles(props: HandlesProps) {
  const { plan, pixel, placeOf } = props;
  const tool = useStudio((state) => state.tool);
  const selection = useStudio((state) => state.selection);
  if (tool === 'outline')
    return <CornerHandles of="outline" edits={outlineOf(plan)} pixel={pixel} placeOf={placeOf} />;
  const [ref] = selection;
  if (tool !== 'select' || selection.length !== 1 || !ref) return null;
  if (ref.list === 'walls') return <WallEnds {...props} id={ref.id} />;
  const zone = ref.list === 'zones' && itemOf<'zones'>(plan, { list: 'zones', id: ref.id });
  return zone ? (
    <CornerHandles of="zone" edits={zoneOf(plan, zone)} pixel={pixel} placeOf={placeOf} />
  ) : null;
}

function outlineOf(plan: FloorPlan): CornerEdits {
  return {
    line: plan.outline,
    move: (corner, to) => withCorner(plan, corner, to),
    add: (edge) => withNewCorner(plan, edge),
    takeAway: (corner) => withoutCorner(plan, corner),
  };
}

function zoneOf(plan: FloorPlan, zone: Item<'zones'>): CornerEdits {
  const put = (polygon: Item<'zones'>['polygon'] | null) =>
    polygon && replaced(plan, { list: 'zones', id: zone.id }, { ...zone, polygon });
  const line = zone.polygon;
  return {
    line,
    move: (corner, to) => put(cornerMoved(line, corner, to)),
    add: (edge) => put(cornerAdded(line, edge, middleOf(line, edge))) ?? plan,
    takeAway: (corner) => put(cornerRemoved(line, corner)),
  };
}

/** Both ends of a wall, to be dragged. */
function WallEnds({ plan, pixel, placeOf, id }: HandlesProps & { readonly id: string }) {
  const { studio } = useTwin();
  const gridM = useStudio((state) => state.gridM);
  const gesture = useRef<string | null>(null);
  const ref: ItemRef<'walls'> = { list: 'walls', id };
  const wall = itemOf(plan, ref);
  if (!wall) return null;
  const put = (end: 'from' | 'to', at: Point, free: boolean) => {
    const to = (value: number) =>
      toMillimetre(free || gridM === 0 ? value : Math.round(value / gridM) * gridM);
    const point: [number, number] = [to(at[0]), to(at[1])];
    studio.edit(replaced(plan, ref, { ...wall, [end]: point }), gesture.current ?? undefined);
  };
  const letGo = () => {
    gesture.current = null;
  };
  return (['from', 'to'] as const).map((end) => (
    <circle
      key={end}
      className="handle"
      cx={wall[end][0]}
      cy={-wall[end][1]}
      r={6 * pixel}
      onPointerDown={(event) => {
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        gesture.current = `handle ${end} ${event.timeStamp}`;
      }}
      onPointerMove={(event) => {
        if (gesture.current !== null) put(end, placeOf(event), event.altKey);
      }}
      onPointerUp={letGo}
      onPointerCancel={letGo}
    />
  ));
}
