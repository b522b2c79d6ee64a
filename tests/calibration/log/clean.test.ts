import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eachDropped } from '../../../src/calibration/log/dropped-rows';
import { openLog } from '../../../src/calibration/log/open';
import type { Reason } from '../../../src/calibration/log/reasons';
import { TicketOutcome } from '../../../src/calibration/log/types';
import { fileOf, type Read, read } from './sources';

const HEADER = '日期,号码,取号时间,叫号时间,开始时间,结束时间,窗口,结果';
const clock = (s: number) => new Date(s * 1000).toISOString().slice(11, 19);

/** A clean day: a ticket every two minutes from nine. */
function day(date: string, n = 60, from = 9 * 3600): string[] {
  return Array.from({ length: n }, (_, i) => {
    const at = from + i * 120 + 7;
    return `${date},A${String(i + 1).padStart(3, '0')},${clock(at)},${clock(at + 100)},${clock(at + 120)},${clock(at + 500)},${1 + (i % 4)},已办`;
  });
}

const dropped = ({ protocol }: Read) =>
  Object.fromEntries(protocol.dropped.map(({ reason, count }) => [reason, count])) as Partial<
    Record<Reason, number>
  >;
const notes = ({ protocol }: Read) => protocol.notes.map((note) => note.code);
const log = (rows: readonly string[]) => [HEADER, ...rows].join('\n');

describe('every row left out has its reason', () => {
  it('each kind of fault is counted under its own', async () => {
    const rows = day('2026-03-02');
    const faults = [
      rows[10]!,
      '2026-03-02,A900,10:00:00,09:50:00,10:10:00,10:20:00,1,已办',
      '2026-03-02,A901,10:00:00,10:01:00,10:02:00,22:20:00,1,已办',
      '2026-03-02,A902,十点,10:01:00,10:02:00,10:20:00,1,已办',
      '2026-03-02,A903,,,,,1,已办',
      '2026-03-02,A904,13:00:00,13:01:00',
      HEADER,
      '2026-03-02,A905,13:00:01,13:01:00,13:02:00,13:03:00,1,测试',
      '2001-01-01,A906,13:00:01,13:01:00,13:02:00,13:03:00,1,已办',
      '2026-03-02,A011,09:20:07,09:40:47,09:41:07,09:50:00,2,已办',
      '2026-03-02,A030,15:00:00,15:00:10,15:00:20,15:00:40,2,已办',
    ];
    const done = await read(log([...rows, ...faults]));
    expect(dropped(done)).toEqual({
      duplicate: 1,
      order: 1,
      absurd: 1,
      unreadable: 1,
      noTime: 1,
      columns: 1,
      header: 1,
      notAVisit: 1,
      clock: 1,
      again: 1,
      outOfOrder: 1,
    });
    expect(done.log.rows).toBe(60);
    expect(done.protocol.kept + done.protocol.lines.length).toBe(done.protocol.rows);
    expect(done.protocol.dropped.find((one) => one.reason === 'unreadable')?.examples).toEqual([
      { line: 65, text: '2026-03-02 | A902 | 十点 | 10:01:00 | 10:02:00 | 10:20:00 | 1 | 已办' },
    ]);
  });

  it('kept and dropped rows add up, whatever happens to a log', async () => {
    const rows = [...day('2026-03-02'), ...day('2026-03-03')];
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            at: fc.nat(rows.length - 1),
            cell: fc.nat(7),
            text: fc.constantFrom(
              '',
              '-',
              'x',
              '2026-01-01',
              '25:61',
              '0',
              '09:00:00',
              '"',
              '过号',
              '1899-12-30',
            ),
          }),
          { maxLength: 12 },
        ),
        async (changes) => {
          const changed = rows.map((row) => row.split(','));
          for (const { at, cell, text } of changes) changed[at]![cell] = text;
          const text = [
            HEADER,
            ...changed.map((row) => row.map((c) => (c === '"' ? '""""' : c)).join(',')),
          ].join('\n');
          const source = await openLog(fileOf(text));
          const done = await read(fileOf(text));
          expect(done.protocol.rows).toBe(120);
          expect(done.log.rows + done.protocol.lines.length).toBe(120);
          const seen: number[] = [];
          await eachDropped(source, done.peek, done.protocol, (line, _, cells) => {
            seen.push(line);
            expect(cells).toHaveLength(8);
          });
          expect(seen).toEqual([...done.protocol.lines]);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('a day recorded in part goes, if there are enough of its weekday to tell', async () => {
    const mondays = ['2026-03-02', '2026-03-09', '2026-03-16', '2026-03-23'].flatMap((date) =>
      day(date),
    );
    const done = await read(log([...mondays, ...day('2026-03-30', 15)]));
    expect(dropped(done)).toEqual({ halfDay: 15 });
    const few = await read(log([...mondays, ...day('2026-03-31', 15)]));
    expect(dropped(few)).toEqual({});
    expect(notes(few).some((code) => code.startsWith('short.'))).toBe(true);
  });

  it('rows that look alike are kept where nothing can tell people apart', async () => {
    const rows = Array.from(
      { length: 30 },
      (_, i) => `2026-03-02,${clock(9 * 3600 + Math.floor(i / 2) * 60).slice(0, 5)},社保`,
    );
    const done = await read(['日期,取号时间,事项', ...rows].join('\n'));
    expect(done.log.rows).toBe(30);
    expect(notes(done)).toContain('sameWithoutNumber');
  });
});

