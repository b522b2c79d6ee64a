import type { FloorPlan, Point } from '../../scenarios/floorplan';
import { toScene, yawOf } from '../coordinates';
import { FIELD_OF_VIEW_DEG, firstAzimuthDeg, frameCorners } from './framing';
import type { Framing, Shot } from './shot';

const NEAR_ELEVATION_DEG = 24;
/** One looks past somebody's shoulder, not at the middle of their back. */
const NEAR_ASIDE_DEG = 38;
const NEAR_LOOK_M = 1.15;
const ZONE_ELEVATION_DEG = 30;
const ZONE_TALL_M = 1.9;

/** A place that somebody looks from, seen from behind them and aside. */
export function nearShot(at: Point, facingDeg: number, distanceM: number): Shot {
  const away = yawOf(facingDeg + 180 + NEAR_ASIDE_DEG);
  const up = (NEAR_ELEVATION_DEG * Math.PI) / 180;
  const flatM = distanceM * Math.cos(up);
  const from: Point = [at[0] + flatM * Math.cos(away), at[1] + flatM * Math.sin(away)];
  const framing: Framing = {
    target: toScene(at, NEAR_LOOK_M),
    position: toScene(from, NEAR_LOOK_M + distanceM * Math.sin(up)),
  };
  return {
    key: `near ${at.join()} ${facingDeg} ${distanceM}`,
    view: 'orbit',
    framing: () => framing,
  };
}

/**
 * The zones of a kind, from the side of the hall's first view; of the back office the desks of its
 * approvers. null where there are none.
 */
export function zoneShot(plan: FloorPlan, kind: FloorPlan['zones'][number]['kind']): Shot | null {
  const desks = plan.fixtures.filter((fixture) => fixture.kind === 'approverDesk');
  const points =
    kind === 'backOffice' && desks.length > 0
      ? desks.flatMap(({ at: [x, y], widthM }) => [
          [x - widthM, y - widthM / 2] as const,
          [x + widthM, y + widthM / 2] as const,
        ])
      : plan.zones.filter((zone) => zone.kind === kind).flatMap((zone) => zone.polygon);
  if (points.length === 0) return null;
  const corners = [0, ZONE_TALL_M].flatMap((height) =>
    points.map(([x, y]) => toScene([x, y], height)),
  );
  const azimuth = (firstAzimuthDeg(plan) * Math.PI) / 180;
  const up = (ZONE_ELEVATION_DEG * Math.PI) / 180;
  const direction = [
    Math.cos(up) * Math.sin(azimuth),
    Math.sin(up),
    Math.cos(up) * Math.cos(azimuth),
  ] as const;
  return {
    key: `zone ${plan.id} ${kind}`,
    view: 'orbit',
    framing: (aspect) => frameCorners(corners, direction, aspect, FIELD_OF_VIEW_DEG.orbit),
  };
}
