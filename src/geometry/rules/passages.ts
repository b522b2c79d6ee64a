import type { FloorPlan, Point } from '../../scenarios/floorplan';
import { contains } from '../area';
import { metres } from '../checks/say';
import { FreeSpace } from '../freespace';
import { type Obstacle, obstaclesOf } from '../obstacles';
import { distance, moved } from '../vector';
import { VisibilityGraph } from '../visibility';
import { doorPosition } from '../walls';
import type { Finding } from './finding';

/** Clear width of a passage that people share, metres. */
export const PASSAGE_M = 1.2;
/** Clear width of a passage in a crowded public place, metres. */
export const CROWDED_PASSAGE_M = 1.8;
/** Clear width of a way for a wheelchair, metres. */
export const WHEELCHAIR_M = 0.9;
/** Clear width of a door, metres. */
export const DOOR_M = 0.9;

/** What visitors use beside windows and ticket machines. */
const FOR_WHEELCHAIRS: ReadonlySet<FloorPlan['fixtures'][number]['kind']> = new Set([
  'kiosk',
  'enquiryScreen',
  'guideDesk',
  'writingTable',
]);

/** Widths are told to the centimetre: the radius is searched in half centimetres. */
const RADIUS_STEP_M = 0.005;
/** A disc narrower than this is no way for anybody. */
const SMALLEST_RADIUS_STEPS = 20;
/** How far in front of a window or machine its approach may begin, metres. */
const APPROACH_M = 1.2;
const APPROACH_STEP_M = 0.1;
/** It may lie a little to one side, as where a window stands beside a wall. */
const ASIDE_M = [0, 0.1, -0.1, 0.2, -0.2, 0.3, -0.3];

/**
 * Clear widths along the public ways: from the entrance, a disc of 1.20 m has to roll to every
 * ticket machine and to the approach of every window, one of 0.90 m (a wheelchair) to everything
 * else that visitors use, and doors have to be 0.90 m wide. Beside them, as advice, 1.80 m to the
 * windows, which crowded places should have. Empty if all hold.
 */
export function passages(plan: FloorPlan): Finding[] {
  const widths = new ClearWidths(plan);
  const found: Finding[] = [];
  const check = (
    path: string,
    rule: 'passage' | 'wheelchair' | 'crowdedPassage',
    requiredM: number,
    goal: Goal,
  ): boolean => {
    const measuredM = widths.upTo(requiredM, goal);
    if (measuredM >= requiredM) return true;
    found.push({
      rule,
      path,
      measured: measuredM,
      required: requiredM,
      message: {
        zh: `从入口到这里的通道净宽只有 ${metres(measuredM)}`,
        en: `The way here from the entrance is only ${metres(measuredM)} wide`,
      },
      remedy: {
        zh: `移开家具，使净宽不小于 ${requiredM.toFixed(2)} m`,
        en: `Move furniture so that ${requiredM.toFixed(2)} m stay clear`,
      },
    });
    return false;
  };
  plan.fixtures.forEach((f, i) => {
    if (!f.userSpot) return;
    const goal = { at: f.userSpot, away: unit(f.at, f.userSpot) };
    if (f.kind === 'ticketMachine') check(`fixtures[${i}]`, 'passage', PASSAGE_M, goal);
    if (FOR_WHEELCHAIRS.has(f.kind)) check(`fixtures[${i}]`, 'wheelchair', WHEELCHAIR_M, goal);
  });
  plan.windows.forEach((w, i) => {
    const goal = { at: w.visitorSpot, away: unit(w.at, w.visitorSpot) };
    if (check(`windows[${i}]`, 'passage', PASSAGE_M, goal))
      check(`windows[${i}]`, 'crowdedPassage', CROWDED_PASSAGE_M, goal);
  });
  plan.doors.forEach((door, i) => {
    if (door.widthM >= DOOR_M) return;
    found.push({
      rule: 'doorWidth',
      path: `doors[${i}].widthM`,
      measured: door.widthM,
      required: DOOR_M,
      message: {
        zh: `门净宽只有 ${metres(door.widthM)}`,
        en: `The door's clear width is only ${metres(door.widthM)}`,
      },
      remedy: {
        zh: `门净宽应不小于 ${DOOR_M.toFixed(2)} m`,
        en: `Make it at least ${DOOR_M.toFixed(2)} m`,
      },
    });
  });
  return found;
}

