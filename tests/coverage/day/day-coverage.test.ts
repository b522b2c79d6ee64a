import { describe, expect, it } from 'vitest';
import { type DayCoverage, dayCoverage } from '../../../src/coverage/day/day-coverage';
import type { DaySource, Present } from '../../../src/coverage/day/source';
import { eyeOf } from '../../../src/coverage/eye';
import { inspect } from '../../../src/coverage/inspect/inspect';
import { peopleOf } from '../../../src/coverage/inspect/people';
import { checksOf } from '../../../src/coverage/inspect/verdict';
import { viewOf } from '../../../src/coverage/inspect/view';
import type { Camera } from '../../../src/coverage/optics/lens-of';
import { PROFILES } from '../../../src/coverage/profiles';
import { Crowd, type Posture } from '../../../src/coverage/space/people';
import { sightOf } from '../../../src/coverage/space/sight';
import { counterTarget, faceTarget } from '../../../src/coverage/targets/targets';
import type { FloorPlan, Point } from '../../../src/scenarios/floorplan';
import { hallScenario } from '../../../src/scenarios/halls';
import { prepare, recordDay } from '../../../src/sim/experiments/simulate';
import { createTimeline } from '../../../src/sim/hall/timeline';
import { dayPeople } from '../../../src/workers/day-people';
import { shippedPlan } from '../../plans';
import { lowCameras } from './low-cameras';

const profile = PROFILES.identify;

function dayOf(hall: string, plan: FloorPlan) {
  const scenario = hallScenario(hall);
  return createTimeline(recordDay(prepare(scenario, plan, 3), 0));
}

/** A part of a day. */
const between = (source: DaySource, fromS: number, toS: number): DaySource => ({
  ...source,
  fromS,
  toS,
});

/** Whether windows are clear, asked afresh with everybody in the room. */
function bruteForce(plan: FloorPlan, cameras: readonly Camera[], source: DaySource, timeS: number) {
  const { people, open } = source.at(timeS);
  const sight = sightOf(plan, new Crowd(people));
  const eyes = cameras.map((camera) => eyeOf(camera));
  return plan.windows.map((window, w) => {
    if (!open[w]) return null;
    const away = (at: Point) =>
      Math.hypot(at[0] - window.visitorSpot[0], at[1] - window.visitorSpot[1]);
    let own = -1;
    people.forEach(({ at }, i) => {
      if (away(at) < 0.3 && (own < 0 || away(at) < away(people[own]!.at))) own = i;
    });
    const seen = (target: ReturnType<typeof faceTarget>, except: number) =>
      eyes.some((eye) => {
        const view = viewOf(eye, target, sight, except);
        const limits =
          target.kind === 'face'
            ? ({ kind: 'face', of: profile.face } as const)
            : ({ kind: 'counter', of: profile.counter } as const);
        return view.inPictureShare > 0 && checksOf(view, limits).every(({ margin }) => margin >= 0);
      });
    return seen(faceTarget(window, 'standing'), own) && seen(counterTarget(plan, window), -1);
  });
}

const inSpans = (spans: readonly (readonly [number, number])[], timeS: number) =>
  spans.some(([from, to]) => timeS >= from && timeS < to);

