import { useMemo } from 'react';
import type { Eye } from '../../coverage/eye';
import { pointToCamera } from '../../coverage/optics/pose';
import { counterTarget, faceTarget, type Target } from '../../coverage/targets/targets';
import type { FloorPlan } from '../../scenarios/floorplan';
import type { PictureRegion } from '../../scene/camera-picture/types';
import { VERDICT_MARKS } from './colours';
import { useCameras } from './hooks';

/** Pieces of each side of a target: a wide lens bends straight lines. */
const PIECES = 8;

/** The face and the counter of every window in a camera's picture, coloured by the verdict. */
export function PictureMarks(props: {
  readonly room: FloorPlan;
  readonly eye: Eye;
  readonly region: PictureRegion;
}) {
  const { room, eye, region } = props;
  const windows = useCameras((state) => state.inspection?.windows);
  const picked = useCameras((state) => state.window);
  const posture = useCameras((state) => state.settings.posture);
  const drawn = useMemo(
    () =>
      room.windows.map((window) => ({
        id: window.id,
        number: window.number,
        face: outlineOf(eye, faceTarget(window, posture)),
        counter: outlineOf(eye, counterTarget(room, window)),
      })),
    [room, eye, posture],
  );
  const { left, top, width, height } = region;
  const unit = width / 700;
  return (
    <svg className="picture-marks" viewBox={`${left} ${top} ${width} ${height}`} aria-hidden="true">
      {drawn.map(({ id, number, face, counter }) => {
        const verdict = windows?.find((one) => one.id === id)?.verdict;
        const colour = verdict ? VERDICT_MARKS[verdict].colour : '#fff';
        const strong = picked === id;
        return (
          <g key={id} stroke={strong ? '#ffb000' : colour} strokeWidth={(strong ? 3 : 1.6) * unit}>
            {face && <polygon points={face.points} />}
            {counter && <polygon points={counter.points} />}
            {face && (
              <text x={face.x} y={face.y - 6 * unit} fontSize={14 * unit} strokeWidth={3 * unit}>
                {number}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

/** A target's outline in the picture, px; null unless all of it is there, seen from its front. */
function outlineOf({ pose, lens }: Eye, target: Target) {
  const { at, across, along, normal, widthM, heightM } = target;
  const towards = [0, 1, 2].reduce((sum, k) => sum + (pose.at[k]! - at[k]!) * normal[k]!, 0);
  if (towards <= 0) return null;
  const corners = [
    [-0.5, -0.5],
    [0.5, -0.5],
    [0.5, 0.5],
    [-0.5, 0.5],
  ] as const;
  const points: string[] = [];
  let x = 0;
  let y = Number.POSITIVE_INFINITY;
  for (const [i, [u, v]] of corners.entries()) {
    const [nextU, nextV] = corners[(i + 1) % corners.length]!;
    for (let piece = 0; piece < PIECES; piece++) {
      const s = piece / PIECES;
      const du = (u + s * (nextU - u)) * widthM;
      const dv = (v + s * (nextV - v)) * heightM;
      const seen = lens.project(
        pointToCamera(pose, [
          at[0] + du * across[0] + dv * along[0],
          at[1] + du * across[1] + dv * along[1],
          at[2] + du * across[2] + dv * along[2],
        ]),
      );
      if (!seen) return null;
      points.push(`${seen[0].toFixed(1)},${seen[1].toFixed(1)}`);
      x += seen[0] / (PIECES * corners.length);
      y = Math.min(y, seen[1]);
    }
  }
  return { points: points.join(' '), x, y };
}
