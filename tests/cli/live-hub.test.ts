import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { Hub } from '../../src/cli/live/hub';
import { LineSplitter } from '../../src/cli/live/lines';
import { type Entry, Mirror, type MirrorSnapshot } from '../../src/live/mirror';
import { event } from '../live/histories';
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

  it('that never end are given up, and the next one is read', () => {
    const splitter = new LineSplitter();
    expect(splitter.push(Buffer.alloc(200_000, 'x'))).toEqual([]);
    expect(splitter.push(Buffer.from('\nnext\n'))).toEqual([null, 'next']);
  });
});
