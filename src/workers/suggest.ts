import { checkHall, type HallCheck, type HallFacts } from '../coverage/hall-check';
import { fitted } from '../drawing/fit-scenario';
import { placesIn } from '../drawing/templates/frame';
import {
  LAYOUTS,
  type LayoutKind,
  type Misfit,
  type WindowCounts,
} from '../drawing/templates/kinds';
import { layOut } from '../drawing/templates/layout';
import { RULES } from '../geometry/rules/catalogue';
import type { FloorPlan } from '../scenarios/floorplan';
import type { Scenario } from '../scenarios/scenario';
import { validateAgainstPlan } from '../scenarios/validate-plan';
import type { Measure } from '../sim/experiments/report';
import { simulate } from '../sim/experiments/simulate';

/** A room to be furnished for a scenario. */
export interface SuggestRequest {
  readonly room: FloorPlan;
  readonly windows: WindowCounts;
  readonly scenario: Scenario;
  readonly seed: number;
  readonly replications: number;
  readonly facts: HallFacts;
}

/** What layouts are ranked by; less is better of each. */
export const CRITERIA = ['walking', 'standing', 'waiting', 'advice'] as const;
export type Criterion = (typeof CRITERIA)[number];

/** A layout that was made, checked and simulated. */
export interface Suggestion {
  readonly kind: LayoutKind;
  readonly mirrored: boolean;
  /** Which of the places in the room; 0 the largest. */
  readonly place: number;
  readonly plan: FloorPlan;
  readonly check: HallCheck;
  /** Rules broken that have to be kept. */
  readonly broken: number;
  readonly walkMeanM: Measure;
  readonly standingMax: Measure;
  readonly waitMeanS: Measure;
  readonly advice: number;
  /** Place among the others by each criterion, 1 the best; equals share one. */
  readonly places: Readonly<Record<Criterion, number>>;
}

export interface Suggestions {
  /** The best first. */
  readonly suggestions: readonly Suggestion[];
  /** Layouts that don't fit the room, or that the scenario can't run in. */
  readonly unfit: readonly {
    readonly kind: LayoutKind;
    readonly why: Misfit['why'] | 'scenario';
  }[];
}

/**
 * Every layout that fits a room, in every place there that a hall could have, simulated with the same visitors. Ranked by broken rules, then by
 * the mean of the places for walking, people without a seat, waiting and advice; equals keep the
 * order of {@link LAYOUTS}.
 */
export function suggest(
  request: SuggestRequest,
  onProgress: (done: number, of: number) => void = () => {},
): Suggestions {
  const { room, windows, scenario, seed, replications, facts } = request;
  const places = [...Array(Math.max(1, placesIn(room))).keys()];
  const ways = LAYOUTS.flatMap((kind) =>
    [false, true].flatMap((mirrored) => places.map((place) => ({ kind, mirrored, place }))),
  );
  const found: Omit<Suggestion, 'places'>[] = [];
  const unfit = new Map<LayoutKind, Misfit['why'] | 'scenario'>();
  ways.forEach(({ kind, mirrored, place }, i) => {
    onProgress(i, ways.length);
    const plan = layOut(room, { kind, windows, mirrored, place });
    if ('why' in plan) {
      unfit.set(kind, plan.why);
      return;
    }
    const fit = { ...fitted(scenario, plan), floorplan: plan };
    const check = checkHall(plan, facts);
    const sound = check.rules.every(
      ({ id, outcome }) => (id !== 'drawing' && id !== 'reach') || outcome === 'kept',
    );
    if (!sound || validateAgainstPlan(fit, plan).length > 0) {
      unfit.set(kind, 'scenario');
      return;
    }
    const { measures } = simulate({ scenario: fit, floorplan: plan, seed, replications });
    const broken = (severity: 'must' | 'advice') =>
      check.rules.filter(
        ({ id, outcome }) => outcome === 'broken' && RULES[id].severity === severity,
      ).length;
    found.push({
      kind,
      mirrored,
      place,
      plan,
      check,
      broken: broken('must'),
      advice: broken('advice'),
      walkMeanM: measures.walkMeanM,
      standingMax: measures.standingMax,
      waitMeanS: measures.waitMeanS,
    });
  });
  onProgress(ways.length, ways.length);
  const placed = withPlaces(found);
  const score = ({ places }: Suggestion) =>
    CRITERIA.reduce((sum, criterion) => sum + places[criterion], 0);
  return {
    suggestions: placed.sort((a, b) => a.broken - b.broken || score(a) - score(b)),
    unfit: [...unfit]
      .filter(([kind]) => !found.some((one) => one.kind === kind))
      .map(([kind, why]) => ({ kind, why })),
  };
}

/** Means that are closer than this count as equal: nobody feels the difference. */
const EQUAL: Readonly<Record<Criterion, number>> = {
  walking: 0.5,
  standing: 0.5,
  waiting: 5,
  advice: 0,
};

function withPlaces(found: readonly Omit<Suggestion, 'places'>[]): Suggestion[] {
  const value = (one: Omit<Suggestion, 'places'>, criterion: Criterion): number => {
    switch (criterion) {
      case 'walking':
        return one.walkMeanM.mean ?? 0;
      case 'standing':
        return one.standingMax.mean ?? 0;
      case 'waiting':
        return one.waitMeanS.mean ?? 0;
      case 'advice':
        return one.advice;
    }
  };
  return found.map((one) => {
    const place = (criterion: Criterion) =>
      1 +
      found.filter((other) => value(other, criterion) < value(one, criterion) - EQUAL[criterion])
        .length;
    return {
      ...one,
      places: {
        walking: place('walking'),
        standing: place('standing'),
        waiting: place('waiting'),
        advice: place('advice'),
      },
    };
  });
}
