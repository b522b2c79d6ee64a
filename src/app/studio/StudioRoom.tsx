import { useDeferredValue, useMemo, useRef, useState } from 'react';
import {
  ITEM_LISTS,
  type ItemRef,
  itemOf,
  refKey,
  sameRef,
  shapeOf,
} from '../../drawing/edit/items';
import type { FloorPlan, Point } from '../../scenarios/floorplan';
import { Gltf } from '../../scene/edit/Gltf';
import { Hands } from '../../scene/edit/Hands';
import { Prisms } from '../../scene/edit/Prisms';
import { convexParts, type Prism } from '../../scene/edit/prism';
import { HallScene } from '../../scene/HallScene';
import { CUT_M } from '../../scene/model/walls';
import type { Unavailable } from '../../scene/types';
import { useTwin, useTwinState } from '../context';
import { useFlagged, useStudio } from './hooks';
import { beginMove, type Doing, meant, movedTo, toggled } from './pointer';

/** A grip in the room is finer than a pixel of the plan: lines draw from this near, metres. */
const ROOM_SCALE = 60;

/** The same plan in three dimensions, as it is drawn; things are picked and dragged there too. */
export function StudioRoom({ plan }: { readonly plan: FloorPlan }) {
  const { studio, clock } = useTwin();
  const language = useTwinState((state) => state.language);
  const quality = useTwinState((state) => state.quality);
  const selection = useStudio((state) => state.selection);
  const gridM = useStudio((state) => state.gridM);
  const [unavailable, setUnavailable] = useState<Unavailable | null>(null);
  const doing = useRef<Extract<Doing, { kind: 'move' }> | null>(null);
  // While the hand moves quickly the room may lag a frame behind.
  const shown = useDeferredValue(plan);
  const prisms = useMemo(() => prismsOf(shown), [shown]);
  const grips = useMemo(() => prisms.flatMap(convexParts), [prisms]);
  const keys = useMemo(() => new Set(selection.map(refKey)), [selection]);
  const selected = useMemo(() => prisms.filter(({ key }) => keys.has(key)), [prisms, keys]);
  const flagged = useFlagged();
  const marks = useMemo(
    () =>
      FLAG_COLOURS.map(
        ([severity, colour]) =>
          [colour, prisms.filter(({ key }) => flagged.get(key) === severity)] as const,
      ),
    [prisms, flagged],
  );
  const click = (key: string | null, event: PointerEvent) => {
    if (key === null) {
      if (!event.shiftKey) studio.select([]);
      return;
    }
    const ref = refOf(key);
    studio.select(event.shiftKey ? toggled(selection, ref) : [ref]);
  };
  const take = (key: string, at: Point, event: PointerEvent) => {
    const ref = meant(plan, refOf(key), selection);
    if (event.shiftKey) {
      studio.select(toggled(selection, ref));
      return;
    }
    const refs = selection.some((one) => sameRef(one, ref)) ? selection : [ref];
    if (refs !== selection) studio.select(refs);
    doing.current = beginMove(plan, refs, at, `room ${event.timeStamp}`);
  };
  const drag = (at: Point, event: PointerEvent) => {
    if (!doing.current) return;
    const how = { scale: ROOM_SCALE, gridM, free: event.altKey };
    studio.edit(movedTo(doing.current, at, how).plan, doing.current.gesture);
  };
  return (
    <div className="studio-room">
      <HallScene
        plan={shown}
        timeline={null}
        clock={clock}
        selection={null}
        onSelect={NOTHING}
        language={language}
        view="orbit"
        quality={quality}
        onUnavailable={setUnavailable}
      >
        <Hands
          prisms={grips}
          selected={keys}
          onClick={click}
          onTake={take}
          onDrag={drag}
          onLetGo={() => {
            doing.current = null;
          }}
        />
        {marks.map(([colour, flags]) => (
          <Prisms key={colour} prisms={flags} colour={colour} />
        ))}
        <Prisms prisms={selected} colour="#0b5fff" />
        <Gltf offer={studio.offerGltf} />
      </HallScene>
      {unavailable && (
        <p className="stage-note" role="status">
          {unavailable.message}
        </p>
      )}
    </div>
  );
}

const HEAVY: ReadonlySet<ItemRef['list']> = new Set(['zones', 'walls', 'doors']);

/**
 * What may be taken hold of in the room. Walls, doors and zones lie under nearly every turn of the
 * view, so they move only once they are selected.
 */
function prismsOf(plan: FloorPlan): Prism[] {
  return ITEM_LISTS.flatMap((list) => {
    const heavy = HEAVY.has(list);
    return plan[list].flatMap(({ id }): Prism[] => {
      const ref: ItemRef = { list, id };
      const footprint = shapeOf(plan, ref);
      const heights = footprint && heightsOf(plan, ref);
      if (!heights) return [];
      return [{ key: refKey(ref), footprint, lowM: heights[0], highM: heights[1], heavy }];
    });
  });
}

const NOTHING = () => {};

function refOf(key: string): ItemRef {
  const [list, id] = key.split('/') as [ItemRef['list'], string];
  return { list, id };
}

/** As in the drawing. */
const FLAG_COLOURS = [
  ['advice', '#d48806'],
  ['must', '#cf1322'],
] as const;

const ON_FLOOR_M = 0.02;
const SEAT_M = 0.85;
const SCREEN_SHARE = 9 / 16;
const SIGN_M = 0.4;
const SMALL_M = 0.2;

/** From where to where something reaches above the floor, metres. */
function heightsOf(plan: FloorPlan, ref: ItemRef): readonly [number, number] | null {
  const item = itemOf(plan, ref);
  if (!item) return null;
  const about = (middle: number, size: number) =>
    [Math.max(0, middle - size / 2), middle + size / 2] as const;
  const heightM = 'heightM' in item && typeof item.heightM === 'number' ? item.heightM : null;
  const widthM = 'widthM' in item && typeof item.widthM === 'number' ? item.widthM : 1;
  switch (ref.list) {
    case 'zones':
      return [0, ON_FLOOR_M];
    case 'walls':
    case 'doors':
      return [0, Math.min(heightM ?? plan.ceilingHeightM, CUT_M)];
    case 'columns':
      return [0, heightM ?? plan.ceilingHeightM];
    case 'counters':
    case 'fixtures':
      return [0, heightM ?? 1];
    case 'windows':
      return [0, 1.15];
    case 'seats':
      return [0, SEAT_M];
    case 'displays':
      return about(heightM ?? 2, widthM * SCREEN_SHARE);
    case 'signs':
      return about(heightM ?? 2, SIGN_M);
    default:
      return about(heightM ?? 2, SMALL_M);
  }
}
