import { appendFileSync, renameSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Counts } from '../../src/live/counts';
import { type Entry, Mirror, type MirrorSnapshot } from '../../src/live/mirror';
import type { Present } from '../../src/live/present';
import { folder, hall } from './command';
import { hallHere } from './in-process';
import { Listener, type LiveProcess, startLive, until } from './live-process';

/** Today on the halls' clock, so that events count as today's. */
const TODAY = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10);

/** Event `i`: a number taken just after midnight; the test may run at any time of the day. */
const taken = (i: number) =>
  JSON.stringify({
    id: `e${i}`,
    at: `${TODAY}T00:00:00`,
    event: 'ticket-taken',
    ticket: `A${String(i).padStart(3, '0')}`,
    item: 'social',
  });

const state = async (url: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${url}/state`, { headers });
  return (await response.json()) as Present & { counts: Counts };
};
const waiting = async (url: string) => (await state(url)).waiting.length;

/** The mirror that a listener has folded for itself from all that it was sent. */
function foldedBy(...listeners: readonly Listener[]): Mirror {
  let mirror = new Mirror({ latenessMs: 120_000 });
  for (const { heard } of listeners)
    for (const { event, data } of heard) {
      if (event === 'snapshot') mirror = new Mirror((data as { mirror: MirrorSnapshot }).mirror);
      if (event === 'entries') for (const entry of data as Entry[]) mirror.follow(entry);
    }
  return mirror;
}

describe('hall live', () => {
  const place = folder();
  const log = (name: string) => path.join(place.path, name);
  let live: LiveProcess | null = null;
  afterEach(async () => {
    await live?.interrupt();
    live = null;
  });
  afterAll(() => place.remove());

  it('follows a file that is not there yet, grows, has half a line, is cut short, and is replaced', async () => {
    const file = log('growing.ndjson');
    live = await startLive([file, '--scenario', 'quxi']);
    const { url } = live;
    expect(await waiting(url)).toBe(0);
    writeFileSync(file, `${taken(1)}\n${taken(2).slice(0, 30)}`);
    await until(async () => (await waiting(url)) === 1);
    appendFileSync(file, `${taken(2).slice(30)}\r\n`);
    await until(async () => (await waiting(url)) === 2);
    // Cut short and begun anew: what was there before is known, what is new comes in.
    writeFileSync(file, `${taken(3)}\n`);
    await until(async () => (await waiting(url)) === 3);
    renameSync(file, log('growing.1'));
    writeFileSync(file, `${taken(3)}\n${taken(4)}\n`);
    await until(async () => (await waiting(url)) === 4);
    expect((await state(url)).counts.doubled?.count).toBe(1);
    expect(await live.interrupt()).toBe(0);
  });

  it('leaves out lines that are malformed or huge, counts them, and reads GB18030', async () => {
    const file = log('dirty.ndjson');
    const gb18030 = Buffer.concat([
      Buffer.from(
        `{"id":"g1","at":"${TODAY}T00:00:00","event":"ticket-taken","ticket":"G1","item":"`,
      ),
      Buffer.from([0xc9, 0xe7, 0xbb, 0xe1, 0xb1, 0xa3, 0xcf, 0xd5]),
      Buffer.from('"}\n'),
    ]);
    writeFileSync(
      file,
      Buffer.concat([
        Buffer.from(`${taken(1)}\nnonsense\n{"id":"x"}\n${'y'.repeat(3_000_000)}\n`),
        gb18030,
        Buffer.from(`${taken(1)}\n${taken(2)}\n`),
      ]),
    );
    live = await startLive([file, '--scenario', 'quxi']);
    const { counts, items, waiting: people } = await state(live.url);
    expect(people).toHaveLength(3);
    expect(items.find(({ item }) => item === 'social')?.waiting).toBe(3);
    expect(Object.fromEntries(Object.entries(counts).map(([r, { count }]) => [r, count]))).toEqual({
      malformed: 2,
      tooLong: 1,
      doubled: 1,
    });
    expect(counts.malformed?.examples[0]?.text).toBe('nonsense');
  });

  describe('listeners', () => {
    beforeAll(async () => {
      writeFileSync(log('shared.ndjson'), `${taken(1)}\n`);
    });

    it('lose nothing and get nothing twice when the line breaks; two of them see the same', async () => {
      const file = log('shared.ndjson');
      live = await startLive([file]);
      const { url } = live;
      const [steady, first] = [new Listener(url), new Listener(url)];
      expect(await steady.listen()).toBe(200);
      await first.listen();
      appendFileSync(file, `${taken(2)}\n`);
      await until(() => [steady, first].every((one) => one.lastId?.endsWith('-2') ?? false));
      first.cutOff();
      appendFileSync(file, `${taken(3)}\n${taken(3)}\n${taken(4)}\n`);
      await until(() => steady.lastId?.endsWith('-5') ?? false);
      const back = new Listener(url);
      await back.listen(first.lastId);
      await until(() => back.lastId === steady.lastId);
      expect(back.heard.map(({ event }) => event)).not.toContain('snapshot');
      expect(foldedBy(first, back).reflection()).toEqual(foldedBy(steady).reflection());
      expect(
        foldedBy(steady)
          .reflection()
          .day.tickets.map(({ number }) => number),
      ).toEqual(['A001', 'A002', 'A003', 'A004']);
      // Of another run of the server nothing can be gone on from: the whole state comes instead.
      const stranger = new Listener(url);
      await stranger.listen('abc-3');
      await until(() => stranger.heard.some(({ event }) => event === 'snapshot'));
      expect(foldedBy(stranger).reflection()).toEqual(foldedBy(steady).reflection());
      for (const one of [steady, back, stranger]) one.cutOff();
    });
  });

  it('takes pushed events, lists what was wrong with them, and refuses bodies without end', async () => {
    live = await startLive([log('never.ndjson')]);
    const { url } = live;
    const push = (body: string, type = 'application/x-ndjson') =>
      fetch(`${url}/events`, { method: 'POST', body, headers: { 'Content-Type': type } });
    const answer = await push(`${taken(1)}\n{"id":"2"}\n${taken(1)}\n`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ taken: 1, dropped: { malformed: 1, doubled: 1 } });
    expect((await push(`[${taken(2)},${taken(3)}]`, 'application/json')).status).toBe(200);
    expect(await waiting(url)).toBe(3);
    expect((await push('[', 'application/json')).status).toBe(400);
    expect((await push(taken(4), 'text/plain')).status).toBe(415);
    expect((await push('x'.repeat(3_000_000))).status).toBe(413);
    expect(await waiting(url)).toBe(3);
  });

  it('answers nobody who comes by another name or from another page', async () => {
    live = await startLive([log('never.ndjson')]);
    const port = Number(new URL(live.url).port);
    const ask = (headers: Record<string, string>) =>
      new Promise<number>((resolve, reject) => {
        request({ host: '127.0.0.1', port, path: '/state', headers }, (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        })
          .on('error', reject)
          .end();
      });
    expect(await ask({ Host: 'rebound.example' })).toBe(421);
    expect(await ask({ Origin: 'http://rebound.example' })).toBe(403);
    expect(await ask({ 'Sec-Fetch-Site': 'cross-site' })).toBe(403);
    expect(await ask({ Host: `localhost:${port}` })).toBe(200);
    const page = await fetch(`${live.url}/`);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await fetch(`${live.url}/..%2f..%2fpackage.json`)).status).toBe(404);
    expect((await fetch(`${live.url}/assets/none.js`)).status).toBe(404);
  });

  it('asks for its token, gives a cookie for it, and never says it', async () => {
    const token = 'correct-horse-battery-staple';
    live = await startLive([log('never.ndjson'), '--token', token]);
    const { url } = live;
    const sign = (given: string) =>
      fetch(`${url}/session`, {
        method: 'POST',
        body: JSON.stringify({ token: given }),
        headers: { 'Content-Type': 'application/json' },
      });
    expect((await fetch(`${url}/state`)).status).toBe(401);
    expect(await new Listener(url).listen()).toBe(401);
    expect((await sign('wrong-token-wrong-token')).status).toBe(401);
    expect((await fetch(`${url}/state?token=${token}`)).status).toBe(401);
    const admitted = await sign(token);
    const cookie = admitted.headers.get('set-cookie')!;
    expect(cookie).toMatch(/HttpOnly; SameSite=Strict/);
    expect(cookie).not.toContain(token);
    const headers = { Cookie: cookie.split(';')[0]! };
    expect((await fetch(`${url}/state`, { headers })).status).toBe(200);
    const bearer = { Authorization: `Bearer ${token}` };
    const listener = new Listener(url, bearer);
    expect(await listener.listen()).toBe(200);
    listener.cutOff();
    // Guessing is not answered for long, not even with the right one.
    for (let i = 0; i < 20; i++) await sign(`guess-number-${i}-of-many`);
    expect((await sign(token)).status).toBe(401);
    expect((await fetch(`${url}/state`, { headers })).status).toBe(200);
    expect(await live.interrupt()).toBe(0);
    expect(live.said()).not.toContain(token);
  });
});

