import { beforeEach, describe, expect, test } from 'vitest';
import { PlaybackClock } from '../../../src/app/playback/clock';
import { createShow, type Show, stepTo } from '../../../src/app/show/store';
import { createTwinStore, type TwinStore } from '../../../src/app/state/store';
import { encountersOf } from '../../../src/sim/story/encounters';
import { day } from '../../scene/day';

let twin: TwinStore;
let clock: PlaybackClock;
let show: Show;
beforeEach(() => {
  twin = createTwinStore('zh');
  clock = new PlaybackClock();
  clock.setRange(day().startUs, day().endUs);
  twin.setState({ day: { status: 'ready', timeline: day(), answers: null } });
  show = createShow({ twin, clock });
});

describe('following', () => {
  test('begins at the door, at a speed that can be watched, and gives the speed back', () => {
    clock.setSpeed(120);
    show.followKind('longestWait');
    const visitor = encountersOf(day()).longestWait!;
    expect(twin.getState().selection).toEqual({ kind: 'visitor', visitor });
    expect(clock.timeUs()).toBe(day().story(visitor)[0]!.startUs);
    expect(clock.speed).toBe(10);
    show.unfollow();
    expect(clock.speed).toBe(120);
    expect(show.store.getState().following).toBe(false);
  });

  test('a speed chosen meanwhile stays', () => {
    show.followKind('longestWait');
    clock.setSpeed(30);
    show.unfollow();
    expect(clock.speed).toBe(30);
  });

  test('nobody of a kind: nothing happens', () => {
    show.followKind('green');
    expect(twin.getState().selection).toBeNull();
    expect(show.store.getState().following).toBe(false);
  });

  test('ends when something else is picked', () => {
    show.followKind('gaveUp');
    twin.setState({ selection: { kind: 'window', window: 'w1' } });
    expect(show.store.getState().following).toBe(false);
  });

  test('goes through a story step by step, paused or not', () => {
    show.followKind('longestWait');
    const story = day().story(encountersOf(day()).longestWait!);
    for (const step of story.slice(1)) {
      show.step(1);
      expect(clock.timeUs()).toBe(step.startUs);
    }
    show.step(1);
    expect(clock.timeUs()).toBe(story.at(-1)!.endUs);
    for (const step of [...story].reverse()) {
      show.step(-1);
      expect(clock.timeUs()).toBe(step.startUs);
    }
  });
});

describe('the way back in a story', () => {
  const story = [
    { startUs: 0, endUs: 60e6 },
    { startUs: 60e6, endUs: 100e6 },
  ];
  test('leads to the beginning of the step at hand first, then to the one before', () => {
    expect(stepTo(story, 80e6, -1)).toBe(60e6);
    expect(stepTo(story, 61e6, -1)).toBe(0);
    expect(stepTo(story, 0, -1)).toBeNull();
    expect(stepTo(story, 100e6, 1)).toBeNull();
  });
});