describe('what is interpreted is told', () => {
  it('times past midnight are of the next day', async () => {
    const done = await read(
      log([...day('2026-03-02'), '2026-03-02,A500,23:50:03,23:59:00,00:03:00,00:10:00,1,已办']),
    );
    if (done.log.kind !== 'tickets') throw new Error(done.log.kind);
    expect(done.log.startS.at(-1)).toBe(86_400 + 180);
    expect(notes(done)).toContain('midnight');
  });

  it('0:00:00 where others have times means that there was none', async () => {
    const rows = day('2026-03-02').map((row, i) => {
      if (i % 5 !== 0) return row;
      const cells = row.split(',');
      return [...cells.slice(0, 4), '0:00:00', '0:00:00', '', '弃号'].join(',');
    });
    const done = await read(log(rows));
    if (done.log.kind !== 'tickets') throw new Error(done.log.kind);
    const left = [...done.log.outcome]
      .map((one, i) => (one === TicketOutcome.Abandoned ? i : -1))
      .filter((i) => i >= 0);
    expect(left).toHaveLength(12);
    // Who left was never called: the end of queueing is when they left.
    for (const i of left) {
      expect(done.log.callS[i]).toBeNaN();
      expect(done.log.endS[i]! - done.log.ticketS[i]!).toBe(100);
    }
    expect(notes(done)).toEqual(expect.arrayContaining(['zero.start', 'leftAtCall']));
  });

  it('a log without dates is read day by day and says that weekdays mean nothing', async () => {
    const rows = [...day('', 60), ...day('', 60)].map((row) => row.slice(1));
    const text = [HEADER.slice(3), ...rows].join('\n');
    const done = await read(text);
    expect(done.log.days).toEqual(['2001-01-01', '2001-01-02']);
    expect(notes(done)).toContain('noDate');
    const said = await read(text, { wanted: { firstDay: '2026-03-02' } });
    expect(said.log.days).toEqual(['2026-03-02', '2026-03-03']);
  });

  it('outcome words that nobody has explained are counted, and can be explained', async () => {
    const rows = day('2026-03-02').map((row, i) =>
      i % 6 === 0 ? row.replace('已办', '转办') : row,
    );
    const done = await read(log(rows));
    expect(done.protocol.unknownOutcomes).toEqual([{ word: '转办', count: 10 }]);
    const said = await read(log(rows), { wishes: { outcomes: { 转办: 'ignore' } } });
    expect(dropped(said)).toEqual({ notAVisit: 10 });
  });

  it('days and items are left out only as asked, and counted', async () => {
    const done = await read(log([...day('2026-03-02'), ...day('2026-03-03')]), {
      wanted: { from: '2026-03-03' },
    });
    expect(dropped(done)).toEqual({ asked: 60 });
    expect(done.log.days).toEqual(['2026-03-03']);
  });
});