describe('hall live, headless', () => {
  const place = folder();
  afterAll(() => place.remove());

  it('prints the state at the end of a log of the past, and ends', async () => {
    const file = place.write(
      'past.ndjson',
      [
        {
          id: '1',
          at: '2026-11-03T09:00:00+08:00',
          event: 'ticket-taken',
          ticket: 'A1',
          item: '社会保险',
        },
        // A machine that tells of beginnings: who is only called is not served yet.
        { id: '4', at: '2026-11-03T09:01:00+08:00', event: 'ticket-taken', ticket: 'A0' },
        { id: '5', at: '2026-11-03T09:02:00+08:00', event: 'called', ticket: 'A0', window: '2号' },
        {
          id: '6',
          at: '2026-11-03T09:02:30+08:00',
          event: 'service-started',
          ticket: 'A0',
          window: '2号',
        },
        { id: '2', at: '2026-11-03T09:04:00+08:00', event: 'ticket-taken', ticket: 'A2' },
        { id: '3', at: '2026-11-03T09:05:00+08:00', event: 'called', ticket: 'A1', window: '3号' },
      ]
        .map((one) => JSON.stringify(one))
        .join('\n'),
    );
    const { code, stdout } = await hall(['live', file, '--scenario', 'quxi', '--once', '--json']);
    expect(code).toBe(0);
    const found = JSON.parse(stdout) as Present;
    expect(found.date).toBe('2026-11-03');
    expect(found.waiting.map(({ number }) => number)).toEqual(['A2']);
    expect(found.windows.find(({ window }) => window === 'w3')).toMatchObject({
      phase: 'calling',
      ticket: 'A1',
    });
    expect(found.windows.find(({ window }) => window === 'w2')).toMatchObject({
      phase: 'serving',
      ticket: 'A0',
    });
  });

  it.each([
    [['live'], '<log>'],
    [['live', 'x.ndjson', '--demo', 'quxi'], '--demo'],
    [['live', 'x.ndjson', '--host', '0.0.0.0'], '--host'],
    [['live', 'x.ndjson', '--token', 'short'], '--token'],
    [['live', 'x.ndjson', '--port', '70000'], '--port'],
    [['live', 'x.ndjson', '--utc-offset', '8'], '--utc-offset'],
    [['live', 'x.ndjson', '--map', 'call'], '--map'],
    [['live', '--demo', 'quxi', '--start', '25:00'], '--start'],
    [['live', 'tests'], 'tests'],
    [['live', 'no-such.ndjson', '--once'], 'no-such.ndjson'],
  ])('refuses %j by the field', async (argv, field) => {
    const { code, stdout, stderr } = await hallHere(argv);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(field);
  });
});
