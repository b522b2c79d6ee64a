import * as Comlink from 'comlink';
import wasm from 'highs/runtime?url';
import { createBrowserHand } from './browser-hand';
import { BrowserJournals, type KeptSweep } from './browser-journal';
import { Crew } from './crew';
import { headerOf, type Journal, type SweepQuestion } from './journal';
import type { Piece, PieceAnswer } from './piece';
import { loadShiftCover } from './shift-cover';
import { createSweep, type Sweep } from './sweep';
import {
  runSweep,
  type SweepAnswer,
  type SweepJob,
  type SweepProgress,
  scenariosOf,
} from './sweep-job';

/** Shortest time between two words of progress, ms: each carries the whole answer so far. */
const TELL_MS = 150;

const journals = new BrowserJournals();
const crew = new Crew<Piece, PieceAnswer>(
  createBrowserHand,
  Math.max(1, navigator.hardwareConcurrency || 1),
  (_, reason) => ({ ok: false, reason }),
);
let present: Sweep | null = null;
let finished: Promise<unknown> = Promise.resolve();

function questionOf(job: SweepJob): SweepQuestion {
  return { kind: job.kind, scenarios: scenariosOf(job), contents: job.request };
}

/** The journal of a sweep; without one where the browser keeps nothing, or where it is done in seconds. */
async function journalOf(job: SweepJob): Promise<(Journal & { resumed: number }) | null> {
  if (job.kind === 'forecast' || job.kind === 'now') return null;
  try {
    return await journals.open(questionOf(job), job);
  } catch {
    return null;
  }
}

/**
 * The thread that leads sweeps: it decides what is to be run next and hands pieces to the others,
 * so that the page's own thread has nothing to do but draw.
 */
const leader = {
  /** Runs a sweep; one under way is stopped first and answers with what it has. */
  async run(
    job: SweepJob,
    onProgress: (progress: SweepProgress<SweepAnswer>, resumed: number) => void,
  ): Promise<SweepAnswer> {
    present?.stop();
    const before = finished;
    let done: () => void = () => {};
    finished = new Promise<void>((resolve) => {
      done = resolve;
    });
    await before;
    const journal = await journalOf(job);
    const sweep = createSweep({ crew, journal });
    present = sweep;
    let toldAt = 0;
    try {
      const answer = await runSweep(
        job,
        sweep,
        () => loadShiftCover(wasm),
        (progress) => {
          const now = performance.now();
          if (now - toldAt < TELL_MS) return;
          toldAt = now;
          onProgress({ ...progress, answer: progress.answer() }, journal?.resumed ?? 0);
        },
      );
      if (journal && !sweep.stopped)
        await journals.forget(headerOf(questionOf(job))).catch(() => {});
      return answer;
    } finally {
      if (present === sweep) present = null;
      done();
    }
  },

  /** Stops the sweep under way, which answers with what it has. */
  stop(): void {
    present?.stop();
  },

  /** The latest sweep of a kind that was not finished. */
  async unfinished(kind: SweepJob['kind']): Promise<KeptSweep | null> {
    try {
      return await journals.unfinished(kind);
    } catch {
      return null;
    }
  },

  async forget(header: string): Promise<void> {
    await journals.forget(header).catch(() => {});
  },
};
export type SweepLeader = typeof leader;

Comlink.expose(leader);
