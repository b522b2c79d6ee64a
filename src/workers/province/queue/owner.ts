import { randomUUID } from 'node:crypto';
import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { PieceOutcome } from '../hands';
import type { SweepStore } from '../store';
import type { SweepTask } from '../task';
import {
  keys,
  noticeOf,
  type PieceJob,
  PREFIX,
  packed,
  queueName,
  type SweepNotice,
  sweepIdOf,
  unpacked,
} from './server';
import { OTHER_TASK } from './worker';

/** How an owner goes about it. */
export interface OwnerRules {
  /** Pieces on the server at most: waiting, being done, or done and not collected. */
  readonly ahead: number;
  /** For so long after its last sign of life an owner keeps others off, ms. */
  readonly leaseMs: number;
}

/** How far a sweep on a queue is. */
export interface OwnerNews {
  readonly workers: number;
  /** Pieces that all workers do at a time. */
  readonly hands: number;
  /** Results that were refused: of another version, or another sweep. */
  readonly refused: number;
}

/** How an owner's work ended. */
export type Owned = 'done' | 'detached' | 'cancelled' | 'taken';

/** A look at the server, ms. */
const TICK_MS = 100;
/** Between two checks that no piece has got lost, ms. */
const RECONCILE_MS = 3000;
/** Results fetched at a time, so that few are in memory. */
const FETCHED = 16;
/** A task that was not what it should be is put right so many times. */
const MOST_REPAIRS = 3;
/** How long a server remembers that a sweep was cancelled, s. */
const REMEMBERED_S = 86_400;

/** Lets go of a lease, or holds it longer, if it is still this owner's. */
const RENEW = `if redis.call('get', KEYS[1]) == ARGV[1] then
  return redis.call('pexpire', KEYS[1], ARGV[2])
end
return 0`;

/** A result as a worker leaves it. */
interface Delivered {
  readonly question: string;
  readonly probe: string;
  readonly piece: number;
  readonly parts: PieceOutcome;
}

/**
 * Hands the pieces of a sweep to a queue and collects what comes of them into its journal. A piece is
 * taken off the server only when it is safely in the journal, and counts once, however often it comes:
 * so owner, workers and server may end at any time.
 */
export class SweepOwner {
  readonly id: string;
  private readonly queue: Queue<PieceJob>;
  private readonly token = randomUUID();
  private readonly notice: SweepNotice;
  /** On the server, as far as is known. */
  private readonly out = new Set<number>();
  private next = 0;
  private refused = 0;
  private repairs = 0;
  private reconciledAt = Date.now();

  constructor(
    private readonly redis: Redis,
    private readonly store: SweepStore,
    probe: string,
    private readonly rules: OwnerRules,
  ) {
    this.id = sweepIdOf(store.task);
    this.notice = noticeOf(store.task, probe, store.pieces.count);
    this.queue = new Queue<PieceJob>(queueName(probe), {
      connection: redis,
      prefix: PREFIX,
      streams: { events: { maxLen: 100 } },
      defaultJobOptions: { attempts: 2, removeOnComplete: true, removeOnFail: false },
    });
    // The connection itself tells.
    this.queue.on('error', () => {});
  }

  /** Whether the server knows of the sweep already. */
  async isKnown(): Promise<boolean> {
    return (await this.redis.hexists(keys.sweeps, this.id)) === 1;
  }

  /** Makes the sweep this owner's; false while another holds it. */
  async take(): Promise<boolean> {
    const { leaseMs } = this.rules;
    const got = await this.redis.set(keys.owner(this.id), this.token, 'PX', leaseMs, 'NX');
    return got === 'OK';
  }

  private async publish(): Promise<void> {
    await this.redis.set(keys.task(this.id), packed(this.store.task));
    await this.redis.hset(keys.sweeps, this.id, JSON.stringify(this.notice));
  }

