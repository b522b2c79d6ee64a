import { useFrame } from '@react-three/fiber';
import { useMemo, useRef } from 'react';
import { type BufferGeometry, type Mesh, MeshBasicMaterial, MeshLambertMaterial } from 'three';
import { isPublicDoor } from '../../geometry/walls';
import type { FloorPlan } from '../../scenarios/floorplan';
import { yawOf } from '../coordinates';
import type { SceneView } from '../types';
import { useMade } from '../use-made';
import { useDaylit } from '../view/Daylight';
import { bakeLight } from '../view/light-values';
import { encodeColours, rawOutput } from '../view/raw-output';
import { sculptCounters } from './counters';
import { sculptDoors, sculptLeaves, sculptPortals } from './doors';
import { sculptFixtures } from './fixtures';
import { sculptCameras, sculptHung } from './hung';
import { Sculptor } from './sculptor';
import { sculptSeats } from './seats';
import { CUT_M, lowWalls, outerWalls, upperWall } from './walls';

/**
 * Everything that stands in the hall and never moves: a draw call each for walls, furniture, glass
 * and what hangs overhead, which is left out from above as on a plan.
 */
export function Room({
  plan,
  view,
  shadows,
  swinging = false,
}: {
  plan: FloorPlan;
  view: SceneView;
  shadows: boolean;
  /** Whether the public's doors are drawn apart, as they swing. */
  swinging?: boolean;
}) {
  const material = useRoomMaterial(shadows);
  const glass = useMade(
    () =>
      rawOutput(
        new MeshBasicMaterial({
          vertexColors: true,
          transparent: true,
          opacity: 0.55,
          depthWrite: false,
        }),
      ),
    [],
  );
  const walls = useMade(() => lit(lowWalls(plan), shadows), [plan, shadows]);
  const furniture = useMade(() => lit(furnitureOf(plan), shadows), [plan, shadows]);
  const overhead = useMade(() => lit(overheadOf(plan), shadows), [plan, shadows]);
  const leaves = useMade(
    () => encodeColours(bakeLight(leavesGeometry(plan, swinging))),
    [plan, swinging],
  );
  useDaylit(glass);
  return (
    <>
      <mesh geometry={walls} material={material} castShadow={shadows} receiveShadow={shadows} />
      <mesh geometry={furniture} material={material} castShadow={shadows} receiveShadow={shadows} />
      {view === 'orbit' && <mesh geometry={overhead} material={material} castShadow={shadows} />}
      <mesh geometry={leaves} material={glass} renderOrder={2} />
    </>
  );
}

/** Lit by lamps where there is a shadow map, else with the light in its colours. */
function useRoomMaterial(shadows: boolean) {
  const material = useMade(
    () =>
      shadows
        ? new MeshLambertMaterial({ vertexColors: true })
        : rawOutput(new MeshBasicMaterial({ vertexColors: true })),
    [shadows],
  );
  useDaylit(material);
  return material;
}

function lit(geometry: BufferGeometry, byLamps: boolean): BufferGeometry {
  return byLamps ? geometry : encodeColours(bakeLight(geometry));
}

function furnitureOf(plan: FloorPlan): BufferGeometry {
  const sculptor = new Sculptor();
  sculptDoors(plan, sculptor);
  sculptCounters(plan, sculptor);
  sculptSeats(plan, sculptor);
  sculptFixtures(plan, sculptor);
  sculptCameras(plan, sculptor);
  return sculptor.build();
}

function overheadOf(plan: FloorPlan): BufferGeometry {
  const sculptor = new Sculptor();
  sculptPortals(plan, sculptor);
  sculptHung(plan, sculptor);
  return sculptor.build();
}

function leavesGeometry(plan: FloorPlan, swinging: boolean): BufferGeometry {
  const sculptor = new Sculptor();
  sculptLeaves(plan, sculptor, (door) => !swinging || !isPublicDoor(door));
  return sculptor.build();
}

const RISE_PER_S = 7;

/**
 * The outer walls above the cut: only those stand that one looks at from inside, the others sink
 * so that the hall lies open towards the viewer. From above all are cut.
 */
export function UpperWalls({
  plan,
  view,
  shadows,
}: {
  plan: FloorPlan;
  view: SceneView;
  shadows: boolean;
}) {
  const material = useRoomMaterial(shadows);
  const meshes = useRef<(Mesh | null)[]>([]);
  const walls = useMemo(
    () =>
      outerWalls(plan).flatMap(({ wall, outwardDeg }) => {
        const geometry = upperWall(plan, wall);
        if (geometry === null) return [];
        const angle = yawOf(outwardDeg);
        return [
          {
            id: wall.id,
            geometry: lit(geometry, shadows),
            from: wall.from,
            nx: Math.cos(angle),
            ny: Math.sin(angle),
          },
        ];
      }),
    [plan, shadows],
  );
  useFrame(({ camera, invalidate }, deltaS) => {
    for (let i = 0; i < walls.length; i++) {
      const mesh = meshes.current[i];
      const wall = walls[i]!;
      if (!mesh) continue;
      const outside =
        (camera.position.x - wall.from[0]) * wall.nx +
        (-camera.position.z - wall.from[1]) * wall.ny;
      const goal = view === 'orbit' && outside < 0 ? 1 : 0;
      const now = mesh.scale.y;
      const next =
        Math.abs(goal - now) < 0.01 ? goal : now + (goal - now) * Math.min(1, RISE_PER_S * deltaS);
      mesh.scale.y = Math.max(next, 1e-3);
      // It grows out of the cut, not out of the floor.
      mesh.position.y = CUT_M * (1 - mesh.scale.y);
      mesh.visible = next > 0.02;
      if (next !== goal) invalidate();
    }
  });
  return walls.map((wall, i) => (
    <mesh
      key={wall.id}
      ref={(mesh) => {
        meshes.current[i] = mesh;
      }}
      geometry={wall.geometry}
      material={material}
      receiveShadow={shadows}
    />
  ));
}
