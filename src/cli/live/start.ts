import { stat } from 'node:fs/promises';
import path from 'node:path';
import { ticketEventsOfDay } from '../../live/demo';
import { createDirectory, NO_DIRECTORY } from '../../live/directory';
import { INTAKE_RULES, Intake } from '../../live/intake';
import type { HallAnswer, SourceState } from '../../live/stream';
import { hallDate } from '../../scenarios/ticket-event';
import { dayNumberOf, isOpenOn, nextOpenDate } from '../../scenarios/work-calendar';
import { prepare, recordDay } from '../../sim/experiments/simulate';
import { loadRun } from '../documents';
import { plainNumber, wholeNumber } from '../options';
import { REFUSALS, refusal } from '../refusals';
import { followingClock, ReplayClock, wallClock } from './clock';
import { Feed, type LogReader, NDJSON, type Row } from './feed';
import { type HallClock, Hub } from './hub';
import type { Line } from './lines';
import { columnsOf, isEventLog, type LiveFlags, offsetOf, paceOf, timeOfDay } from './options';
import { type Cue, cuesOf, lastDay, Player } from './replay';
import { TableReader } from './table-reader';
import { Tail } from './tail';

/** A demonstration begins so long before the first number is taken, ms. */
const LEAD_MS = 60_000;
const DEMO_SPEED = '60';
const TABLE_LATENESS_MS = 4 * 3600_000;

/** Everything that one `hall live` runs. */
export interface Running {
  readonly hub: Hub;
  readonly feed: Feed;
  readonly clock: HallClock;
  readonly hall: HallAnswer;
  /** Brings in what is there already. */
  readonly first: () => Promise<void>;
  /** Follows from then on. */
  readonly follow: () => void;
  readonly close: () => Promise<void>;
}

/** What a command line asks to be mirrored. Throws InputError. */
export async function start(file: string | undefined, flags: LiveFlags): Promise<Running> {
  if (file !== undefined && flags.demo !== undefined)
    throw refusal('hall', '--demo', REFUSALS.logAndDemo());
  if (flags.demo !== undefined) return startDemo(flags.demo, flags);
  if (file === undefined) throw refusal('hall', '<log>', REFUSALS.noLog());
  const found = await stat(file).catch(() => null);
  if (found?.isDirectory()) throw refusal(file, '', REFUSALS.isFolder());
  return flags.replay === undefined ? startFile(file, flags) : startReplay(file, flags);
}

function hallOf(flags: LiveFlags): HallAnswer {
  if (flags.scenario === undefined) return { scenario: null, floorplan: null };
  const { scenario, plan } = loadRun(flags.scenario, flags.floorplan);
  return { scenario, floorplan: plan };
}

const directoryOf = ({ scenario }: HallAnswer) =>
  scenario ? createDirectory(scenario) : NO_DIRECTORY;

const latenessOf = (flags: LiveFlags, usual: number) =>
  flags.lateness === undefined
    ? usual
    : plainNumber('--lateness', flags.lateness, 0, 86_400) * 1000;

/** How a log is read, and how late what it tells may be where nobody says. */
function readerOf(file: string, flags: LiveFlags): { reader: LogReader; latenessMs: number } {
  const columns = columnsOf(flags.map);
  if (isEventLog(file) && flags.map.length === 0)
    return { reader: NDJSON, latenessMs: INTAKE_RULES.latenessMs };
  // A row for a number may come when the visit is over: its beginning is long past then.
  return { reader: new TableReader(path.basename(file), columns), latenessMs: TABLE_LATENESS_MS };
}

function startFile(file: string, flags: LiveFlags): Running {
  const hall = hallOf(flags);
  const offsetMin = offsetOf(flags.utcOffset);
  const { reader, latenessMs: usual } = readerOf(file, flags);
  const latenessMs = latenessOf(flags, usual);
  const fromStart = flags.fromStart === true || flags.once === true;
  let state: SourceState['state'] = 'following';
  let restarts = 0;
  const wall = wallClock(offsetMin);
  const clock = followingClock(wall, () => hub.mirror.reflection().latestMs);
  const hub = new Hub(latenessMs, clock, (): SourceState => {
    const past = state === 'following' && clock.speed === 0;
    return {
      kind: 'file',
      name: path.basename(file),
      state: past ? 'past' : state,
      restarts,
      finishedOnly: reader.finishedOnly,
    };
  });
  const intake = new Intake({ ...INTAKE_RULES, latenessMs, offsetMin }, directoryOf(hall));
  const feed = new Feed(hub, intake, wall, fromStart);
  const tail = new Tail(file, true, {
    lines: async (lines) => {
      for (const row of await reader.read(lines)) feed.take(row);
    },
    restarted: () => {
      restarts++;
    },
    state: (next) => {
      state = next;
    },
  });
  return {
    hub,
    feed,
    clock,
    hall,
    first: async () => {
      await tail.readToEnd();
      if (flags.once) await tail.flush();
    },
    follow: () => tail.follow(),
    close: () => tail.close(),
  };
}

