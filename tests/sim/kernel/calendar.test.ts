import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Calendar, ENGINES, type EventHandle } from '../../../src/sim/kernel/calendar';
import { createCalendar } from '../../../src/sim/kernel/engines';
import { HeapCalendar } from '../../../src/sim/kernel/heap-calendar';
import { Streams } from '../../../src/sim/kernel/streams';
import { ListCalendar } from './list-calendar';

const NEW: readonly [string, () => Calendar][] = [
  ...ENGINES.map((engine) => [engine, () => createCalendar(engine)] as [string, () => Calendar]),
  ['list', () => new ListCalendar()],
];

/** Everything delivered as [time, kind, subject]. */
function delivered(calendar: Calendar, untilUs?: number): [number, number, number][] {
  const seen: [number, number, number][] = [];
  calendar.run((kind, subject) => seen.push([calendar.nowUs, kind, subject]), untilUs);
  return seen;
}

describe.each(NEW)('calendar of engine %s', (_, make) => {
  it('delivers by time, then kind, then order of scheduling', () => {
    const calendar = make();
    calendar.schedule(20, 1, 0);
    calendar.schedule(10, 7, 1);
    calendar.schedule(10, 3, 2);
    calendar.schedule(10, 7, 3);
    calendar.schedule(10, 3, 4);
    calendar.schedule(0, 9, 5);
    expect(delivered(calendar)).toEqual([
      [0, 9, 5],
      [10, 3, 2],
      [10, 3, 4],
      [10, 7, 1],
      [10, 7, 3],
      [20, 1, 0],
    ]);
  });

  it('fits events for the present instant in among those still to come', () => {
    const calendar = make();
    const seen: number[] = [];
    calendar.schedule(5, 2, 20);
    calendar.schedule(5, 4, 40);
    calendar.run((kind, subject) => {
      seen.push(subject);
      if (kind !== 2) return;
      calendar.schedule(5, 4, 41);
      calendar.schedule(5, 3, 30);
      calendar.schedule(5, 1, 10);
    });
    expect(seen).toEqual([20, 10, 30, 40, 41]);
    expect(calendar.nowUs).toBe(5);
  });

  it('keeps events past the end of a run and stands at the end', () => {
    const calendar = make();
    for (const at of [10, 20, 30]) calendar.schedule(at, 0, at);
    expect(delivered(calendar, 20)).toEqual([
      [10, 0, 10],
      [20, 0, 20],
    ]);
    expect(delivered(calendar, 25)).toEqual([]);
    expect(calendar.nowUs).toBe(25);
    expect(() => calendar.schedule(24, 0, 0)).toThrow(RangeError);
    calendar.schedule(25, 0, 25);
    calendar.schedule(40, 0, 40);
    expect(delivered(calendar)).toEqual([
      [25, 0, 25],
      [30, 0, 30],
      [40, 0, 40],
    ]);
    expect(calendar.nowUs).toBe(40);
    expect(delivered(calendar, 3)).toEqual([]);
    expect(calendar.nowUs).toBe(40);
  });

  it('delivers what is scheduled for the end of a run while it is running', () => {
    const calendar = make();
    calendar.schedule(10, 0, 3);
    const seen: number[] = [];
    calendar.run((_kind, subject) => {
      seen.push(subject);
      if (subject > 1) calendar.schedule(20, subject, subject - 1);
      else if (subject === 1) calendar.schedule(20, 0, 0);
    }, 20);
    expect(seen).toEqual([3, 2, 1, 0]);
  });

  it('cancels once, and ignores spent and made-up handles', () => {
    const calendar = make();
    const gone = calendar.schedule(10, 0, 1);
    calendar.cancel(gone);
    calendar.cancel(gone);
    const kept = calendar.schedule(10, 0, 2);
    calendar.cancel(gone);
    for (const junk of [-1, 0.5, 1e15, Number.NaN, Number.POSITIVE_INFINITY]) calendar.cancel(junk);
    expect(delivered(calendar)).toEqual([[10, 0, 2]]);
    calendar.schedule(10, 0, 3);
    calendar.cancel(kept);
    expect(delivered(calendar)).toEqual([[10, 0, 3]]);
  });

  it('an event may cancel itself and its neighbours of the same instant', () => {
    const calendar = make();
    const handles: EventHandle[] = [];
    for (let i = 0; i < 4; i++) handles.push(calendar.schedule(10, 0, i));
    const seen: number[] = [];
    calendar.run((_kind, subject) => {
      seen.push(subject);
      if (subject !== 1) return;
      calendar.cancel(handles[0]!);
      calendar.cancel(handles[1]!);
      calendar.cancel(handles[2]!);
    });
    expect(seen).toEqual([0, 1, 3]);
  });

  it('time stays at the last event delivered when cancelled ones lay beyond it', () => {
    const calendar = make();
    calendar.schedule(10, 0, 1);
    calendar.cancel(calendar.schedule(100, 0, 2));
    expect(delivered(calendar)).toEqual([[10, 0, 1]]);
    expect(calendar.nowUs).toBe(10);
    calendar.schedule(50, 0, 3);
    calendar.schedule(40, 0, 4);
    calendar.schedule(100, 0, 5);
    expect(delivered(calendar, 60)).toEqual([
      [40, 0, 4],
      [50, 0, 3],
    ]);
    expect(delivered(calendar)).toEqual([[100, 0, 5]]);
  });

  it('is exact up to 1e15 µs', () => {
    const calendar = make();
    const late = 1e15;
    calendar.schedule(late, 0, 1);
    calendar.schedule(late - 1, 0, 2);
    calendar.schedule(1, 0, 3);
    calendar.run((_kind, subject) => {
      if (subject === 3) calendar.schedule(late - 2, 0, 4);
    }, 1);
    expect(delivered(calendar)).toEqual([
      [late - 2, 0, 4],
      [late - 1, 0, 2],
      [late, 0, 1],
    ]);
  });

  it('refuses times that are past, fractional or no numbers', () => {
    const calendar = make();
    calendar.schedule(10, 0, 0);
    calendar.run(() => {}, 10);
    for (const at of [9, -1, 10.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])
      expect(() => calendar.schedule(at, 0, 0)).toThrow(RangeError);
    expect(() => calendar.schedule(10, Number.NaN, 0)).toThrow(RangeError);
    for (const until of [Number.NaN, 10.5])
      expect(() => calendar.run(() => {}, until)).toThrow(RangeError);
    expect(delivered(calendar)).toEqual([]);
  });

  it('refuses to be run by its own handler, and survives a handler that throws', () => {
    const calendar = make();
    for (let i = 0; i < 3; i++) calendar.schedule(10, 0, i);
    calendar.schedule(20, 0, 3);
    expect(() => calendar.run(() => calendar.run(() => {}), 15)).toThrow('running');
    calendar.schedule(10, -1, 4);
    expect(delivered(calendar)).toEqual([
      [10, -1, 4],
      [10, 0, 1],
      [10, 0, 2],
      [20, 0, 3],
    ]);
  });
});

