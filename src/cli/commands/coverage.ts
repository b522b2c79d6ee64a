import { type BlindSpot, blindSpots } from '../../coverage/blind-spots';
import { cameraProblems } from '../../coverage/camera-problems';
import { type Inspection, inspect } from '../../coverage/inspect/inspect';
import { LEAST_MOUNT_PROVENANCE } from '../../coverage/inspect/mounts';
import { PICKUP_PROVENANCE, PICKUP_REACH_M } from '../../coverage/inspect/pickups';
import { LENS_MODELS, type LensModel } from '../../coverage/optics/lens-of';
import { EDITION_IDS, EDITIONS, type Edition } from '../../coverage/optics/standards';
import { type PlaneCoverage, planeCoverage } from '../../coverage/plane';
import { areasByClass } from '../../coverage/plane-classes';
import { planeGrid } from '../../coverage/plane-grid';
import { PROFILE_IDS, PROFILES } from '../../coverage/profiles';
import { BODY_PROVENANCE, POSTURES } from '../../coverage/space/people';
import { FACE_PROVENANCE, HANDOVER_PROVENANCE } from '../../coverage/targets/targets';
import { inspectionSheets } from '../../report/inspection-sheets';
import type { FloorPlan } from '../../scenarios/floorplan';
import { InputError } from '../../scenarios/problem';
import { coverageText } from '../coverage-text';
import { loadFloorPlan } from '../documents';
import { oneOf, plainNumber, wholeNumber } from '../options';
import { answerJson, type Output } from '../output';
import { REFUSALS, refusal } from '../refusals';
import { checkTables, type TableFlags, writeTables } from '../tables';
import { tidy } from '../tidy';
import { coverageDay } from './coverage-day';

export interface CoverageFlags extends TableFlags {
  /** Scenario whose day is watched. */
  readonly day?: string;
  readonly seed: string;
  readonly every: string;
  readonly plane: string;
  readonly profile: string;
  readonly standard: string;
  readonly density?: string;
  readonly byClass?: boolean;
  readonly queue: string;
  readonly posture: string;
  readonly lens: string;
  readonly cell: string;
  readonly pickupReach?: string;
  readonly json?: boolean;
}

function document(
  plan: FloorPlan,
  inspection: Inspection,
  plane: PlaneCoverage,
  blind: readonly BlindSpot[],
  edition: Edition,
  settings: object,
) {
  const { areaM2, visibleM2, coveredM2, perCamera, grid, thresholdPxPerM } = plane;
  return tidy({
    floorplan: plan.id,
    ...settings,
    windows: inspection.windows.map(({ views: _, ...window }) => window),
    plane: {
      heightM: grid.heightM,
      areaM2,
      visibleM2,
      coveredM2,
      thresholdPxPerM,
      cellM: grid.cellM,
      standard: edition.name,
      blindSpots: blind,
      byClass: areasByClass(plane, edition),
      perCamera: perCamera.map((areas, i) => ({ id: inspection.eyes[i]!.camera.id, ...areas })),
    },
    thresholds: { face: inspection.profile.face, counter: inspection.profile.counter },
    provenance: {
      bodies: BODY_PROVENANCE,
      face: FACE_PROVENANCE,
      handover: HANDOVER_PROVENANCE,
      pickupReach: PICKUP_PROVENANCE,
      leastMount: LEAST_MOUNT_PROVENANCE,
    },
  });
}

/**
 * Whether every window of a floor plan is clearly monitored and has a pickup of its own; or, with a
 * day, whether it was clear whenever it was open.
 *
 * @returns whether all of them are
 * @throws InputError for a plan or an option that is wrong
 */
export async function coverage(
  output: Output,
  name: string,
  flags: CoverageFlags,
): Promise<boolean> {
  const profile = PROFILES[oneOf('--profile', flags.profile, PROFILE_IDS)];
  const edition = EDITIONS[oneOf('--standard', flags.standard, EDITION_IDS)];
  const lens: LensModel = oneOf('--lens', flags.lens, LENS_MODELS);
  const posture = oneOf('--posture', flags.posture, POSTURES);
  const queueing = wholeNumber('--queue', flags.queue, 0, 500);
  const cellM = plainNumber('--cell', flags.cell, 0.01, 1);
  const pickupReachM =
    flags.pickupReach === undefined
      ? PICKUP_REACH_M
      : plainNumber('--pickup-reach', flags.pickupReach, 0.1, 20);
  const thresholdPxPerM =
    flags.density === undefined
      ? profile.face.pxPerM.value
      : plainNumber('--density', flags.density, 1, 100_000);
  const plan = loadFloorPlan(name);
  const heightM = plainNumber('--plane', flags.plane, 0, plan.ceilingHeightM);
  const problems = cameraProblems(plan, lens);
  if (problems.length > 0) throw new InputError(name, problems);
  if (plan.windows.length === 0) throw refusal(name, 'windows', REFUSALS.noWindows());

  if (flags.day !== undefined)
    return coverageDay(output, name, flags.day, { profile, posture, lens }, flags);
  checkTables(flags);
  const inspection = inspect(plan, { profile, posture, queueing, lens, pickupReachM });
  const { eyes, sight } = inspection;
  const grid = planeGrid(plan, sight.solids, heightM, cellM);
  const plane = planeCoverage(eyes, sight, grid, thresholdPxPerM);
  const blind = blindSpots(plane, eyes, sight);
  const all = inspection.windows.every((w) => w.verdict === 'clear' && w.pickup.id !== null);
  const { people } = sight.crowd;
  await writeTables(flags, () =>
    inspectionSheets(plan, { ...inspection, people }, output.language),
  );
  if (flags.json)
    answerJson(
      output,
      document(plan, inspection, plane, blind, edition, {
        profile: profile.id,
        lens,
        posture,
        queueing: sight.crowd.people.filter((person) => person.owner.kind === 'queue').length,
        clear: all,
      }),
    );
  else
    output.answer(
      coverageText(plan, inspection, plane, blind, flags.byClass ? edition : null, output.language),
    );
  return all;
}
