import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../../src/scenarios/problem';
import { inLanguage } from '../../../src/scenarios/text';
import { TOURS } from '../../../src/scenarios/tours';
import { scenariosOf } from '../../../src/scenarios/tours/hall';
import { factsIn, readTour } from '../../../src/scenarios/tours/read';
import type { Tour } from '../../../src/scenarios/tours/tour';
import { prepare, recordDay } from '../../../src/sim/experiments/simulate';
import { EventKind } from '../../../src/sim/hall/record';
import { createTimeline } from '../../../src/sim/hall/timeline';
import { idleBesideLine } from '../../../src/sim/story/idle-windows';
import { captionOf, momentsOf, type TourDay } from '../../../src/sim/story/moments';
import { shippedPlan } from '../../plans';

function daysOf(tour: Tour): [TourDay] | [TourDay, TourDay] {
  return scenariosOf(tour, tour.id).map((scenario): TourDay => {
    const plan = shippedPlan(scenario.floorplan as string);
    const record = recordDay(prepare(scenario, plan, tour.seed), 0);
    return { scenario, plan, timeline: createTimeline(record) };
  }) as [TourDay];
}

/** Problems that something is refused with. */
function refused(act: () => unknown): string[] {
  try {
    act();
  } catch (error) {
    if (error instanceof InputError)
      return error.problems.map(({ path, message }) => `${path}: ${message.en}`);
    throw error;
  }
  return [];
}

const text = (tour: unknown) => JSON.stringify(tour);
const first = TOURS[0]!;

describe('the tours that ship', () => {
  test('are six, with ids of their own, in both languages', () => {
    expect(TOURS.length).toBeGreaterThanOrEqual(6);
    expect(new Set(TOURS.map(({ id }) => id)).size).toBe(TOURS.length);
    for (const { name, about, steps } of TOURS)
      for (const words of [name, about, ...steps.map((step) => step.text)]) {
        expect(inLanguage(words, 'zh')).toMatch(/\p{Script=Han}/u);
        expect(inLanguage(words, 'en')).not.toMatch(/\p{Script=Han}/u);
        // What is said of the moment is said in both.
        const facts = (language: 'zh' | 'en') => factsIn(inLanguage(words, language)).sort();
        expect(facts('en')).toEqual(facts('zh'));
      }
  });

  test.each(TOURS.map((tour) => [tour.id, tour] as const))(
    '%s: what it says has happened',
    (_, tour) => {
      const days = daysOf(tour);
      const found = momentsOf(tour, days, tour.id);
      expect(found).toHaveLength(tour.steps.length);
      const { events, header } = days[0].timeline.record;
      for (const step of found) {
        for (const language of ['zh', 'en'] as const)
          expect(captionOf(step, language)).not.toMatch(/[{}]|undefined|NaN/);
        if (step.visitor < 0) continue;
        // The record has an event of this visitor at this very instant, and the ticket is theirs.
        const own = [...events.timeUs.subarray(0, events.length).keys()].filter(
          (i) => events.timeUs[i] === step.timeUs && events.visitor[i] === step.visitor,
        );
        expect(own.length, captionOf(step, 'en')).toBeGreaterThan(0);
        if (step.facts.ticket)
          expect(step.facts.ticket).toBe(days[0].timeline.ticket(step.visitor));
        if (step.window)
          expect(own.map((i) => header.windows[events.place[i]!])).toContain(step.window);
      }
    },
  );

  test('the two halls of the pooled tour meet the same people', () => {
    const days = daysOf(TOURS.find(({ id }) => id === 'pooled')!);
    const came = days.map(({ timeline: { record } }) =>
      [...record.events.kind.subarray(0, record.events.length).keys()]
        .filter((i) => record.events.kind[i] === EventKind.Arrive)
        .map((i) => [record.events.timeUs[i], record.events.place[i]]),
    );
    expect(came[0]).toEqual(came[1]);
    const idle = idleBesideLine(days[1]!.scenario, days[1]!.timeline)!;
    expect(Math.min(idle.free, idle.inLine)).toBeGreaterThan(1);
    // One common ticket has no lines, and so none beside a free window.
    expect(idleBesideLine(days[0].scenario, days[0].timeline)).toBeNull();
  });
});

describe('a tour of one’s own', () => {
  test('opens as it was written by the first version', () => {
    const fixture = new URL('../../formats/tour-1.json', import.meta.url);
    const tour = readTour(readFileSync(fixture, 'utf8'), 'tour-1.json');
    expect(tour).toMatchObject({ format: 'hall-twin/tour', version: 1, id: 'own' });
    expect(momentsOf(tour, daysOf(tour), 'tour-1.json')).toHaveLength(tour.steps.length);
  });

  test('is refused with the field and what to do', () => {
    const step = first.steps[1]!;
    const with_ = (change: object) => text({ ...first, ...change });
    expect(refused(() => readTour('{', 'own'))[0]).toContain('Not valid JSON');
    expect(refused(() => readTour(with_({ steps: [] }), 'own'))[0]).toMatch(/^steps: /);
    expect(
      refused(() =>
        readTour(with_({ steps: [{ ...step, at: { visitor: 'gest', event: 'arrives' } }] }), 'own'),
      ),
    ).toEqual(['steps[0].at.visitor: The cast has no "gest"']);
    expect(
      refused(() => readTour(with_({ steps: [{ ...step, text: 'ticket {tiket}' }] }), 'own')),
    ).toEqual(['steps[0].text: There is no fact "tiket" to put in place of {tiket}']);
    expect(
      refused(() =>
        readTour(with_({ steps: [{ ...step, at: { hall: 'largestDifference' } }] }), 'own'),
      )[0],
    ).toMatch(/^steps\[0\].at.hall: /);
    const scenario = (hall: object) =>
      refused(() => scenariosOf(readTour(with_({ hall }), 'own'), 'own'))[0];
    expect(scenario({ scenario: 'quxy' })).toBe(
      'hall.scenario: There is no hall or demonstration "quxy"',
    );
    expect(scenario({ scenario: 'quxi', rules: ['green'] })).toMatch(/^hall.rules\[0\]: /);
    expect(scenario({ scenario: 'quxi', absent: ['w99'] })).toMatch(/^hall.absent\[0\]: /);
  });

  test('is refused when the day has seen nothing of the kind', () => {
    const nobody = { ...first, cast: { guest: { ...first.cast.guest!, green: true } } };
    expect(refused(() => momentsOf(nobody, daysOf(nobody), 'own'))).toEqual([
      'cast.guest: Nobody in the record of this day fits',
    ]);
    const early = {
      ...first,
      steps: [{ ...first.steps[1]!, text: 'Waited {waited}' }],
    };
    expect(refused(() => momentsOf(early, daysOf(early), 'own'))[0]).toContain('{waited}');
  });
});
