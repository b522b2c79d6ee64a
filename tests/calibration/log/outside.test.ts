import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TicketOutcome } from '../../../src/calibration/log/types';
import { fileOf, headersByRole, read } from './sources';

const DATA = '../shared/reference/data';
const there = existsSync(DATA);
if (!there) process.stderr.write(`skipped: the outside data are not at ${DATA}\n`);
const load = (path: string) =>
  read(fileOf(new Uint8Array(readFileSync(`${DATA}/${path}`)), path, 1 << 16));

describe.skipIf(!there)('logs of others are read without a word from the user', () => {
  it("a bank's calls", async () => {
    const done = await load('anonymous-bank/february-01-18.tsv.gz');
    expect(headersByRole(done)).toMatchObject({
      date: 'date',
      ticket: 'q_start',
      call: 'q_exit',
      start: 'ser_start',
      end: 'ser_exit',
      wait: 'q_time',
      service: 'ser_time',
      window: 'server',
      item: 'type',
      outcome: 'outcome',
      priority: 'priority',
    });
    const { log, protocol } = done;
    if (log.kind !== 'tickets') throw new Error(log.kind);
    expect(protocol.rows).toBe(23_552);
    expect(log.days).toHaveLength(18);
    expect(log.items).toEqual(['IN', 'NE', 'NW', 'PE', 'PS', 'TT']);
    // Counted in the file itself: 19,267 served, of them some whose clocks disagree; 206 phantoms.
    expect(protocol.dropped.find((one) => one.reason === 'notAVisit')?.count).toBe(206);
    const served = [...log.outcome].filter((one) => one === TicketOutcome.Served).length;
    expect(served).toBeGreaterThan(19_100);
    expect(served).toBeLessThanOrEqual(19_267);
  });

  it("steps of permits, an airport's hours, displays of three offices", async () => {
    const permits = await load('approvals/receipt-first-70pct.csv.gz');
    expect(permits.log).toMatchObject({ kind: 'cases', rows: 1003 });
    const hours = await load('border-hourly/ORD-2016.csv.gz');
    expect(headersByRole(hours)).toEqual({
      date: 'date',
      interval: 'hour',
      queue: 'terminal',
      people: 'all_total',
      open: 'all_booths',
      waitMean: 'all_avg_wait',
      waitMax: 'all_max_wait',
    });
    expect(hours.log).toMatchObject({ kind: 'intervals', rows: 6650 });
    const office = await load('warsaw-offices/UD_Praga_Poludnie.csv.gz');
    expect(headersByRole(office)).toEqual({
      date: 'date',
      at: 'time',
      queue: 'queue',
      open: 'open_counters',
      waiting: 'waiting',
      current: 'current_ticket',
      service: 'avg_service_min',
    });
    if (office.log.kind !== 'snapshots') throw new Error(office.log.kind);
    expect(office.log.queues).toHaveLength(17);
    expect(office.protocol.kept).toBe(27_693);
  });
});