/** Plays a random process over the calendar and writes down all it sees. */
function play(calendar: Calendar, seed: number, operations: number): string[] {
  const stream = new Streams(seed, 0).stream('fuzz');
  const below = (n: number) => Math.floor(stream.uniform() * n);
  const log: string[] = [];
  const handles: EventHandle[] = [];
  let subject = 0;
  const act = () => {
    const choice = stream.uniform();
    if (choice < 0.55) {
      const delay = stream.uniform() < 0.3 ? 0 : below(12);
      handles.push(calendar.schedule(calendar.nowUs + delay, below(4), subject++));
    } else if (choice < 0.85 && handles.length > 0)
      calendar.cancel(handles[below(handles.length)]!);
  };
  const handler = (kind: number, who: number) => {
    log.push(`${calendar.nowUs} ${kind} ${who}`);
    if (subject < operations) for (let n = below(3); n > 0; n--) act();
    if (stream.uniform() < 0.01) throw new Error('fuzz');
  };
  for (let round = 0; round < operations / 10; round++) {
    for (let n = below(10); n > 0; n--) act();
    const until = stream.uniform() < 0.2 ? undefined : calendar.nowUs + below(15) - 1;
    try {
      calendar.run(handler, until);
    } catch {
      log.push('thrown');
    }
    log.push(`now ${calendar.nowUs}`);
  }
  return log;
}

describe('both engines against a sorted list', () => {
  it.each(Array.from({ length: 60 }, (_, seed) => seed))('random operations, seed %i', (seed) => {
    const expected = play(new ListCalendar(), seed, 600);
    expect(expected.length).toBeGreaterThan(100);
    for (const engine of ENGINES) expect(play(createCalendar(engine), seed, 600)).toEqual(expected);
  });

  it('any schedule, seed 7', () => {
    const event = fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: -2, max: 2 }));
    fc.assert(
      fc.property(
        fc.array(event, { maxLength: 200 }),
        fc.integer({ min: 0, max: 60 }),
        (events, end) => {
          const [list, ...engines] = [new ListCalendar(), ...ENGINES.map(createCalendar)].map(
            (c) => {
              const handles = events.map(([at, kind], i) => c.schedule(at, kind, i));
              for (let i = 0; i < handles.length; i += 3) c.cancel(handles[i]!);
              return [delivered(c, end), delivered(c)];
            },
          );
          for (const engine of engines) expect(engine).toEqual(list);
        },
      ),
      { seed: 7, numRuns: 200 },
    );
  });
});

describe('the default engine', () => {
  it('uses the room of cancelled and delivered events again', () => {
    const calendar = new HeapCalendar();
    for (let i = 0; i < 50; i++) calendar.schedule(1e9 + i, 0, i);
    for (let i = 0; i < 200_000; i++) {
      calendar.cancel(calendar.schedule(i + 1e6, 0, i));
      calendar.schedule(i, 1, i);
      calendar.run(() => {}, i);
    }
    expect(calendar.pending).toBe(50);
    expect(calendar.capacity).toBe(64);
  });

  it('grows past its first room', () => {
    const calendar = new HeapCalendar();
    const n = 10_000;
    for (let i = 0; i < n; i++) calendar.schedule((i * 7919) % n, 0, i);
    expect(delivered(calendar).map(([at]) => at)).toEqual(Array.from({ length: n }, (_, i) => i));
  });

  it('ignores a stale handle whose slot serves another event by now', () => {
    const calendar = new HeapCalendar();
    const stale = Array.from({ length: 100 }, (_, i) => {
      const handle = calendar.schedule(i, 0, i);
      calendar.cancel(handle);
      return handle;
    });
    expect(new Set(stale).size).toBe(100);
    calendar.schedule(500, 0, 7);
    for (const handle of stale) calendar.cancel(handle);
    expect(delivered(calendar)).toEqual([[500, 0, 7]]);
  });
});

it('simjs leaves no window behind', () => {
  createCalendar('simjs');
  expect('window' in globalThis).toBe(false);
});
