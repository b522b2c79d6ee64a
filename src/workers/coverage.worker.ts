import * as Comlink from 'comlink';
import wasm from 'highs/runtime?url';
import { blindSpots } from '../coverage/blind-spots';
import type { DayCoverage } from '../coverage/day/day-coverage';
import { inspect } from '../coverage/inspect/inspect';
import { type PlacementProgress, placeCameras } from '../coverage/placement/place';
import { planeCoverage } from '../coverage/plane';
import { planeGrid } from '../coverage/plane-grid';
import { PROFILES } from '../coverage/profiles';
import type {
  DayRequest,
  InspectionAnswer,
  InspectionRequest,
  PlaceAnswer,
  PlaceRequest,
  PlaneAnswer,
  PlaneRequest,
} from './coverage-api';
import { loadProgrammeSolver } from './integer-programme';
import { watchDay } from './watch-day';

function inspected({ plan, profile, ...options }: InspectionRequest) {
  return inspect(plan, { ...options, profile: PROFILES[profile] });
}

/** Of places one in eight is told, and the last: each message costs about as much as a place. */
function seldom(tell: (progress: PlacementProgress) => void) {
  return (progress: PlacementProgress) => {
    const isOften = 'done' in progress && progress.done < progress.of;
    if (!isOften || progress.done % 8 === 0) tell(progress);
  };
}

const thread = {
  inspect(request: InspectionRequest): InspectionAnswer {
    const { profile, windows, leftOut, sight } = inspected(request);
    return { profile, windows, leftOut, people: sight.crowd.people };
  },
  plane({ heightM, cellM, thresholdPxPerM, ...request }: PlaneRequest): PlaneAnswer {
    const { eyes, sight } = inspected(request);
    const grid = planeGrid(request.plan, sight.solids, heightM, cellM);
    const plane = planeCoverage(eyes, sight, grid, thresholdPxPerM);
    const answer = { ...plane, blind: blindSpots(plane, eyes, sight) };
    return Comlink.transfer(answer, [plane.pxPerM.buffer, plane.camera.buffer] as ArrayBuffer[]);
  },
  async place(
    { supports, heightsM, stepM, profile, ...request }: PlaceRequest,
    onProgress: (progress: PlacementProgress) => void,
  ) {
    const placed = placeCameras(
      { ...request, places: { supports, heightsM, stepM }, profile: PROFILES[profile] },
      await loadProgrammeSolver(wasm),
      {},
      seldom(onProgress),
    );
    const { inspection, ...answer } = placed;
    return { ...answer, windows: inspection.windows } satisfies PlaceAnswer;
  },
  watch({ profile, ...request }: DayRequest, onProgress: (share: number) => void): DayCoverage {
    return watchDay({ ...request, profile: PROFILES[profile] }, onProgress);
  },
};
export type CoverageThread = typeof thread;

Comlink.expose(thread);
