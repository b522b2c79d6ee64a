import { useFrame } from '@react-three/fiber';
import { useMemo } from 'react';
import { BoxGeometry, InstancedMesh, Matrix4, MeshBasicMaterial, Vector3 } from 'three';
import { isPublicDoor } from '../../geometry/walls';
import type { FloorPlan } from '../../scenarios/floorplan';
import type { Timeline } from '../../sim/hall/timeline';
import { yawOf } from '../coordinates';
import { PALETTE } from '../palette';
import type { SceneClock } from '../types';
import { useMade } from '../use-made';
import { rawOutput } from '../view/raw-output';
import { openness, passagesOf } from './door-swing';
import { type Leaf, leavesOf } from './doors';
import { CUT_M } from './walls';

const THICK_M = 0.04;
const TALL_M = CUT_M - 0.06;
const SHUT = 1e-4;
const SIZE = new Vector3();

/** The public's doors: they swing open when somebody goes through, as the record says. */
export function Doors(props: { plan: FloorPlan; timeline: Timeline | null; clock: SceneClock }) {
  const { plan, timeline, clock } = props;
  const leaves = useMemo(
    () =>
      plan.doors
        .filter(isPublicDoor)
        .flatMap((door) => leavesOf(plan, door).map((leaf) => ({ door: door.id, leaf }))),
    [plan],
  );
  const passages = useMemo(
    () => leaves.map(({ door }) => (timeline ? passagesOf(timeline.record, door) : null)),
    [leaves, timeline],
  );
  const geometry = useMade(() => new BoxGeometry(1, 1, 1), []);
  const material = useMade(
    () =>
      rawOutput(
        new MeshBasicMaterial({
          color: PALETTE.glass,
          transparent: true,
          opacity: 0.55,
          depthWrite: false,
        }),
      ),
    [],
  );
  const mesh = useMade(() => {
    const made = new InstancedMesh(geometry, material, Math.max(1, leaves.length));
    made.count = leaves.length;
    made.frustumCulled = false;
    made.renderOrder = 2;
    return made;
  }, [geometry, material, leaves]);
  const hung = useMemo(() => leaves.map(() => ({ open: -1 })), [leaves]);
  const matrix = useMemo(() => new Matrix4(), []);
  useFrame(() => {
    for (let i = 0; i < leaves.length; i++) {
      const times = passages[i]!;
      // An empty hall stands open.
      const open = times === null ? 1 : openness(times, clock.timeUs(), clock.speed ?? 1);
      if (Math.abs(open - hung[i]!.open) < SHUT) continue;
      hung[i]!.open = open;
      hang(leaves[i]!.leaf, open, matrix);
      mesh.setMatrixAt(i, matrix);
      mesh.instanceMatrix.needsUpdate = true;
    }
  });
  return <primitive object={mesh} dispose={null} />;
}

function hang({ hinge, widthM, shutDeg, standsDeg }: Leaf, open: number, out: Matrix4): void {
  const yaw = yawOf(shutDeg + (standsDeg - shutDeg) * open);
  const [cos, sin] = [Math.cos(yaw), Math.sin(yaw)];
  out.makeRotationY(yaw);
  out.scale(SIZE.set(widthM, TALL_M, THICK_M));
  out.setPosition(
    hinge[0] + (widthM / 2) * cos,
    0.02 + TALL_M / 2,
    -(hinge[1] + (widthM / 2) * sin),
  );
}
