import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { driveByFrames, PlaybackClock, SPEEDS } from '../../src/app/playback/clock';

const NINE = 9 * 3600e6;
const FIVE = 17 * 3600e6;

function clockOfDay(): PlaybackClock {
  const clock = new PlaybackClock();
  clock.setRange(NINE, FIVE);
  return clock;
}

describe('PlaybackClock', () => {
  it('stands still until it plays, then moves by the frame times the speed', () => {
    const clock = clockOfDay();
    clock.advance(100);
    expect(clock.timeUs()).toBe(NINE);
    clock.setSpeed(60);
    clock.play();
    clock.advance(100);
    expect(clock.timeUs()).toBe(NINE + 6e6);
  });

  it('passes over at most a second of wall time in one frame', () => {
    const clock = clockOfDay();
    clock.setSpeed(1);
    clock.play();
    clock.advance(3_600_000);
    expect(clock.timeUs()).toBe(NINE + 1e6);
  });

  it('stops at the end, and plays from the start again', () => {
    const clock = clockOfDay();
    clock.seek(FIVE - 1);
    clock.play();
    clock.advance(16);
    expect(clock.timeUs()).toBe(FIVE);
    expect(clock.playing()).toBe(false);
    clock.play();
    expect(clock.timeUs()).toBe(NINE);
    expect(clock.playing()).toBe(true);
  });

  it('keeps the time when the day changes, if the new day has it', () => {
    const clock = clockOfDay();
    clock.seek(NINE + 1e6);
    clock.setRange(NINE - 60e6, FIVE);
    expect(clock.timeUs()).toBe(NINE + 1e6);
    clock.setRange(NINE + 2e6, FIVE);
    expect(clock.timeUs()).toBe(NINE + 2e6);
  });

  it('refuses what is no time, no speed and no day', () => {
    const clock = clockOfDay();
    expect(() => clock.seek(Number.NaN)).toThrow(RangeError);
    expect(() => clock.setSpeed(0)).toThrow(RangeError);
    expect(() => clock.setSpeed(Number.POSITIVE_INFINITY)).toThrow(RangeError);
    expect(() => clock.setRange(2, 1)).toThrow(RangeError);
  });

  it('tells of every change, until it is no longer asked to', () => {
    const clock = clockOfDay();
    let heard = 0;
    const stop = clock.subscribe(() => heard++);
    clock.play();
    clock.advance(10);
    clock.seekBy(1e6);
    clock.pause();
    expect(heard).toBe(4);
    clock.advance(10);
    expect(heard).toBe(4);
    stop();
    clock.seek(FIVE);
    expect(heard).toBe(4);
  });

  it('whatever is done to it, shows a whole microsecond of its day', () => {
    const doing = fc.oneof(
      fc.record({
        do: fc.constant('advance' as const),
        by: fc.double({ min: -50, max: 5000, noNaN: true }),
      }),
      fc.record({
        do: fc.constant('seek' as const),
        by: fc.double({ min: -1e12, max: 1e12, noNaN: true }),
      }),
      fc.record({ do: fc.constant('seekBy' as const), by: fc.integer({ min: -1e9, max: 1e9 }) }),
      fc.record({ do: fc.constant('toggle' as const), by: fc.constant(0) }),
      fc.record({ do: fc.constant('speed' as const), by: fc.constantFrom(...SPEEDS) }),
    );
    fc.assert(
      fc.property(fc.array(doing, { maxLength: 60 }), (doings) => {
        const clock = clockOfDay();
        for (const { do: verb, by } of doings) {
          const before = clock.timeUs();
          const ran = clock.playing();
          if (verb === 'advance') clock.advance(by);
          else if (verb === 'seek') clock.seek(by);
          else if (verb === 'seekBy') clock.seekBy(by);
          else if (verb === 'speed') clock.setSpeed(by);
          else clock.toggle();
          if (verb === 'advance') expect(clock.timeUs()).toBeGreaterThanOrEqual(before);
          if (verb === 'advance' && !ran) expect(clock.timeUs()).toBe(before);
          expect(Number.isInteger(clock.timeUs())).toBe(true);
          expect(clock.timeUs()).toBeGreaterThanOrEqual(NINE);
          expect(clock.timeUs()).toBeLessThanOrEqual(FIVE);
        }
      }),
      { seed: 20260101 },
    );
  });
});

describe('driven by frames', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('asks for frames while it plays, and for none at rest', () => {
    const asked: FrameRequestCallback[] = [];
    vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => asked.push(frame));
    vi.stubGlobal('cancelAnimationFrame', () => {});
    const clock = clockOfDay();
    clock.setSpeed(60);
    const stop = driveByFrames(clock);
    clock.seek(NINE);
    expect(asked).toHaveLength(0);
    clock.play();
    clock.setSpeed(60);
    expect(asked).toHaveLength(1);
    asked.pop()!(1000);
    expect(clock.timeUs()).toBe(NINE);
    asked.pop()!(1020);
    expect(clock.timeUs()).toBe(NINE + 1.2e6);
    clock.pause();
    asked.pop()!(1040);
    expect(asked).toHaveLength(0);
    // What passed at rest does not count.
    clock.play();
    asked.pop()!(9000);
    expect(clock.timeUs()).toBe(NINE + 1.2e6);
    stop();
  });
});
