import { memo } from 'react';
import { ITEM_LISTS, type ItemList, type ItemRef, refKey, shapeOf } from '../../drawing/edit/items';
import type { FloorPlan } from '../../scenarios/floorplan';
import { inLanguage, type Language } from '../../scenarios/text';
import { PALETTE, ZONE_TINTS } from '../../scene/palette';
import { widthOf, ZoneNames } from './ZoneNames';

const FILLS: Readonly<Partial<Record<ItemList, string>>> = {
  walls: PALETTE.wallCap,
  columns: PALETTE.wallCap,
  counters: PALETTE.wood,
  seats: PALETTE.seat,
  fixtures: '#9fb3c3',
};

const pointsOf = (polygon: readonly (readonly [number, number])[]) =>
  polygon.map(([x, y]) => `${x},${-y}`).join(' ');

/** Everything in a plan from above, each thing to be picked by itself. */
export const DrawingItems = memo(function DrawingItems(props: {
  readonly plan: FloorPlan;
  readonly language: Language;
  readonly selected: ReadonlySet<string>;
  readonly flagged: ReadonlyMap<string, 'must' | 'advice'>;
}) {
  const { plan, language, selected, flagged } = props;
  return (
    <>
      {ITEM_LISTS.map((list) => (
        <g key={list} className={`items ${list}`}>
          {plan[list].map(({ id }) => {
            const ref: ItemRef = { list, id };
            const key = refKey(ref);
            return (
              <DrawnItem
                key={key}
                plan={plan}
                item={ref}
                language={language}
                selected={selected.has(key)}
                flagged={flagged.get(key)}
              />
            );
          })}
        </g>
      ))}
      <ZoneNames plan={plan} language={language} />
    </>
  );
});

function DrawnItem(props: {
  readonly plan: FloorPlan;
  readonly item: ItemRef;
  readonly language: Language;
  readonly selected: boolean;
  readonly flagged: 'must' | 'advice' | undefined;
}) {
  const { plan, item, language, selected, flagged } = props;
  const shape = shapeOf(plan, item);
  if (!shape) return null;
  const classes = ['item', selected && 'selected', flagged].filter(Boolean).join(' ');
  return (
    <g className={classes} data-item={refKey(item)}>
      <polygon points={pointsOf(shape)} {...paintOf(plan, item)} />
      <Detail plan={plan} item={item} language={language} />
    </g>
  );
}

function paintOf(plan: FloorPlan, { list, id }: ItemRef): { fill?: string } {
  if (list === 'zones') {
    const kind = plan.zones.find((zone) => zone.id === id)?.kind;
    return kind ? { fill: ZONE_TINTS[kind] } : {};
  }
  const fill = FILLS[list];
  return fill ? { fill } : {};
}

const NAME_M = 0.24;

/** What tells things apart that look alike from above. */
function Detail(props: {
  readonly plan: FloorPlan;
  readonly item: ItemRef;
  readonly language: Language;
}) {
  const { plan, item, language } = props;
  const { list, id } = item;
  switch (list) {
    case 'windows': {
      const window = plan.windows.find((one) => one.id === id)!;
      return (
        <>
          <circle
            className="spot"
            cx={window.visitorSpot[0]}
            cy={-window.visitorSpot[1]}
            r={0.24}
          />
          <circle
            className="spot staff"
            cx={window.clerkSpot[0]}
            cy={-window.clerkSpot[1]}
            r={0.18}
          />
          <text
            className="number"
            x={window.visitorSpot[0]}
            y={-window.visitorSpot[1] + 0.11}
            fontSize={0.3}
          >
            {window.number}
          </text>
        </>
      );
    }
    case 'seats': {
      const { at, facingDeg } = plan.seats.find((one) => one.id === id)!;
      return (
        <line
          className="back"
          x1={-0.2}
          x2={0.2}
          y1={0.2}
          y2={0.2}
          transform={`translate(${at[0]} ${-at[1]}) rotate(${90 - facingDeg})`}
        />
      );
    }
    case 'fixtures': {
      const fixture = plan.fixtures.find((one) => one.id === id)!;
      const text = fixture.name ? inLanguage(fixture.name, language) : '';
      return (
        <>
          {fixture.userSpot && (
            <circle className="spot" cx={fixture.userSpot[0]} cy={-fixture.userSpot[1]} r={0.16} />
          )}
          {widthOf(text, NAME_M) < Math.max(fixture.widthM, 1.1) && (
            <text className="name" x={fixture.at[0]} y={-fixture.at[1] + 0.08} fontSize={NAME_M}>
              {text}
            </text>
          )}
          <title>{text}</title>
        </>
      );
    }
    case 'cameras': {
      const { at, yawDeg } = plan.cameras.find((one) => one.id === id)!;
      return (
        <path
          className="looks"
          d="M0.2,0 L0.5,-0.2 L0.5,0.2 Z"
          transform={`translate(${at[0]} ${-at[1]}) rotate(${-yawDeg})`}
        />
      );
    }
    default:
      return null;
  }
}
