import { availableParallelism } from 'node:os';
import type { Variant } from '../sim/experiments/evaluator';
import { ENGINES } from '../sim/kernel/calendar';
import { Crew } from '../workers/crew';
import type { SweepQuestion } from '../workers/journal';
import { createLocalHand, createNodeHand } from '../workers/node-hand';
import { beginJournal, type JournalFile, resumeJournal } from '../workers/node-journal';
import { createSweep, type Sweep } from '../workers/sweep';
import { oneOf, plainNumber, wholeNumber } from './options';
import type { Output } from './output';
import { REFUSALS, refusal } from './refusals';

/** Flags of every command that sweeps over many runs. */
export interface SweepFlags {
  readonly seed: string;
  readonly engine: string;
  readonly workers?: string;
  readonly journal?: string;
  readonly resume?: string;
  readonly budget?: string;
}

const MOST_WORKERS = 256;
/** A week. */
const LONGEST_BUDGET_S = 604_800;

export function seedOf({ seed }: Pick<SweepFlags, 'seed'>): number {
  return wholeNumber('--seed', seed, 0, Number.MAX_SAFE_INTEGER);
}

/** What is said of a sweep on the way. */
export interface SweepWatch {
  /** Tells how far it is. */
  tell(done: number, of: number, words?: string): void;
}

/**
 * Runs a sweep with as many threads as there are cores, its journal and its budget. An
 * interruption ends it with what has been done until then.
 *
 * @param contents everything beside the flags that the answer depends on
 * @throws InputError on a bad flag, or a journal that is not this sweep's
 */
export async function withSweep<T>(
  output: Output,
  flags: SweepFlags,
  kind: string,
  variants: readonly Variant[],
  contents: unknown,
  job: (sweep: Sweep, watch: SweepWatch) => Promise<T>,
): Promise<T> {
  const size =
    flags.workers === undefined
      ? availableParallelism()
      : wholeNumber('--workers', flags.workers, 1, MOST_WORKERS);
  const engine = oneOf('--engine', flags.engine, ENGINES);
  const budgetS =
    flags.budget === undefined
      ? null
      : plainNumber('--budget', flags.budget, 0.1, LONGEST_BUDGET_S);
  const journal = openJournal(flags, {
    kind,
    scenarios: [...new Set(variants.map(({ scenario }) => scenario.id))],
    contents: { engine, variants, contents },
  });
  if (journal && journal.resumed > 0) output.say(RESUMED[output.language](journal.resumed));
  const crew = new Crew(size === 1 ? createLocalHand : createNodeHand, size, (_, reason) => ({
    ok: false as const,
    reason,
  }));
  const sweep = createSweep({ crew, journal, engine });
  const interrupt = () => {
    output.say(STOPPING[output.language](flags.journal ?? flags.resume));
    sweep.stop();
  };
  const timer = budgetS === null ? null : setTimeout(() => sweep.stop(), budgetS * 1000);
  process.once('SIGINT', interrupt);
  try {
    return await job(sweep, watchOf(output));
  } finally {
    process.off('SIGINT', interrupt);
    if (timer) clearTimeout(timer);
    crew.close();
    journal?.close();
  }
}

const RESUMED = {
  zh: (n: number) => `从日志继续：已有 ${n} 次重复`,
  en: (n: number) => `Resuming: ${n} replications are in the journal`,
};

const STOPPING = {
  zh: (file?: string) => (file ? `已停止；用 --resume ${file} 可以继续` : '已停止'),
  en: (file?: string) => (file ? `Stopped; go on with --resume ${file}` : 'Stopped'),
};

function openJournal(flags: SweepFlags, question: SweepQuestion): JournalFile | null {
  const { journal, resume } = flags;
  if (journal !== undefined && resume !== undefined)
    throw refusal('hall', '--journal', REFUSALS.journalTwice());
  try {
    if (resume !== undefined) return resumeJournal(resume, question);
    return journal === undefined ? null : beginJournal(journal, question);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    if (code === 'EEXIST') throw refusal(journal!, '--journal', REFUSALS.journalExists(journal!));
    const [flag, file] = resume === undefined ? ['--journal', journal!] : ['--resume', resume];
    const why = resume === undefined ? REFUSALS.unwritable(code) : REFUSALS.unreadable(code);
    throw refusal(file, flag, why);
  }
}

/** Shortest time between two lines of progress, ms. */
const PROGRESS_MS = 100;

function watchOf(output: Output): SweepWatch {
  const beganAt = Date.now();
  let saidAt = 0;
  return {
    tell(done, of, words = '') {
      const now = Date.now();
      if (now - saidAt < PROGRESS_MS) return;
      saidAt = now;
      const leftS = done > 0 ? ((now - beganAt) / 1000 / done) * (of - done) : null;
      const left = leftS === null ? '' : LEFT[output.language](Math.ceil(leftS));
      output.progress([`${done}/${of}`, left, words].filter(Boolean).join('  '));
    },
  };
}

const LEFT = {
  zh: (s: number) => `约剩 ${s} 秒`,
  en: (s: number) => `about ${s} s left`,
};