describe('a recorded day seen by cameras', () => {
  it.each([
    ['quxi', 'hall-200'],
    ['putian', 'hall-150-u'],
  ])('agrees with asking afresh, at %s in %s', (hall, id) => {
    const plan = shippedPlan(id);
    const cameras = lowCameras(plan);
    const source = dayPeople(plan, dayOf(hall, plan), 'standing');
    const [fromS, toS] = [10 * 3600, 10 * 3600 + 1500];
    const eyes = cameras.map((camera) => eyeOf(camera));
    const day = dayCoverage(plan, eyes, between(source, fromS, toS), {
      profile,
      posture: 'standing',
    });
    let lost = 0;
    let clear = 0;
    for (let timeS = fromS; timeS < toS; timeS += 61) {
      const expected = bruteForce(plan, cameras, source, timeS);
      day.windows.forEach((window, w) => {
        if (expected[w] === null) expect(inSpans(window.open, timeS)).toBe(false);
        else {
          expect(inSpans(window.lost, timeS), `${window.id} at ${timeS}`).toBe(!expected[w]);
          if (expected[w]) clear++;
          else lost++;
        }
      });
    }
    // Both answers occur, or the comparison would say nothing.
    expect(clear).toBeGreaterThan(10);
    expect(lost).toBeGreaterThan(10);
  });

  it.each(['standing', 'seated'] as const)(
    'says of a still room what the inspection says, visitors %s',
    (posture: Posture) => {
      const plan = shippedPlan('hall-150-l');
      for (const queueing of [0, 20]) {
        const people = peopleOf(plan, { posture, queueing }).map(
          (person): Present => ({ ...person, doing: 'waiting' }),
        );
        const still: DaySource = {
          fromS: 0,
          toS: 3,
          at: () => ({ people, open: plan.windows.map(() => true), waiting: queueing }),
        };
        const eyes = plan.cameras.map((camera) => eyeOf(camera));
        const day = dayCoverage(plan, eyes, still, { profile, posture });
        const { windows } = inspect(plan, { posture, queueing });
        expect(day.windows.map(({ share }) => share)).toEqual(
          windows.map(({ verdict }) => (verdict === 'clear' ? 1 : 0)),
        );
      }
    },
  );

  it('loses a window exactly while somebody stands in the line of sight', () => {
    const plan = shippedPlan('hall-200');
    const [window] = plan.windows;
    const one = { ...plan, windows: [window!], displays: [], signs: [] };
    // In front of the face at its height, from the clerk's side, with somebody on the way for 37 s.
    const [x, y] = window!.visitorSpot;
    const camera: Camera = {
      ...plan.cameras[0]!,
      at: [x, y + 2],
      heightM: 2.4,
      yawDeg: 270,
      pitchDeg: -38,
    };
    const stranger: Present = {
      owner: { kind: 'visitor', id: '9' },
      at: [x, y + 0.45],
      posture: 'standing',
      doing: 'walking',
    };
    const source: DaySource = {
      fromS: 36_000,
      toS: 36_600,
      at: (timeS) => ({
        people: timeS >= 36_100 && timeS < 36_137 ? [stranger] : [],
        open: [timeS < 36_500],
        waiting: 0,
      }),
    };
    const day = dayCoverage(one, [eyeOf(camera)], source, { profile, posture: 'standing' });
    expect(day.windows[0]).toMatchObject({
      openS: 500,
      clearS: 463,
      emptyClear: true,
      open: [[36_000, 36_500]],
      lost: [[36_100, 36_137]],
      worst: { startS: 36_060, openS: 60, clearS: 40 },
    });
    expect(day.windows[0]!.share).toBeCloseTo(463 / 500, 12);
    expect(day.windows[0]!.obstructions[0]).toMatchObject({ doing: 'walking', seconds: 37 });
  });

  it('is the same whenever it is asked', () => {
    const plan = shippedPlan('hall-200');
    const timeline = dayOf('quxi', plan);
    const run = (): DayCoverage =>
      dayCoverage(
        plan,
        lowCameras(plan).map((camera) => eyeOf(camera)),
        between(dayPeople(plan, timeline, 'standing'), 36_000, 36_600),
        { profile, posture: 'standing' },
      );
    expect(JSON.stringify(run())).toBe(JSON.stringify(run()));
  });

  it('knows a hall without cameras', () => {
    const plan = shippedPlan('hall-200');
    const source = between(dayPeople(plan, dayOf('quxi', plan), 'standing'), 36_000, 36_060);
    const day = dayCoverage(plan, [], source, { profile, posture: 'standing' });
    expect(day.windows.every(({ share, emptyClear }) => share === 0 && !emptyClear)).toBe(true);
  });
});
