import { contains } from '../geometry/area';
import type { FloorPlan } from '../scenarios/floorplan';
import type { Problem } from '../scenarios/problem';
import { type Eye, eyeOf } from './eye';
import { type LensModel, PROJECTIONS } from './optics/lens-of';
import { footprintHolds, type Solid } from './space/solid';
import { solidsOf } from './space/solids';

/** A camera this deep in a solid, metres, is in it and not on it. */
const DEEP_M = 0.002;

const KINDS: Readonly<Record<string, { zh: string; en: string }>> = {
  wall: { zh: '墙', en: 'the wall' },
  door: { zh: '门', en: 'the door' },
  column: { zh: '柱', en: 'the column' },
};

/**
 * What makes cameras of a plan unable to look, by the path of the field: outside the hall, inside
 * something solid, above the ceiling, an angle that the lens can't show, a picture without pixels.
 * A plan from a file has been refused for some of these already; one being edited has not.
 */
export function cameraProblems(plan: FloorPlan, model: LensModel = 'equisolid'): Problem[] {
  const solids = solidsOf(plan);
  return plan.cameras.flatMap((camera, i) => {
    const found: Problem[] = [];
    const say = (field: string, zh: string, en: string, remedyZh: string, remedyEn: string) =>
      found.push({
        path: `cameras[${i}].${field}`,
        message: { zh, en },
        remedy: { zh: remedyZh, en: remedyEn },
      });
    const inside = ['移到厅内空处', 'Move it into the open room'] as const;
    const { at, heightM } = camera;
    const solid = solids.find((one) => isIn(one, at[0], at[1], heightM));
    if (!contains(plan.outline, at))
      say('at', '摄像机在大厅之外', 'The camera is outside the hall', ...inside);
    else if (solid) {
      const { kind, id } = solid.owner;
      const name = KINDS[kind] ?? { zh: '物件', en: 'the object' };
      say(
        'at',
        `摄像机在${name.zh} "${id}" 里面`,
        `The camera is inside ${name.en} "${id}"`,
        ...inside,
      );
    }
    if (heightM > plan.ceilingHeightM + 1e-9)
      say(
        'heightM',
        `摄像机高于 ${plan.ceilingHeightM} m 的顶棚`,
        `The camera is above the ceiling of ${plan.ceilingHeightM} m`,
        '降低安装高度',
        'Lower it',
      );
    const { limitDeg, limitShown } = PROJECTIONS[model];
    for (const field of ['horizontalFovDeg', 'verticalFovDeg'] as const) {
      const angle = camera[field];
      if (!(angle > 0 && (angle < limitDeg || (limitShown && angle === limitDeg))))
        say(
          field,
          `视角 ${angle}° 无法成像`,
          `An angle of view of ${angle}° shows nothing`,
          `应大于 0° 且小于 ${limitDeg}°`,
          `Give more than 0° and less than ${limitDeg}°`,
        );
    }
    if (!camera.resolutionPx.every((px) => px > 0 && Number.isFinite(px)))
      say(
        'resolutionPx',
        '画面没有像素',
        'The picture has no pixels',
        '填写宽和高的像素数',
        'Give its width and height in pixels',
      );
    return found;
  });
}

function isIn(solid: Solid, x: number, y: number, z: number): boolean {
  if (z <= solid.bottomM + DEEP_M || z >= solid.topM - DEEP_M) return false;
  return [
    [DEEP_M, 0],
    [-DEEP_M, 0],
    [0, DEEP_M],
    [0, -DEEP_M],
  ].every(([dx, dy]) => footprintHolds(solid, x + dx!, y + dy!));
}

/** The cameras of a plan that can look, ready to. */
export function eyesOf(plan: FloorPlan, model: LensModel = 'equisolid'): Eye[] {
  const problems = cameraProblems(plan, model);
  const faulty = new Set(problems.map(({ path }) => /^cameras\[(\d+)\]/.exec(path)?.[1]));
  return plan.cameras
    .filter((_, i) => !faulty.has(String(i)))
    .map((camera) => eyeOf(camera, model));
}
