/**
 * `npm run bench:log`: a log of a million rows, read and fitted, with the memory it takes; and a thousand futures
 * of a hall from 10:05 on one thread and on as many as there are cores. Prints, asserts nothing.
 * `-- --rows 100000` takes fewer rows.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { calibrate } from '../src/calibration/fit/calibrate';
import { mappingOf } from '../src/calibration/log/mapping';
import { openLog } from '../src/calibration/log/open';
import { peekLog } from '../src/calibration/log/peek';
import { readLog } from '../src/calibration/log/read';
import { loadRun } from '../src/cli/documents';
import { logFile } from '../src/cli/log-file';
import { prepare, recordDay } from '../src/sim/experiments/simulate';
import { forecastNow } from '../src/sim/forecast/now';
import { stateOfDay } from '../src/sim/hall/state-of-day';
import { createTimeline } from '../src/sim/hall/timeline';
import { Crew } from '../src/workers/crew';
import { createLocalHand, createNodeHand } from '../src/workers/node-hand';
import type { Piece, PieceAnswer } from '../src/workers/piece';
import { createSweep } from '../src/workers/sweep';
import { writeLog } from './million-rows';

const ROUNDS = 3;
const ROWS_A_DAY = 2000;
const FUTURES = 1000;
const AT_S = (10 * 60 + 5) * 60;
/** Reads and fits in a process of its own, so that its memory is nobody else's. */
const ALONE = 'alone';

interface Fitted {
  readonly rows: number;
  readonly readS: number;
  readonly fitS: number;
  readonly cpuS: number;
  readonly peakMb: number;
}

async function readAndFit(file: string): Promise<Fitted> {
  const before = process.cpuUsage();
  const start = performance.now();
  const source = await openLog(logFile(file));
  const peek = await peekLog(source, {});
  const { log } = await readLog(source, peek, mappingOf(peek, { columns: {}, outcomes: {} }));
  const read = performance.now();
  calibrate(log, { name: 'bench', seed: 1, targetWaitS: 900 });
  const end = performance.now();
  const { user, system } = process.cpuUsage(before);
  return {
    rows: log.rows,
    readS: (read - start) / 1000,
    fitS: (end - read) / 1000,
    cpuS: (user + system) / 1e6,
    peakMb: process.resourceUsage().maxRSS / 1024,
  };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

/** Seconds until the fan is there; and until what a window more or less does. */
async function futures(threads: number): Promise<void> {
  const { scenario, plan } = loadRun('quxi');
  const day = createTimeline(recordDay(prepare(scenario, plan, 1), 0));
  const state = stateOfDay(day, AT_S * 1e6);
  const crew = new Crew<Piece, PieceAnswer>(
    threads === 1 ? createLocalHand : createNodeHand,
    threads,
    (_, reason) => ({ ok: false, reason }),
  );
  const fan: number[] = [];
  const all: number[] = [];
  // The first round starts the threads and warms up.
  for (let round = 0; round <= ROUNDS; round++) {
    const start = performance.now();
    let fanS = 0;
    await forecastNow(
      {
        base: { scenario, floorplan: plan, seed: 1 },
        state,
        promise: { withinS: 900, share: 0.9, mostAbandoned: null },
        replications: FUTURES,
      },
      createSweep({ crew }),
      () => {
        fanS = (performance.now() - start) / 1000;
      },
    );
    if (round === 0) continue;
    fan.push(fanS);
    all.push((performance.now() - start) / 1000);
  }
  crew.close();
  console.log(
    `  ${String(threads).padStart(2)} ${threads === 1 ? 'thread ' : 'threads'}  fan ${median(fan).toFixed(2)} s, with the effects of windows ${median(all).toFixed(2)} s (median of ${ROUNDS})`,
  );
}

const { values, positionals } = parseArgs({
  options: { rows: { type: 'string', default: '1000000' } },
  allowPositionals: true,
});
if (positionals[0] === ALONE) console.log(JSON.stringify(await readAndFit(positionals[1]!)));
else {
  const folder = mkdtempSync(path.join(tmpdir(), 'hall-twin-bench-'));
  try {
    const file = path.join(folder, 'log.csv');
    writeLog(file, Math.max(1, Math.round(Number(values.rows) / ROWS_A_DAY)));
    const mb = statSync(file).size / 1e6;
    const self = fileURLToPath(import.meta.url);
    const argv = [...process.execArgv, self, ALONE, file];
    const rounds = Array.from(
      { length: 3 },
      () => JSON.parse(execFileSync(process.execPath, argv, { encoding: 'utf8' })) as Fitted,
    );
    const of = (figure: keyof Fitted) => median(rounds.map((one) => one[figure])).toFixed(1);
    console.log(
      `\nA log of ${rounds[0]!.rows.toLocaleString('en')} rows (${mb.toFixed(0)} MB), median of 3:\n  read ${of('readS')} s, fitted ${of('fitS')} s, ${of('cpuS')} s of processor time, ${of('peakMb')} MB at most`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
  console.log(`\n${FUTURES} futures of a hall with 14 windows from 10:05 on:`);
  for (const threads of new Set([1, availableParallelism()])) await futures(threads);
}