/** All rows of a log that is there. */
async function rowsOf(file: string, reader: LogReader): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let readable = true;
  const take = async (lines: readonly Line[]) => {
    for (const row of await reader.read(lines)) rows.push(row);
  };
  const tail = new Tail(file, true, {
    lines: take,
    restarted: () => {},
    state: (state) => {
      readable = state === 'following';
    },
  });
  await tail.readToEnd();
  await tail.flush();
  await tail.close();
  if (!readable) throw refusal(file, '', REFUSALS.unreadable('ENOENT'));
  return rows;
}

async function startReplay(file: string, flags: LiveFlags): Promise<Running> {
  const offsetMin = offsetOf(flags.utcOffset);
  const { reader, latenessMs } = readerOf(file, flags);
  const all = cuesOf(await rowsOf(file, reader), offsetMin);
  const cues = flags.fromStart ? all : lastDay(all);
  if (cues.length === 0) throw refusal(file, '', REFUSALS.noEvents());
  return play(cues, paceOf('--replay', flags.replay!), flags, hallOf(flags), latenessMs, {
    kind: 'replay',
    name: path.basename(file),
    finishedOnly: reader.finishedOnly,
  });
}

function startDemo(id: string, flags: LiveFlags): Running {
  const seed = wholeNumber('--seed', flags.seed, 0, Number.MAX_SAFE_INTEGER);
  const { scenario, plan } = loadRun(id, flags.floorplan);
  const offsetMin = offsetOf(flags.utcOffset);
  const today = hallDate(wallClock(offsetMin).nowMs());
  // On a day off nobody would believe a full hall, and nothing could be forecast.
  const date = isOpenOn(scenario, today) ? today : (nextOpenDate(scenario, today) ?? today);
  const record = recordDay(prepare(scenario, plan, seed), 0);
  const cues = ticketEventsOfDay(record, dayNumberOf(date)).map(
    (event): Cue => ({
      atMs: event.atMs,
      row: { kind: 'events', events: [event] },
    }),
  );
  if (cues.length === 0) throw refusal(id, '', REFUSALS.noEvents());
  const pace = paceOf('--speed', flags.speed ?? DEMO_SPEED);
  return play(cues, pace, flags, { scenario, floorplan: plan }, INTAKE_RULES.latenessMs, {
    kind: 'demo',
    name: id,
    finishedOnly: false,
  });
}

function play(
  cues: readonly Cue[],
  pace: number,
  flags: LiveFlags,
  hall: HallAnswer,
  usualLatenessMs: number,
  source: Pick<SourceState, 'kind' | 'name' | 'finishedOnly'>,
): Running {
  const offsetMin = offsetOf(flags.utcOffset);
  const firstMs = cues[0]!.atMs;
  const midnight = Date.parse(`${hallDate(firstMs)}T00:00:00Z`);
  const startMs =
    flags.start === undefined
      ? firstMs - LEAD_MS
      : midnight + timeOfDay('--start', flags.start) * 1000;
  const clock = new ReplayClock(startMs, pace);
  let state: SourceState['state'] = 'following';
  const latenessMs = latenessOf(flags, usualLatenessMs);
  const hub = new Hub(latenessMs, clock, () => ({ ...source, state, restarts: 0 }));
  const intake = new Intake({ ...INTAKE_RULES, latenessMs, offsetMin }, directoryOf(hall));
  const feed = new Feed(hub, intake, clock, true);
  const player = new Player(
    cues,
    clock,
    (row) => feed.take(row),
    () => {
      state = 'ended';
      hub.beat();
    },
  );
  return {
    hub,
    feed,
    clock,
    hall,
    first: async () => {
      clock.set(startMs);
      player.start();
    },
    follow: () => {},
    close: async () => player.close(),
  };
}
