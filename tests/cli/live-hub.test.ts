import { EventEmitter } from 'node:events';
import { appendFileSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { Hub } from '../../src/cli/live/hub';
import { LineSplitter } from '../../src/cli/live/lines';
import { TableReader } from '../../src/cli/live/table-reader';
import { Tail } from '../../src/cli/live/tail';
import { type Entry, Mirror, type MirrorSnapshot } from '../../src/live/mirror';
import { event } from '../live/histories';
import { folder } from './command';
import { until } from './live-process';

/** A connection that takes what it is given, or nothing for a while. */
class FakeResponse extends EventEmitter {
  readonly texts: string[] = [];
  full = false;
  write(text: string): boolean {
    this.texts.push(text);
    return !this.full;
  }
  end(): void {}
  destroy(): void {}
  of(kind: string): string[] {
    return this.texts.filter((text) => text.includes(`event: ${kind}\n`));
  }
}

const clock = { nowMs: () => 0, speed: 1 };
const source = () =>
  ({ kind: 'file', name: 'x', state: 'following', restarts: 0, finishedOnly: false }) as const;

describe('who listens to a hall', () => {
  let hub: Hub;
  afterEach(() => hub.close());
  const taken = (i: number): Entry => ({
    kind: 'event',
    event: event(`${i}`, 'ticket-taken', i, { ticket: `A${i}` }),
    notes: [],
  });
  const listen = (response: FakeResponse) =>
    hub.listen(response as unknown as ServerResponse, null);

  it('and reads too slowly gets the state once it reads again, and holds up nobody', async () => {
    hub = new Hub(120_000, clock, source);
    const [slow, quick] = [new FakeResponse(), new FakeResponse()];
    listen(slow);
    listen(quick);
    slow.full = true;
    hub.publish(taken(0));
    await until(() => quick.of('entries').length === 1);
    const heard = slow.texts.length;
    // More than is kept for who comes back.
    for (let i = 1; i <= 12_000; i++) hub.publish(taken(i));
    await until(() => quick.texts.at(-1)!.includes(`-12001\n`));
    expect(slow.texts.length).toBe(heard);
    slow.full = false;
    slow.emit('drain');
    const snapshot = slow.of('snapshot').at(-1)!;
    const { mirror } = JSON.parse(/data: (.*)/.exec(snapshot)![1]!) as { mirror: MirrorSnapshot };
    expect(new Mirror(mirror).reflection().day).toEqual(hub.mirror.reflection().day);
  });

  it('is turned away when there are too many', () => {
    hub = new Hub(120_000, clock, source);
    const admitted = Array.from({ length: 101 }, () => listen(new FakeResponse()));
    expect(admitted.filter(Boolean)).toHaveLength(100);
  });
});

describe('a file that is followed', () => {
  const place = folder();
  afterAll(() => place.remove());

  it('may be UTF-16, grow in the middle of a character, and be begun anew as UTF-8', async () => {
    const wide = (text: string) => Buffer.from(text, 'utf16le');
    const rest = wide('A002,社会保险,2026-11-03 09:05:00\r\n');
    const file = place.write(
      'growing.csv',
      Buffer.concat([
        wide('\uFEFF号码,业务,取号时间\r\nA001,上户口,2026-11-03 09:00:10\r\n'),
        rest.subarray(0, 11),
      ]),
    );
    const reader = new TableReader('growing.csv', {});
    const found: string[] = [];
    let restarts = 0;
    const tail = new Tail(file, true, {
      lines: async (lines) => {
        for (const row of await reader.read(lines))
          found.push(
            row.kind === 'events'
              ? row.events.map((e) => `${e.ticket} ${e.item}`).join()
              : row.kind,
          );
      },
      restarted: () => {
        restarts++;
      },
      state: () => {},
    });
    await tail.readToEnd();
    expect(found).toEqual(['A001 上户口']);
    appendFileSync(file, rest.subarray(11));
    await tail.readToEnd();
    expect(found).toEqual(['A001 上户口', 'A002 社会保险']);
    writeFileSync(file, '号码,业务,取号时间\nA003,医疗保险,2026-11-03 09:06:00\n');
    await tail.readToEnd();
    await tail.close();
    expect(restarts).toBe(1);
    expect(found).toEqual(['A001 上户口', 'A002 社会保险', 'A003 医疗保险']);
  });
});

describe('lines of bytes', () => {
  it('are the same however the bytes are cut, in UTF-8 and in GB18030', () => {
    const gb18030 = Buffer.from([0xc9, 0xe7, 0xb1, 0xa3, 0x0a]);
    const bytes = Buffer.concat([
      Buffer.from('\uFEFF一,二\r\n\n三,四\n'),
      gb18030,
      Buffer.from('五'),
    ]);
    for (let size = 1; size <= bytes.length; size++) {
      const splitter = new LineSplitter();
      const lines = [];
      for (let at = 0; at < bytes.length; at += size)
        lines.push(...splitter.push(bytes.subarray(at, at + size)));
      expect(lines).toEqual(['一,二', '三,四', '社保']);
      expect(splitter.flush()).toEqual(['五']);
    }
  });

  it.each([
    ['UTF-16LE', 'utf16le', (bytes: Buffer) => bytes],
    ['UTF-16BE', 'utf16le', (bytes: Buffer) => bytes.swap16()],
  ] as const)('are told from %s, where a byte of a character may be a line feed', (_, as, turn) => {
    // 上 is U+4E0A and ਊ U+0A0A: their bytes hold line feeds that are none.
    const bytes = turn(Buffer.from('\uFEFF上,ਊ\r\n\n三,四\n五', as));
    for (let size = 1; size <= bytes.length; size++) {
      const splitter = new LineSplitter();
      const lines = [];
      for (let at = 0; at < bytes.length; at += size)
        lines.push(...splitter.push(Buffer.from(bytes.subarray(at, at + size))));
      expect(lines).toEqual(['上,ਊ', '三,四']);
      expect(splitter.flush()).toEqual(['五']);
    }
    const short = new LineSplitter();
    expect(short.push(Buffer.from('x'))).toEqual([]);
    expect(short.flush()).toEqual(['x']);
  });

  it('that never end are given up, and the next one is read', () => {
    const splitter = new LineSplitter();
    expect(splitter.push(Buffer.alloc(200_000, 'x'))).toEqual([]);
    expect(splitter.push(Buffer.from('\nnext\n'))).toEqual([null, 'next']);
  });
});
