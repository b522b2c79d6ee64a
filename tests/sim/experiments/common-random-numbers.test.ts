import { describe, expect, it } from 'vitest';
import { hallScenario } from '../../../src/scenarios/halls';
import type { Scenario } from '../../../src/scenarios/scenario';
import { prepare, recordDay, replicate } from '../../../src/sim/experiments/simulate';
import { EventKind } from '../../../src/sim/hall/record';
import { designsOf } from '../../../src/sim/planning/design';
import type { HallFigures } from '../../../src/sim/stats/hall-statistics';
import { exponential, poisson, question, windows } from '../../../src/sim/verification/questions';
import { shippedPlan } from '../../plans';

const plan = shippedPlan('hall-200');
const quxi = hallScenario('quxi');
const [seven, eight] = [12, 13].map(
  (n) => designsOf(quxi, plan, ['asArranged'], n, n)[0]!.scenario,
) as [Scenario, Scenario];

function days(scenario: Scenario, seed: number, count: number): HallFigures[] {
  const experiment = prepare(scenario, null, seed);
  return Array.from({ length: count }, (_, r) => replicate(experiment, r).all);
}

function varianceOf(values: readonly number[]): number {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  return values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (values.length - 1);
}

/** Variance of differences on independent days over that on the same visitors. */
function factorSaved(
  one: readonly HallFigures[],
  same: readonly HallFigures[],
  other: readonly HallFigures[],
  id: 'waitMeanS' | 'calledWithinShare',
): number {
  const differences = (from: readonly HallFigures[]) => one.map((a, r) => a[id]! - from[r]![id]!);
  return varianceOf(differences(other)) / varianceOf(differences(same));
}

describe('the same visitors', () => {
  it('save most of the replications that a comparison of 8 and 7 windows takes', () => {
    const count = 300;
    const few = days(seven, 1, count);
    const same = days(eight, 1, count);
    const other = days(eight, 2, count);
    expect(factorSaved(few, same, other, 'waitMeanS')).toBeGreaterThan(2);
    expect(factorSaved(few, same, other, 'calledWithinShare')).toBeGreaterThan(2);
    // Everybody who comes to one comes to the other.
    expect(few.map((f) => f.arrived)).toEqual(same.map((f) => f.arrived));
  });

  it.each([
    ['without a floor plan', null],
    ['in the floor plan', plan],
  ])('come and are served alike with one window more, %s', (_, floorplan) => {
    for (const replication of [0, 1, 2]) {
      const [few, many] = [seven, eight].map((scenario) =>
        visitorsOf(scenario, replication, floorplan),
      );
      expect(few!.arrivals).toEqual(many!.arrivals);
      expect(few!.arrivals.length).toBeGreaterThan(100);
      let compared = 0;
      for (const [visitor, served] of few!.services) {
        const other = many!.services.get(visitor);
        if (other === undefined) continue;
        compared++;
        expect(Math.abs(served - other), visitor).toBeLessThanOrEqual(1);
      }
      expect(compared).toBeGreaterThan(100);
    }
  });

  it('come and are patient alike in a steady hall', () => {
    const hall = (count: number) =>
      question('steady', {
        horizon: { kind: 'continuous', durationS: 36_000 },
        classes: ['a', 'b'].map((id) => ({
          id,
          name: id,
          arrivals: poisson(1 / 120),
          service: exponential(300),
          patience: exponential(300),
        })),
        windows: windows(count, ['a', 'b']),
      });
    const [few, many] = [4, 5].map((n) => visitorsOf(hall(n), 0, null));
    expect(few!.arrivals).toEqual(many!.arrivals);
    // Who gives up in both has waited equally long: patience is the visitor's own.
    let both = 0;
    for (const [visitor, waited] of few!.gaveUp) {
      const other = many!.gaveUp.get(visitor);
      if (other === undefined) continue;
      both++;
      expect(other, visitor).toBe(waited);
    }
    expect(both).toBeGreaterThan(5);
    for (const [visitor, served] of few!.services) {
      const other = many!.services.get(visitor);
      if (other !== undefined) expect(Math.abs(other - served)).toBeLessThanOrEqual(1);
    }
  });
});

/** By class and number of arrival: when they came, and how long the first service took, µs. */
function visitorsOf(
  scenario: Scenario,
  replication: number,
  floorplan: typeof plan | null,
): {
  readonly arrivals: readonly string[];
  readonly services: ReadonlyMap<string, number>;
  readonly gaveUp: ReadonlyMap<string, number>;
} {
  const record = recordDay(prepare(scenario, floorplan, 11), replication);
  const names = new Map<number, string>();
  const counts = new Map<number, number>();
  const arrivals: string[] = [];
  const services = new Map<string, number>();
  const started = new Map<number, number>();
  const tickets = new Map<number, number>();
  const gaveUp = new Map<string, number>();
  const { events } = record;
  for (let i = 0; i < events.length; i++) {
    const [timeUs, visitor, place] = [events.timeUs[i]!, events.visitor[i]!, events.place[i]!];
    switch (events.kind[i]) {
      case EventKind.Arrive: {
        const number = counts.get(place) ?? 0;
        counts.set(place, number + 1);
        names.set(visitor, `${place}/${number}`);
        arrivals.push(`${place}/${number} at ${timeUs}`);
        break;
      }
      case EventKind.Ticket:
        tickets.set(visitor, timeUs);
        break;
      case EventKind.ServiceStart:
        started.set(visitor, timeUs);
        break;
      case EventKind.ServiceEnd: {
        const name = names.get(visitor)!;
        if (!services.has(name)) services.set(name, timeUs - started.get(visitor)!);
        break;
      }
      case EventKind.Abandon:
        if (events.value[i] === 0) gaveUp.set(names.get(visitor)!, timeUs - tickets.get(visitor)!);
        break;
    }
  }
  return { arrivals, services, gaveUp };
}
