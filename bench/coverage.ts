import { loadFloorPlan } from '../src/cli/documents';
import { dayCoverage } from '../src/coverage/day/day-coverage';
import { type Eye, eyeOf } from '../src/coverage/eye';
import { inspect } from '../src/coverage/inspect/inspect';
import { peopleOf } from '../src/coverage/inspect/people';
import { viewOf } from '../src/coverage/inspect/view';
import { CAMERA_MODELS } from '../src/coverage/library';
import { placeCameras } from '../src/coverage/placement/place';
import { planeCoverage } from '../src/coverage/plane';
import { type PlaneGrid, planeGrid } from '../src/coverage/plane-grid';
import { PROFILES } from '../src/coverage/profiles';
import { BruteForceCaster, BvhCaster, type Caster } from '../src/coverage/space/caster';
import { Crowd } from '../src/coverage/space/people';
import { Sight, sightOf } from '../src/coverage/space/sight';
import type { trianglesOf } from '../src/coverage/space/solid';
import { solidsOf } from '../src/coverage/space/solids';
import { counterTarget, faceTarget } from '../src/coverage/targets/targets';
import { hallScenario } from '../src/scenarios/halls';
import { prepare, recordDay } from '../src/sim/experiments/simulate';
import { createTimeline } from '../src/sim/hall/timeline';
import { dayPeople } from '../src/workers/day-people';
import { loadProgrammeSolver } from '../src/workers/integer-programme';
import type { SweepResult } from './sweeps';

const CAMERAS = 8;
const HEIGHTS_M = [0, 0.8];
const CELL_M = 0.05;
/** Every so many cells are asked by the rays of the reference, which would take minutes otherwise. */
const SPARSE = 50;
/** Seconds between looks of the reference at a day. */
const SPARSE_S = 300;

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

/** The 200 m² hall with a visitor and a clerk at every window, and eight cameras. */
function hall() {
  const plan = loadFloorPlan('hall-200');
  const [first] = plan.cameras;
  const more = Array.from({ length: CAMERAS - plan.cameras.length }, (_, i) => ({
    ...first!,
    id: `more-${i}`,
    yawDeg: first!.yawDeg + 20,
  }));
  const solids = solidsOf(plan);
  const people = peopleOf(plan, { posture: 'standing', queueing: 12 });
  const sightBy = (caster: (t: ReturnType<typeof trianglesOf>) => Caster) =>
    new Sight(solids, new Crowd(people), caster);
  const eyes = [...plan.cameras, ...more].map((camera) => eyeOf(camera));
  return { plan, solids, sightBy, eyes };
}

type Hall = ReturnType<typeof hall>;

/** Views of all windows, and the floor and counter planes cell by cell, by rays. */
function byRays({ plan, eyes }: Hall, sight: Sight, grids: readonly PlaneGrid[]): string {
  const seen = eyes.reduce((sum, eye) => sum + windowsSeen(plan, eye, sight), 0);
  let cells = 0;
  for (const { pose } of eyes)
    for (const { free, columns, cellM, minX, minY, heightM } of grids)
      for (let cell = 0; cell < free.length; cell += SPARSE) {
        const x = minX + ((cell % columns) + 0.5) * cellM;
        const y = minY + (Math.floor(cell / columns) + 0.5) * cellM;
        if (sight.blocker(...pose.at, x, y, heightM) < 0) cells++;
      }
  return `${seen.toFixed(3)} targets, ${cells} of a fiftieth of the cells`;
}

function windowsSeen(plan: Hall['plan'], eye: Eye, sight: Sight): number {
  return plan.windows.reduce(
    (sum, window, i) =>
      sum +
      viewOf(eye, faceTarget(window, 'standing'), sight, i).visibleShare +
      viewOf(eye, counterTarget(plan, window), sight).visibleShare,
    0,
  );
}

