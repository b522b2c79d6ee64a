import { useMemo } from 'react';
import { boundsOf, shapeOf } from '../../drawing/edit/items';
import { contains } from '../../geometry/area';
import type { FloorPlan, Point } from '../../scenarios/floorplan';
import { inLanguage, type Language } from '../../scenarios/text';

const SIZE_M = 0.26;
const MARGIN_M = 0.1;
const SPOT_M = 0.24;

type Box = readonly [x0: number, y0: number, x1: number, y1: number];

/** About how wide a text is, metres: Chinese characters are as wide as they are high. */
export function widthOf(text: string, sizeM: number): number {
  return [...text].reduce((sum, char) => sum + (char > '\u2e80' ? 1 : 0.55) * sizeM, 0);
}

/** Names of zones over everything else, in a corner of the zone where nothing stands if there is one. */
export function ZoneNames(props: { readonly plan: FloorPlan; readonly language: Language }) {
  const { plan, language } = props;
  const names = useMemo(() => placed(plan, language), [plan, language]);
  return names.map(({ id, text, x, y }) => (
    <text key={id} className="zone-name" x={x} y={-y} fontSize={SIZE_M}>
      {text}
    </text>
  ));
}

function placed(plan: FloorPlan, language: Language) {
  const things = standing(plan);
  return plan.zones.flatMap(({ id, kind, name, polygon }) => {
    const text = inLanguage(name, language);
    const [x0, y0, x1, y1] = boundsOf([polygon]);
    const width = widthOf(text, SIZE_M);
    // Passages are what is left between the others; a name that is too long would lie over those.
    if (kind === 'circulation' || width > x1 - x0) return [];
    const [left, right] = [x0 + MARGIN_M, x1 - MARGIN_M - width];
    const [high, low] = [y1 - MARGIN_M - SIZE_M * 0.85, y0 + MARGIN_M];
    const places = [
      [left, high],
      [left, low],
      [right, high],
      [right, low],
    ] as const;
    const tallM = SIZE_M * 0.85;
    /** How much the name would lie over there; what lies outside the zone is none of its places. */
    const over = ([x, y]: readonly [number, number]) => {
      const corners: Point[] = [
        [x, y],
        [x + width, y],
        [x + width, y + tallM],
        [x, y + tallM],
      ];
      if (!corners.every((corner) => contains(polygon, corner))) return Number.POSITIVE_INFINITY;
      return things.filter(
        (box) => box[0] < x + width && box[2] > x && box[1] < y + tallM && box[3] > y,
      ).length;
    };
    const [x, y] = places.reduce((best, place) => (over(place) < over(best) ? place : best));
    return [{ id, text, x, y }];
  });
}

/** What a name should not lie over. */
function standing(plan: FloorPlan): Box[] {
  const shapes = (['columns', 'counters', 'seats', 'fixtures'] as const).flatMap((list) =>
    plan[list].flatMap(({ id }) => {
      const shape = shapeOf(plan, { list, id });
      return shape ? [boundsOf([shape])] : [];
    }),
  );
  const spots = plan.windows
    .flatMap(({ visitorSpot, clerkSpot }) => [visitorSpot, clerkSpot])
    .map(([x, y]): Box => [x - SPOT_M, y - SPOT_M, x + SPOT_M, y + SPOT_M]);
  return [...shapes, ...spots];
}
