import { afterAll, describe, expect, it } from 'vitest';
import type { Counts } from '../../src/live/counts';
import type { Present } from '../../src/live/present';
import { folder } from './command';
import { hallHere } from './in-process';

const place = folder();
afterAll(() => place.remove());

/** The state at the end of a table. */
async function stateOf(name: string, text: string | Uint8Array, ...more: string[]) {
  const file = place.write(name, text);
  const { code, stdout, stderr } = await hallHere([
    'live',
    file,
    '--scenario',
    'quxi',
    '--once',
    '--json',
    ...more,
  ]);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return JSON.parse(stdout) as Present & { counts: Counts };
}

const counts = (state: { counts: Counts }) =>
  Object.fromEntries(Object.entries(state.counts).map(([r, { count }]) => [r, count]));

describe('a table with a row for each number', () => {
  const header = '号码,业务,取号时间,叫号时间,开始办理,办理结束,窗口';

  it('is read by its columns; rows that come again with more cells are the same ticket', async () => {
    const state = await stateOf(
      'growing.csv',
      [
        header,
        'A001,社会保险,2026-11-03 09:00:10,,,,',
        'A002,医疗保险,2026-11-03 09:01:00,,,,',
        'A001,社会保险,2026-11-03 09:00:10,2026-11-03 09:02:00,,,3号窗口',
        'A003,社会保险,2026-11-03 09:03:00,,,,',
        'A001,社会保险,2026-11-03 09:00:10,2026-11-03 09:02:00,2026-11-03 09:02:20,2026-11-03 09:08:00,3号窗口',
        'A002,医疗保险,2026-11-03 09:01:00,2026-11-03 09:08:05,2026-11-03 09:08:20,,3号窗口',
      ].join('\n'),
    );
    expect(state.waiting.map(({ number }) => number)).toEqual(['A003']);
    expect(state.served).toBe(1);
    expect(state.windows.find(({ window }) => window === 'w3')).toMatchObject({
      phase: 'serving',
      ticket: 'A002',
    });
    // Taken twice and called once more, of the same two tickets.
    expect(counts(state).doubled).toBe(4);
    expect(counts(state).impossible).toBeUndefined();
  });

  it('counts rows that contradict themselves, with the reason', async () => {
    const state = await stateOf(
      'wrong.csv',
      [
        header,
        'A001,社会保险,2026-11-03 09:00:10,2026-11-03 09:02:00,2026-11-03 09:02:20,2026-11-03 09:08:00,3',
        'A002,社会保险,2026-11-03 09:30:00,2026-11-03 09:10:00,2026-11-03 09:12:00,2026-11-03 09:15:00,3',
        'A003,社会保险,gestern,,,,',
      ].join('\n'),
    );
    expect(counts(state).malformed).toBe(2);
    for (const { problem } of state.counts.malformed!.examples)
      expect(problem?.message.zh).toMatch(/时间/);
  });

  it('takes the columns that the user names, and refuses those that are not there', async () => {
    const file = place.write(
      'own.csv',
      'x;y;z\nA1;2026-11-03 09:00;social\nA2;2026-11-03 09:05;social\n',
    );
    const ask = (...map: string[]) =>
      hallHere(['live', file, '--once', '--json', ...map.flatMap((one) => ['--map', one])]);
    const found = await ask('number=x', 'ticket=y', 'item=z');
    expect(found.stderr).toBe('');
    expect((JSON.parse(found.stdout) as Present).waiting.map(({ number }) => number)).toEqual([
      'A1',
      'A2',
    ]);
    for (const wrong of ['ticket=nowhere', 'colour=x']) {
      const { code, stderr } = await ask(wrong);
      expect(code).toBe(2);
      expect(stderr).toContain(`map.${wrong.split('=')[0]}`);
    }
  });
});

describe('a table with a row for each event', () => {
  it('is known by its header and its words, in Chinese or English', async () => {
    const chinese = await stateOf(
      'events.csv',
      [
        '日期,时间,事件,号码,窗口,事项',
        '2026-11-03,09:00:00,开窗,,3,',
        '2026-11-03,09:01:00,取号,A001,,社会保险',
        '2026-11-03,09:01:30,取号,A002,,医疗保险',
        '2026-11-03,09:02:00,叫号,A001,3,',
        '2026-11-03,09:02:20,开始办理,A001,3,',
        '2026-11-03,09:02:20,开始办理,A001,3,',
        '2026-11-03,09:03:00,聊天,A001,3,',
      ].join('\r\n'),
    );
    expect(chinese.waiting.map(({ number }) => number)).toEqual(['A002']);
    expect(chinese.windows.find(({ window }) => window === 'w3')?.phase).toBe('serving');
    expect(counts(chinese)).toEqual({ doubled: 1, malformed: 1 });
    const english = await stateOf(
      'events.tsv',
      [
        'time\tevent\tticket\twindow',
        '2026-11-03T09:00:00\tticket taken\tA000\t',
        '2026-11-03T09:00:10\tcalled\tA000\t2',
        '2026-11-03T09:00:20\tservice started\tA000\t2',
        '2026-11-03T09:01:00\tticket taken\tA001\t',
        '2026-11-03T09:02:00\tcalled\tA001\t3',
      ].join('\n'),
    );
    const phase = (id: string) => english.windows.find(({ window }) => window === id)?.phase;
    expect([phase('w2'), phase('w3')]).toEqual(['serving', 'calling']);
  });
});
