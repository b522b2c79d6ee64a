import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLive } from '../../../src/app/live/store';
import { ticketEventsOfDay } from '../../../src/live/demo';
import { type Entry, Mirror } from '../../../src/live/mirror';
import type { HelloAnswer } from '../../../src/live/stream';
import { hallScenario } from '../../../src/scenarios/halls';
import { prepare, recordDay } from '../../../src/sim/experiments/simulate';

const scenario = hallScenario('quxi');
const events = ticketEventsOfDay(recordDay(prepare(scenario, null, 1), 0), 20_788);
const entries = events.map((event): Entry => ({ kind: 'event', event, notes: [] }));

/** A stream that the test speaks on. */
class FakeSource extends EventTarget {
  closed = false;
  constructor(readonly path: string) {
    super();
  }
  close(): void {
    this.closed = true;
  }
  say(kind: string, data: unknown, lastEventId = ''): void {
    this.dispatchEvent(new MessageEvent(kind, { data: JSON.stringify(data), lastEventId }));
  }
  clock(nowMs: number): void {
    const source = {
      kind: 'demo',
      name: 'quxi',
      state: 'following',
      restarts: 0,
      finishedOnly: false,
    };
    this.say('clock', { nowMs, speed: 1, source });
  }
}

/** A page beside a server that can be away, ask for a token, or be none. */
function bench(hello: Partial<HelloAnswer> | null) {
  const sources: FakeSource[] = [];
  const server = { away: false, hello };
  const answer = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
  const live = createLive({
    fetch: async (path, init) => {
      if (server.away) throw new TypeError('away');
      if (path === 'hall') return answer({ scenario, floorplan: null });
      if (path === 'session') {
        const right = String(init?.body).includes('right-token');
        if (right) server.hello = { ...server.hello, admitted: true };
        return answer({}, right ? 200 : 401);
      }
      if (server.hello === null) return new Response('<!doctype html>');
      return answer({
        service: 'hall-twin/live',
        version: 1,
        needsToken: false,
        admitted: true,
        ...server.hello,
      });
    },
    open: (path) => {
      const source = new FakeSource(path);
      sources.push(source);
      return source as unknown as EventSource;
    },
    nowMs: () => Date.now(),
  });
  return { live, sources, server, line: () => live.store.getState().line };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

describe('the line to the server of a hall', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('says that there is none where the page comes from elsewhere', async () => {
    const { live, line } = bench(null);
    live.start();
    await settle();
    expect(line().kind).toBe('absent');
    live.stop();
  });

  it('asks for the token until it is the right one', async () => {
    const { live, line } = bench({ needsToken: true, admitted: false });
    live.start();
    await settle();
    expect(line()).toEqual({ kind: 'token', wrong: false });
    live.admit('wrong-token');
    await settle();
    expect(line()).toEqual({ kind: 'token', wrong: true });
    live.admit('right-token');
    await settle();
    expect(line().kind).toBe('connecting');
    live.stop();
  });

  it('shows what the events tell, and goes on after a break where it has stopped', async () => {
    const { live, sources, server, line } = bench({});
    live.start();
    await settle();
    const [first] = sources;
    const nowMs = events[60]!.atMs;
    first!.clock(nowMs);
    first!.say('snapshot', { mirror: new Mirror({ latenessMs: 120_000 }).snapshot() }, 'e-0');
    first!.say('entries', entries.slice(0, 40), 'e-40');
    await vi.advanceTimersByTimeAsync(1000);
    expect(line().kind).toBe('open');
    const tickets = () => live.store.getState().reflection!.day.tickets.length;
    const before = tickets();
    expect(before).toBeGreaterThan(0);

    server.away = true;
    first!.dispatchEvent(new Event('error'));
    const stoodMs = live.nowMs();
    expect(line().kind).toBe('waiting');
    await vi.advanceTimersByTimeAsync(4000);
    // What is shown is as old as the break, and says so.
    expect(live.nowMs()).toBe(stoodMs);
    expect(line()).toMatchObject({ kind: 'waiting', tries: 3 });

    server.away = false;
    await vi.advanceTimersByTimeAsync(4000);
    const second = sources.at(-1)!;
    expect(second.path).toBe('events?after=e-40');
    second.clock(nowMs + 9000);
    second.say('entries', entries.slice(40, 60), 'e-60');
    await vi.advanceTimersByTimeAsync(1000);
    expect(line().kind).toBe('open');
    const whole = new Mirror({ latenessMs: 120_000 });
    for (const entry of entries.slice(0, 60)) whole.follow(entry);
    expect(live.store.getState().reflection!.day).toEqual(whole.reflection().day);
    live.stop();
  });

  it('takes a server that says nothing for gone', async () => {
    const { live, sources, line } = bench({});
    live.start();
    await settle();
    sources[0]!.clock(events[0]!.atMs);
    expect(line().kind).toBe('open');
    await vi.advanceTimersByTimeAsync(12_000);
    expect(sources[0]!.closed).toBe(true);
    expect(line().kind).not.toBe('open');
    live.stop();
  });
});
