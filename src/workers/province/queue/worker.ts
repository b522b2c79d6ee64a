import { randomUUID } from 'node:crypto';
import { Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { SweepCrew } from '../hands';
import { Pieces } from '../pieces';
import { questionOf } from '../store';
import type { SweepTask } from '../task';
import {
  keys,
  type PieceJob,
  PREFIX,
  packed,
  queueName,
  type SweepNotice,
  unpacked,
} from './server';

/** Why a piece is given back: the task on the server is not the one that the sweep's name stands for. */
export const OTHER_TASK = 'the task on the server is not that of the sweep';

/** A worker that stalls in a piece so often is not the reason: the piece is set aside. */
const MOST_STALLS = 5;
/** How long a sign of life holds, ms. */
const SIGN_MS = 10_000;
/** Between two looks at what sweeps there are, ms. */
const LOOK_MS = 5000;
/** Tasks kept. */
const KEPT = 2;

/** Leaves a result only if the sweep is still open: nobody would ever collect it. */
const LEAVE = `if redis.call('hexists', KEYS[1], ARGV[1]) == 1 then
  return redis.call('hset', KEYS[2], ARGV[2], ARGV[3])
end
return -1`;

/** How a worker goes about it. */
export interface WorkerRules {
  /** A piece whose worker has not shown itself for so long is given to another, ms. */
  readonly lockMs: number;
}

/** What there is to say of a worker's work. */
export interface WorkerNews {
  onPiece(sweep: string, piece: number): void;
  /** A piece could not be done here. */
  onFailure(sweep: string, piece: number, reason: string): void;
  /** There is a sweep that this worker may not take part in. */
  onRefused(sweep: string, notice: SweepNotice): void;
}

interface Known {
  readonly task: SweepTask;
  readonly question: string;
  readonly pieces: Pieces;
}

/** A machine's hands on a queue. */
export class SweepWorker {
  private readonly id = randomUUID();
  private readonly worker: Worker<PieceJob, null>;
  private readonly free: SweepCrew[];
  private readonly known = new Map<string, Known>();
  private readonly refused = new Set<string>();
  private timers: NodeJS.Timeout[] = [];
  private busy = 0;
  private abandon: () => void = () => {};
  private readonly abandoned = new Promise<void>((resolve) => {
    this.abandon = resolve;
  });
  /** When it last had something to do. */
  workedAt = Date.now();

  constructor(
    private readonly redis: Redis,
    private readonly crews: readonly SweepCrew[],
    private readonly probe: string,
    { lockMs }: WorkerRules,
    private readonly news: WorkerNews,
  ) {
    this.free = [...crews];
    this.worker = new Worker<PieceJob, null>(queueName(probe), (job) => this.piece(job.data), {
      connection: redis,
      prefix: PREFIX,
      concurrency: crews.length,
      lockDuration: lockMs,
      stalledInterval: lockMs,
      maxStalledCount: MOST_STALLS,
      autorun: false,
    });
    // The connection itself tells of its faults; a lock that was lost is another's by now.
    this.worker.on('error', () => {});
  }

  /** Works until it is closed. */
  async run(): Promise<void> {
    await Promise.race([this.work(), this.abandoned]);
  }

  private async work(): Promise<void> {
    await this.sign();
    await this.look();
    const quietly = (job: () => Promise<void>) => () => void job().catch(() => {});
    this.timers = [
      setInterval(
        quietly(() => this.sign()),
        SIGN_MS / 3,
      ),
      setInterval(
        quietly(() => this.look()),
        LOOK_MS,
      ),
    ];
    await this.worker.run();
  }

  get isIdle(): boolean {
    return this.busy === 0;
  }

  /**
   * Ends what it is doing, and begins nothing more.
   *
   * @returns `abandoned` if the server was out of reach: what it holds of this worker falls due there
   *   by itself, but the queue's own connection goes on trying
   */
  async close(): Promise<'closed' | 'abandoned'> {
    for (const timer of this.timers) clearInterval(timer);
    if (this.redis.status !== 'ready') {
      for (const crew of this.crews) crew.close();
      this.abandon();
      return 'abandoned';
    }
    await this.worker.close();
    for (const crew of this.crews) crew.close();
    await this.redis.del(keys.worker(this.id));
    return 'closed';
  }

  private async sign(): Promise<void> {
    await this.redis.set(keys.worker(this.id), this.crews.length, 'PX', SIGN_MS);
    await this.redis.sadd(keys.workers, this.id);
  }

  /** Says once of each sweep that it is not for this worker. */
  private async look(): Promise<void> {
    const all = await this.redis.hgetall(keys.sweeps);
    for (const [sweep, text] of Object.entries(all)) {
      const notice = JSON.parse(text) as SweepNotice;
      if (notice.probe === this.probe || this.refused.has(sweep)) continue;
      this.refused.add(sweep);
      this.news.onRefused(sweep, notice);
    }
  }

  private async piece({ sweep, piece }: PieceJob): Promise<null> {
    this.busy++;
    try {
      const known = await this.taskOf(sweep);
      // Cancelled, or finished: nobody waits for it.
      if (known === null) return null;
      const { task, question, pieces } = known;
      const crew = this.free.pop();
      if (!crew) throw new Error('no hand is free');
      try {
        const done = await crew.run([{ key: question, task, piece: pieces.at(piece) }]);
        if (done === null) throw new Error('the worker was stopped');
        const parts = done[0]!;
        if ('aside' in parts) throw new Error(parts.aside);
        const result = packed({ question, probe: this.probe, piece, parts });
        await this.redis.eval(LEAVE, 2, keys.sweeps, keys.results(sweep), sweep, piece, result);
      } finally {
        this.free.push(crew);
      }
      this.news.onPiece(sweep, piece);
      return null;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.news.onFailure(sweep, piece, reason);
      throw error;
    } finally {
      this.busy--;
      this.workedAt = Date.now();
    }
  }

  /** The task of a sweep; null if it is over. Throws Error if it is not what its name stands for. */
  private async taskOf(sweep: string): Promise<Known | null> {
    const text = await this.redis.hget(keys.sweeps, sweep);
    if (text === null) return null;
    const { question } = JSON.parse(text) as SweepNotice;
    const before = this.known.get(sweep);
    if (before?.question === question) return before;
    const bytes = await this.redis.getBuffer(keys.task(sweep));
    if (bytes === null) return null;
    const task = unpacked(bytes) as SweepTask;
    if (questionOf(task) !== question || !question.startsWith(sweep)) throw new Error(OTHER_TASK);
    const known = { task, question, pieces: new Pieces(task) };
    this.known.set(sweep, known);
    if (this.known.size > KEPT) this.known.delete(this.known.keys().next().value!);
    return known;
  }
}
