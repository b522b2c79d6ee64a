import { describe, expect, it } from 'vitest';
import { TicketOutcome } from '../../../src/calibration/log/types';
import { headersByRole, read } from './sources';

const clock = (s: number) => new Date(Math.round(s) * 1000).toISOString().slice(11, 19);

/** A morning of tickets, one row each, written by a pattern. */
function morning(
  header: string,
  row: (i: number, at: (s: number) => string) => string,
  n = 40,
): string {
  const lines = [header];
  for (let i = 0; i < n; i++) lines.push(row(i, (s) => clock(9 * 3600 + i * 150 + s)));
  return lines.join('\n');
}

describe('columns are found by header and values', () => {
  it('a Chinese ticket machine', async () => {
    const log = await read(
      morning(
        '日期,排队号,业务类型,取号时间,叫号时间,开始办理时间,办理结束时间,窗口号,工作人员,状态',
        (i, at) =>
          `2026年3月${2 + (i % 2)}日,A${String(i).padStart(3, '0')},社保,${at(0)},${at(200 + i)},${at(230 + i)},${at(600 + i)},${1 + (i % 8)}号窗口,张某,${i % 10 === 9 ? '过号' : '办结'}`,
      ),
    );
    expect(headersByRole(log)).toEqual({
      date: '日期',
      ticket: '取号时间',
      number: '排队号',
      call: '叫号时间',
      start: '开始办理时间',
      end: '办理结束时间',
      window: '窗口号',
      item: '业务类型',
      outcome: '状态',
    });
    expect(log.log).toMatchObject({
      kind: 'tickets',
      rows: 40,
      days: ['2026-03-02', '2026-03-03'],
    });
    if (log.log.kind !== 'tickets') return;
    expect([...log.log.outcome].filter((one) => one === TicketOutcome.NoShow)).toHaveLength(4);
    expect(log.log.windows[0]).toBe('1号窗口');
  });

  it('English words with a blank, camel case, and full times', async () => {
    const full = (at: string) => `2026-03-02 ${at}`;
    const log = await read(
      morning(
        'TicketNo;Service Type;ArrivalTime;CalledAt;ServiceStart;ServiceEnd;Counter;Status',
        (i, at) =>
          `B${100 + i};Tax;${full(at(0))};${full(at(90))};${full(at(100))};${full(at(400))};C${i % 4};${i % 7 === 6 ? 'No show' : 'Completed'}`,
      ),
    );
    expect(headersByRole(log)).toEqual({
      number: 'TicketNo',
      item: 'Service Type',
      ticket: 'ArrivalTime',
      call: 'CalledAt',
      start: 'ServiceStart',
      end: 'ServiceEnd',
      window: 'Counter',
      outcome: 'Status',
    });
    expect(log.protocol.dropped).toEqual([]);
  });

  it('durations in place of times, with units from what agrees', async () => {
    const log = await read(
      morning(
        '日期\t取号时间\t等候时长(分钟)\t办理时长\t窗口',
        (i, at) => `20260302\t${at(0)}\t${5 + (i % 3)}\t${200 + i}\t${1 + (i % 3)}`,
      ),
    );
    expect(headersByRole(log)).toMatchObject({ wait: '等候时长(分钟)', service: '办理时长' });
    expect(log.mapping.units).toEqual({ wait: 'min', service: 's' });
    if (log.log.kind !== 'tickets') throw new Error(log.log.kind);
    expect(log.log.callS[0]! - log.log.ticketS[0]!).toBe(300);
    expect(log.log.endS[0]! - log.log.startS[0]!).toBe(200);
    expect(log.protocol.notes.map((note) => note.code)).toEqual(
      expect.arrayContaining(['callFromWait', 'endFromService']),
    );
  });

  it('headers in a language that is not known: times in their order, and it says so', async () => {
    const log = await read(
      morning(
        'Numer,Pobrano,Wezwano,Zakonczono,Stanowisko',
        (i, at) =>
          `A${i},2026-03-02 ${at(0)},2026-03-02 ${at(60)},2026-03-02 ${at(300)},${1 + (i % 3)}`,
      ),
    );
    expect(headersByRole(log)).toMatchObject({
      ticket: 'Pobrano',
      call: 'Wezwano',
      end: 'Zakonczono',
      window: 'Stanowisko',
    });
    for (const one of log.peek.guess.columns)
      if (one.role === 'ticket') expect(one.confidence).toBeLessThan(0.5);
  });

  it('no header at all: columns by number, said so', async () => {
    const text = morning(
      'x',
      (i, at) =>
        `A${i},2026-03-02 ${at(0)},2026-03-02 ${at(60)},2026-03-02 ${at(300)},${1 + (i % 3)}`,
    );
    const log = await read(text.slice(text.indexOf('\n') + 1));
    expect(log.peek.headerLine).toBe(0);
    expect(headersByRole(log)).toMatchObject({
      number: '#1',
      ticket: '#2',
      call: '#3',
      end: '#4',
      window: '#5',
    });
    expect(log.protocol.rows).toBe(40);
    expect(log.protocol.notes.map((note) => note.code)).toContain('noHeader');
  });

  it('a title above the header is passed over', async () => {
    const log = await read(
      `某某大厅取号记录,,,\n导出时间：2026年3月5日,,,\n${morning('号码,取号时间,叫号时间,窗口', (i, at) => `A${i},2026-03-02 ${at(0)},2026-03-02 ${at(60)},${1 + (i % 3)}`)}`,
    );
    expect(log.peek.headerLine).toBe(3);
    expect(log.protocol.rows).toBe(40);
  });

  it('snapshots, intervals and cases are told from tickets', async () => {
    const snapshots = await read(
      morning(
        '采集时间,队列,开放窗口,等候人数,当前号码',
        (i, at) =>
          `2026-03-02 ${at(0)},综合,${2 + (i % 2)},${i},A${String(i + 1).padStart(3, '0')}`,
      ),
    );
    expect(snapshots.log.kind).toBe('snapshots');
    const intervals = await read(
      morning(
        '日期,时段,取号人数,窗口数,平均等候(分钟),最长等候(分钟)',
        (i) =>
          `2026-03-${String(1 + Math.floor(i / 8)).padStart(2, '0')},${9 + (i % 8)}:00-${10 + (i % 8)}:00,${30 + i},5,7,21`,
      ),
    );
    expect(intervals.log).toMatchObject({
      kind: 'intervals',
      rows: 40,
      days: expect.arrayContaining(['2026-03-05']),
    });
    if (intervals.log.kind !== 'intervals') return;
    expect(intervals.log.waitMeanS[0]).toBe(420);
    expect(intervals.log.waitMaxS[0]).toBe(1260);
    const cases = await read(
      morning(
        '办件编号,环节,操作时间',
        (i, at) =>
          `SL${Math.floor(i / 4)},${['受理', '审查', '决定', '送达'][i % 4]},2026-03-0${2 + (i % 4)} ${at(0)}`,
      ),
    );
    expect(cases.log).toMatchObject({ kind: 'cases', rows: 10 });
    if (cases.log.kind !== 'cases') return;
    expect([...cases.log.steps]).toEqual(new Array(10).fill(4));
    expect(cases.log.lastDay[0]! - cases.log.firstDay[0]!).toBe(3);
  });

  it('what the user says wins, and takes the column from what was guessed', async () => {
    const text = morning(
      't1,t2,t3',
      (_, at) => `2026-03-02 ${at(0)},2026-03-02 ${at(60)},2026-03-02 ${at(300)}`,
    );
    const log = await read(text, { wishes: { columns: { end: 't2', ticket: '1', call: '' } } });
    expect(headersByRole(log)).toEqual({ ticket: 't1', end: 't2' });
  });
});
