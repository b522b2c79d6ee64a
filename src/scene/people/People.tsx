import { useFrame } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { CanvasTexture, MeshBasicMaterial } from 'three';
import type { FloorPlan } from '../../scenarios/floorplan';
import type { Crowd, Timeline } from '../../sim/hall/timeline';
import { FRAME_ORDER } from '../frame-order';
import { createPainter } from '../text/canvas';
import type { SceneClock } from '../types';
import { useMade } from '../use-made';
import { useDaylit } from '../view/Daylight';
import { rawOutput } from '../view/raw-output';
import { bodyMaterial, outlineMaterial } from './body-material';
import { PARTS } from './body-parts';
import { CrowdDrawing, livelinessAt } from './crowd-drawing';
import { RoomToStep } from './room-to-step';
import { staffPlaces } from './staff';

/** Visitors and staff at the time that the clock shows. `crowdRef` gets who was drawn last. */
export function People(props: {
  plan: FloorPlan;
  timeline: Timeline | null;
  clock: SceneClock;
  sides: number;
  shadows: boolean;
  /** Whether every corner is worked out here: without a graphics card. */
  baked: boolean;
  crowdRef: { current: Crowd | null };
  /** Who is outlined, −1 for nobody. */
  selected: number;
}) {
  const { plan, timeline, clock, sides, shadows, baked, crowdRef, selected } = props;
  const body = useMade(() => bodyMaterial(shadows, baked), [shadows, baked]);
  useDaylit(body as MeshBasicMaterial);
  const outline = useMade(outlineMaterial, []);
  const room = useMemo(() => new RoomToStep(plan), [plan]);
  const ring = useMade(() => {
    const made = new MeshBasicMaterial({ transparent: true, opacity: 0.75, depthWrite: false });
    if (!baked) return made;
    made.vertexColors = true;
    return rawOutput(made);
  }, [baked]);
  const stain = useMade(softStain, []);
  const shadow = useMade(
    () => new MeshBasicMaterial({ map: stain, transparent: true, depthWrite: false }),
    [stain],
  );
  const staff = useMemo(() => staffPlaces(plan, timeline), [plan, timeline]);
  const drawing = useMade(
    () => new CrowdDrawing(timeline, staff, sides, { body, ring, shadow, outline }, room, baked),
    [timeline, staff, sides, body, ring, shadow, outline, room, baked],
  );
  useEffect(() => {
    crowdRef.current = drawing.crowd;
    return () => {
      crowdRef.current = null;
    };
  }, [drawing, crowdRef]);
  useFrame(
    () => drawing.update(clock.timeUs(), livelinessAt(clock.speed ?? 1), selected),
    FRAME_ORDER.people,
  );
  return (
    <>
      <primitive object={drawing.shadows.mesh} renderOrder={0} dispose={null} />
      <primitive object={drawing.rings.mesh} renderOrder={1} dispose={null} />
      {PARTS.map((part) => (
        <primitive
          key={`outline ${part}`}
          object={drawing.outline.parts[part].mesh}
          dispose={null}
        />
      ))}
      {PARTS.map((part) => (
        <primitive
          key={part}
          object={drawing.bodies.parts[part].mesh}
          castShadow={shadows}
          receiveShadow={shadows}
          dispose={null}
        />
      ))}
    </>
  );
}

/** A round shadow that is dark in the middle and gone at the rim. */
function softStain(): CanvasTexture {
  const { canvas, painter } = createPainter(64, 64);
  const gradient = painter.createRadialGradient(32, 32, 0, 32, 32, 32);
  gradient.addColorStop(0, 'rgba(40,36,32,0.55)');
  gradient.addColorStop(0.55, 'rgba(40,36,32,0.3)');
  gradient.addColorStop(1, 'rgba(40,36,32,0)');
  painter.fillStyle = gradient;
  painter.fillRect(0, 0, 64, 64);
  return new CanvasTexture(canvas);
}