/** Rays through the hierarchy beside rays against every triangle: the same answers. */
export function raceRays(rounds: number): SweepResult {
  const room = hall();
  const grids = HEIGHTS_M.map((heightM) => planeGrid(room.plan, room.solids, heightM, CELL_M));
  return race('Coverage by rays: 200 m², 8 cameras', rounds, [
    [
      'every triangle',
      () =>
        byRays(
          room,
          room.sightBy((t) => new BruteForceCaster(t)),
          grids,
        ),
    ],
    [
      'hierarchy',
      () =>
        byRays(
          room,
          room.sightBy((t) => new BvhCaster(t)),
          grids,
        ),
    ],
  ]);
}

/** What the product does: all windows, both planes at 5 cm; and the fewest cameras, proven. */
export async function raceCoverage(rounds: number): Promise<SweepResult[]> {
  const { plan, solids, sightBy, eyes } = hall();
  const solver = await loadProgrammeSolver();
  const cameras = eyes.map(({ camera }) => camera);
  const inspected = race('Coverage as the product computes it, one core', rounds, [
    [
      'windows, floor and counter plane at 5 cm',
      () => {
        const { windows } = inspect({ ...plan, cameras }, { queueing: 12 });
        const sight = sightBy((t) => new BvhCaster(t));
        const seen = HEIGHTS_M.map((heightM) =>
          planeCoverage(eyes, sight, planeGrid(plan, solids, heightM, CELL_M), 250),
        );
        const clear = windows.filter(({ verdict }) => verdict === 'clear').length;
        return `${clear} clear, ${seen.map(({ visibleM2 }) => visibleM2.toFixed(1)).join(' and ')} m²`;
      },
    ],
  ]);
  const placed = race('The fewest cameras, one core', rounds, [
    [
      'placement',
      () => {
        const { candidates, count, proven } = placeCameras(
          {
            plan,
            models: CAMERA_MODELS.slice(0, 2),
            places: { supports: ['walls', 'ceiling'], heightsM: [2.5], stepM: 1.25 },
            profile: PROFILES.identify,
            posture: 'standing',
            queueing: 0,
            times: 1,
          },
          solver,
        );
        return `${count} of ${candidates} candidates, ${proven ? 'proven' : 'not proven'}`;
      },
    ],
  ]);
  return [inspected, placed];
}

/** A recorded day at one look a second beside a few looks with everybody in the room. */
export function raceDay(rounds: number): SweepResult {
  const { plan, eyes } = hall();
  const scenario = hallScenario('quxi');
  const timeline = createTimeline(recordDay(prepare(scenario, plan, 1), 0));
  const source = dayPeople(plan, timeline, 'standing');
  const looks = Math.floor((source.toS - source.fromS) / SPARSE_S);
  return race(`Cameras over a recorded day: 200 m², ${eyes.length} cameras, one core`, rounds, [
    [
      `every camera asked afresh, one second in ${SPARSE_S}`,
      () => {
        let clear = 0;
        for (let i = 0; i < looks; i++) {
          const { people } = source.at(source.fromS + i * SPARSE_S);
          const sight = sightOf(plan, new Crowd(people));
          for (const eye of eyes) clear += windowsSeen(plan, eye, sight);
        }
        return `${looks} looks, ${clear.toFixed(0)} targets seen`;
      },
    ],
    [
      'every second, as the product does',
      () => {
        const day = dayCoverage(plan, eyes, source, {
          profile: PROFILES.identify,
          posture: 'standing',
        });
        const share = day.windows.reduce((sum, window) => sum + (window.share ?? 0), 0);
        return `${source.toS - source.fromS} looks, mean share ${(share / day.windows.length).toFixed(4)}`;
      },
    ],
  ]);
}

function race(
  title: string,
  rounds: number,
  contenders: readonly (readonly [name: string, run: () => string])[],
): SweepResult {
  const seconds = contenders.map(() => [] as number[]);
  const found = contenders.map(() => '');
  for (let round = 0; round < rounds; round++)
    for (const [i, [, run]] of contenders.entries()) {
      const start = performance.now();
      found[i] = run();
      seconds[i]!.push((performance.now() - start) / 1000);
    }
  const first = median(seconds[0]!);
  return {
    title,
    contenders: contenders.map(([name], i) => ({
      name,
      seconds: seconds[i]!,
      median: median(seconds[i]!),
      ratio: first / median(seconds[i]!),
      found: found[i]!,
    })),
  };
}