  /**
   * Works until everything is there. To be called by who has taken the sweep.
   *
   * @param stopped detaches: what is on the queue goes on
   * @throws the system's error if the journal can't be written; what is not in it stays on the server
   */
  async run(
    stopped: AbortSignal,
    onPiece: () => void | Promise<void>,
    onTick: (news: OwnerNews) => void,
  ): Promise<Owned> {
    await this.redis.del(keys.cancelled(this.id));
    await this.publish();
    for (let renewedAt = 0; ; ) {
      if (stopped.aborted) return 'detached';
      if (Date.now() - renewedAt > this.rules.leaseMs / 4) {
        if (!(await this.renew())) return 'taken';
        if (await this.redis.exists(keys.cancelled(this.id))) return 'cancelled';
        renewedAt = Date.now();
        onTick({ ...(await workersOn(this.redis)), refused: this.refused });
      }
      const collected = await this.collect(onPiece);
      await this.collectFailed();
      if (this.isWhole()) {
        await this.clear();
        return 'done';
      }
      await this.topUp();
      if (Date.now() - this.reconciledAt > RECONCILE_MS) await this.reconcile(onPiece);
      if (collected === 0) await new Promise((resolve) => setTimeout(resolve, TICK_MS));
    }
  }

  private isWhole(): boolean {
    return this.store.count + this.store.setAside.size >= this.store.pieces.count;
  }

  private async renew(): Promise<boolean> {
    const { leaseMs } = this.rules;
    const key = keys.owner(this.id);
    if ((await this.redis.eval(RENEW, 1, key, this.token, leaseMs)) === 1) return true;
    // It has run out, as after a long sleep or a server that lost it: nobody else may have it.
    return this.take();
  }

  /** Brings results into the journal and then off the server; how many there were. */
  private async collect(onPiece: () => void | Promise<void>): Promise<number> {
    let cursor = '0';
    let seen = 0;
    do {
      const [next, found] = await this.redis.hscanBuffer(
        keys.results(this.id),
        cursor,
        'COUNT',
        FETCHED,
      );
      cursor = next.toString();
      const fields: Buffer[] = [];
      for (let i = 0; i < found.length; i += 2) {
        fields.push(found[i]!);
        this.keep(Number(found[i]!.toString()), found[i + 1]!);
      }
      if (fields.length === 0) continue;
      this.store.sync();
      await this.redis.hdel(keys.results(this.id), ...fields);
      seen += fields.length;
      await onPiece();
    } while (cursor !== '0');
    return seen;
  }

  private keep(piece: number, bytes: Buffer): void {
    this.out.delete(piece);
    let delivered: Partial<Delivered> | null = null;
    try {
      delivered = unpacked(bytes) as Partial<Delivered>;
    } catch {
      // Refused below.
    }
    const { question, probe } = this.notice;
    const good =
      delivered?.question === question &&
      delivered.probe === probe &&
      delivered.piece === piece &&
      Array.isArray(delivered.parts);
    if (good) this.store.add(piece, delivered!.parts!);
    else {
      this.refused++;
      // It is asked for again, from those before.
      this.next = Math.min(this.next, Number.isInteger(piece) ? piece : this.next);
    }
  }

  /** Sets aside what nobody could do. */
  private async collectFailed(): Promise<void> {
    const failed = await this.queue.getFailed(0, 199);
    let wrong = false;
    for (const job of failed) {
      // A job may go while they are listed.
      if (job?.data?.sweep !== this.id) continue;
      const { piece } = job.data;
      const reason = job.failedReason;
      await job.remove();
      this.out.delete(piece);
      if (reason === OTHER_TASK && this.repairs < MOST_REPAIRS) {
        wrong = true;
        this.next = Math.min(this.next, piece);
      } else if (!this.store.has(piece)) this.store.add(piece, { aside: reason });
    }
    if (!wrong) return;
    this.repairs++;
    await this.publish();
  }

  private async topUp(): Promise<void> {
    const { pieces } = this.store;
    const room = this.rules.ahead - this.out.size;
    // A few at a time would cost a look-up each.
    if (room < Math.min(this.rules.ahead, pieces.count - this.next) / 4) return;
    const chosen: number[] = [];
    for (; chosen.length < room && this.next < pieces.count; this.next++)
      if (!this.isSettled(this.next)) chosen.push(this.next);
    await this.add(chosen);
  }

