import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { MeshBasicMaterial } from 'three';
import { describe, expect, it } from 'vitest';
import { hallScenario } from '../../src/scenarios/halls';
import { Apart } from '../../src/scene/people/apart';
import { CrowdDrawing } from '../../src/scene/people/crowd-drawing';
import { RoomToStep } from '../../src/scene/people/room-to-step';
import { staffPlaces } from '../../src/scene/people/staff';
import { barriersOf } from '../../src/scene/view/barriers';
import { daylightAt } from '../../src/scene/view/daylight';
import { followPose } from '../../src/scene/view/following';
import { prepare, recordDay } from '../../src/sim/experiments/simulate';
import { createTimeline } from '../../src/sim/hall/timeline';
import { hours, plan200 } from './day';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const FRAMES = 300;
/** A number or two that the engine puts aside, but not an object for each person. */
const MOST_BYTES = 300;

/** Runs at most: on a busy machine the engine's optimising compiler takes its time. */
const RUNS = 60;

/**
 * Bytes that a frame leaves behind, the least of some runs: what the compiler, code that it has not
 * got to yet and the test's own runner leave comes and goes, what a frame allocates is there every
 * time. Ends early with few enough.
 */
function bytesPerFrame(frame: (i: number) => void, enough = MOST_BYTES): number {
  for (let i = 0; i < 2 * FRAMES; i++) frame(i);
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS && least >= enough * FRAMES; run++) {
    collect();
    const before = process.memoryUsage().heapUsed;
    for (let i = 0; i < FRAMES; i++) frame(i);
    least = Math.min(least, process.memoryUsage().heapUsed - before);
  }
  return least / FRAMES;
}

describe('a frame', () => {
  const crowded = structuredClone(hallScenario('quxi'));
  crowded.demand!.visitsPerDay = 1500;
  const timeline = createTimeline(recordDay(prepare(crowded, plan200, 1), 0));
  const from = hours(10);

  it('steps people aside and leaves nothing behind that is to be collected', () => {
    const apart = new Apart(timeline.mostPeople, new RoomToStep(plan200));
    const crowd = timeline.createCrowd();
    expect(timeline.inside(from)).toBeGreaterThan(100);
    const each = bytesPerFrame((i) => {
      timeline.crowdAt(from + (i % FRAMES) * 0.2e6, crowd);
      apart.spread(crowd);
    });
    expect(each).toBeLessThan(MOST_BYTES);
  });

  it.each([false, true])(
    'draws everybody, each limb of them, baked: %s, and leaves nothing either',
    (baked) => {
      const material = new MeshBasicMaterial();
      const materials = { body: material, ring: material, shadow: material, outline: material };
      const places = staffPlaces(plan200, timeline);
      const drawing = new CrowdDrawing(
        timeline,
        places,
        4,
        materials,
        new RoomToStep(plan200),
        baked,
      );
      const each = bytesPerFrame((i) => drawing.update(from + (i % FRAMES) * 0.1e6, 1, 40));
      // A number on the heap takes 16 bytes: fewer than one for every second person.
      const people = drawing.bodies.parts.torso.count;
      expect(people).toBeGreaterThan(100);
      expect(each).toBeLessThan(8 * people);
    },
  );

  it('moves the light and the follower without leaving anything either', () => {
    const barriers = barriersOf(plan200);
    const pose = { yaw: 0, backM: 0, heightM: 0 };
    const tint = { r: 1, g: 1, b: 1 };
    const each = bytesPerFrame((i) => {
      daylightAt(from + i * 60e6, tint);
      followPose(barriers, 4 + 0.01 * (i % FRAMES), 3, 0.1 * i, 3.1, pose);
    });
    expect(each).toBeLessThan(MOST_BYTES);
  });

  it('would be caught if it did: one small object for each person is seen', () => {
    const crowd = timeline.createCrowd();
    let kept: { x: number }[] = [];
    const each = bytesPerFrame((i) => {
      timeline.crowdAt(from + (i % FRAMES) * 0.2e6, crowd);
      kept = [];
      for (let k = 0; k < crowd.count; k++) kept.push({ x: crowd.x[k]! });
    });
    expect(kept.length).toBeGreaterThan(100);
    expect(each).toBeGreaterThan(1000);
  });
});