/** Every run of counters has to have a section at wheelchair height. */
export function lowSections(plan: FloorPlan): Finding[] {
  return plan.counters.flatMap((counter, i): Finding[] =>
    counter.lowSection
      ? []
      : [
          {
            rule: 'lowSection',
            path: `counters[${i}].lowSection`,
            message: {
              zh: `柜台 "${counter.id}" 没有低位服务段`,
              en: `Counter "${counter.id}" has no low section`,
            },
            remedy: { zh: '设一段低位台面', en: 'Lower a part of it' },
          },
        ],
  );
}

/** Where a passage has to lead: a spot, and the direction away from what it serves. */
interface Goal {
  readonly at: Point;
  readonly away: Point;
}

/** What a disc of a given radius reaches from the entrance, worked out once for each radius. */
class ClearWidths {
  readonly #plan: FloorPlan;
  readonly #obstacles: readonly Obstacle[];
  readonly #reached = new Map<number, (goal: Goal) => boolean>();

  constructor(plan: FloorPlan) {
    this.#plan = plan;
    this.#obstacles = obstaclesOf(plan);
  }

  /** Width in metres of the widest way to the goal, not looked for beyond `requiredM`. */
  upTo(requiredM: number, goal: Goal): number {
    const most = Math.round(requiredM / 2 / RADIUS_STEP_M);
    if (this.#reaches(most, goal)) return requiredM;
    // Bisection: what a disc cannot pass, no larger one can.
    let passes = SMALLEST_RADIUS_STEPS;
    let fails = most;
    if (!this.#reaches(passes, goal)) return 0;
    while (fails - passes > 1) {
      const middle = (passes + fails) >> 1;
      if (this.#reaches(middle, goal)) passes = middle;
      else fails = middle;
    }
    return Math.round(2 * passes * RADIUS_STEP_M * 100) / 100;
  }

  #reaches(steps: number, goal: Goal): boolean {
    const known = this.#reached.get(steps) ?? this.#reachedBy(steps * RADIUS_STEP_M);
    this.#reached.set(steps, known);
    return known(goal);
  }

  #reachedBy(radiusM: number): (goal: Goal) => boolean {
    const { outline } = this.#plan;
    const isInside = (x: number, y: number) => contains(outline, [x, y]);
    const space = new FreeSpace(this.#obstacles, { solidM: radiusM, furnitureM: radiusM });
    const graph = new VisibilityGraph(space, isInside);
    const starts = this.#plan.doors
      .filter((d) => d.kind === 'entrance' || d.kind === 'entranceExit')
      .flatMap((door) => {
        const position = doorPosition(this.#plan, door);
        if (!position) return [];
        // Just inside: the door's own width is a rule of its own.
        const inward = -(position.wall.thicknessM / 2 + radiusM + 0.01);
        const at = moved(position.centre, position.normal, inward);
        return space.isFree(at[0], at[1]) ? [graph.destination(at)] : [];
      });
    return ({ at, away }) => {
      const [ax, ay] = away;
      for (let i = 0; i * APPROACH_STEP_M <= APPROACH_M; i++)
        for (const aside of ASIDE_M) {
          const along = i * APPROACH_STEP_M;
          const p: Point = [at[0] + ax * along - ay * aside, at[1] + ay * along + ax * aside];
          if (!isInside(p[0], p[1]) || !space.isFree(p[0], p[1])) continue;
          if (starts.some((start) => graph.way(p, [], start) !== undefined)) return true;
        }
      return false;
    };
  }
}

function unit(from: Point, to: Point): Point {
  const length = distance(from, to) || 1;
  return [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
}