  private isSettled(piece: number): boolean {
    return this.store.has(piece) || this.out.has(piece) || this.store.setAside.has(piece);
  }

  private async add(chosen: readonly number[]): Promise<void> {
    if (chosen.length === 0) return;
    // A job that is there under this id already is left as it is.
    await this.queue.addBulk(
      chosen.map((piece) => ({
        name: 'piece',
        data: { sweep: this.id, piece },
        opts: { jobId: jobIdOf(this.id, piece) },
      })),
    );
    for (const piece of chosen) this.out.add(piece);
  }

  /** Asks again for what the server has lost, if anything: it may have been restarted. */
  private async reconcile(onPiece: () => void | Promise<void>): Promise<void> {
    const known = await this.isKnown();
    if (!known && !(await this.redis.exists(keys.cancelled(this.id)))) await this.publish();
    const asked = [...this.out];
    const pipeline = this.redis.pipeline();
    for (const piece of asked) pipeline.exists(this.queue.toKey(jobIdOf(this.id, piece)));
    const there = (await pipeline.exec()) ?? [];
    // A result is left before its job goes: whoever has neither now is lost.
    await this.collect(onPiece);
    const lost = asked.filter((piece, i) => there[i]?.[1] === 0 && this.out.has(piece));
    for (const piece of lost) this.out.delete(piece);
    await this.add(lost);
    this.reconciledAt = Date.now();
  }

  private async clear(): Promise<void> {
    await this.redis.hdel(keys.sweeps, this.id);
    await this.redis.del(keys.task(this.id), keys.results(this.id), keys.owner(this.id));
  }

  /** Lets go of the sweep, so that it can be attached to at once. */
  async close(): Promise<void> {
    await this.redis.eval(RENEW, 1, keys.owner(this.id), this.token, 1);
    await this.queue.close();
  }
}

function jobIdOf(sweep: string, piece: number): string {
  return `${sweep}-${piece}`;
}

/** Workers that have lately shown themselves, and how many pieces they do at a time. */
async function workersOn(redis: Redis): Promise<{ workers: number; hands: number }> {
  const ids = await redis.smembers(keys.workers);
  if (ids.length === 0) return { workers: 0, hands: 0 };
  const signs = await redis.mget(ids.map(keys.worker));
  const gone = ids.filter((_, i) => signs[i] === null);
  if (gone.length > 0) await redis.srem(keys.workers, ...gone);
  return {
    workers: ids.length - gone.length,
    hands: signs.reduce((sum, sign) => sum + Number(sign ?? 0), 0),
  };
}

/** A sweep on a server. */
export interface KnownSweep {
  readonly id: string;
  readonly notice: SweepNotice;
}

export async function sweepsOn(redis: Redis): Promise<KnownSweep[]> {
  const all = await redis.hgetall(keys.sweeps);
  return Object.entries(all).map(([id, text]) => ({
    id,
    notice: JSON.parse(text) as SweepNotice,
  }));
}

/** The task of a sweep on a server; null if it is not there. */
export async function taskOn(redis: Redis, id: string): Promise<SweepTask | null> {
  const bytes = await redis.getBuffer(keys.task(id));
  return bytes === null ? null : (unpacked(bytes) as SweepTask);
}

/** Ends a sweep: nobody begins another piece of it, and whoever owns it hears of it. */
export async function cancelOn(redis: Redis, { id, notice }: KnownSweep): Promise<void> {
  await redis.set(keys.cancelled(id), '1', 'EX', REMEMBERED_S);
  await redis.hdel(keys.sweeps, id);
  const queue = new Queue<PieceJob>(queueName(notice.probe), { connection: redis, prefix: PREFIX });
  queue.on('error', () => {});
  const page = 500;
  for (let kept = 0; ; ) {
    const jobs = await queue.getJobs(['waiting', 'delayed', 'failed'], kept, kept + page - 1);
    if (jobs.length === 0) break;
    for (const job of jobs) {
      if (job?.data?.sweep === id) await job.remove().catch(() => {});
      else kept++;
    }
  }
  await queue.close();
  await redis.del(keys.task(id), keys.results(id));
}
