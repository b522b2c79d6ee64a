import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { Redis } from 'ioredis';
import { PRODUCT } from '../../../scenarios/product';
import { questionOf } from '../store';
import type { SweepTask } from '../task';
import type { Address } from './address';

/** What all keys of ours begin with on the server. */
export const PREFIX = 'hall-twin';

/** What a server is told of a sweep, and what a worker looks at before it takes a piece. */
export interface SweepNotice {
  readonly version: string;
  /** Names the task by its contents. */
  readonly question: string;
  /** What the owner's machine makes of a few runs. */
  readonly probe: string;
  readonly pieces: number;
  /** Id of the plan. */
  readonly name: string;
}

/** A piece on the queue. */
export interface PieceJob {
  readonly sweep: string;
  readonly piece: number;
}

/** Id under which a sweep is known on a server: equal for equal sweeps. */
export function sweepIdOf(task: SweepTask): string {
  return questionOf(task).slice(0, 12);
}

export const keys = {
  sweeps: `${PREFIX}:sweeps`,
  workers: `${PREFIX}:workers`,
  worker: (id: string) => `${PREFIX}:worker:${id}`,
  task: (sweep: string) => `${PREFIX}:${sweep}:task`,
  results: (sweep: string) => `${PREFIX}:${sweep}:results`,
  owner: (sweep: string) => `${PREFIX}:${sweep}:owner`,
  cancelled: (sweep: string) => `${PREFIX}:${sweep}:cancelled`,
} as const;

/** The queue of all machines that reckon alike. */
export function queueName(probe: string): string {
  return `pieces-${probe}`;
}

export function packed(value: unknown): Buffer {
  return deflateRawSync(Buffer.from(JSON.stringify(value)), { level: 1 });
}

/** Throws if it is nothing that was packed. */
export function unpacked(bytes: Buffer): unknown {
  return JSON.parse(inflateRawSync(bytes).toString());
}

export function noticeOf(task: SweepTask, probe: string, pieces: number): SweepNotice {
  return {
    version: PRODUCT.version,
    question: questionOf(task),
    probe,
    pieces,
    name: task.id,
  };
}

/** Longest between two attempts to reach a server that has gone away, ms. */
const RETRY_MS = 1000;

/** How a connection fares. */
export interface ConnectionNews {
  lost(): void;
  back(): void;
}

/**
 * A connection that comes back by itself: what is asked meanwhile waits.
 *
 * @throws the system's or the server's error if it can't be reached at all
 */
export async function connect(
  { options }: Address,
  news: ConnectionNews = { lost: () => {}, back: () => {} },
): Promise<Redis> {
  let reached = false;
  const redis = new Redis({
    ...options,
    lazyConnect: true,
    connectTimeout: 5000,
    maxRetriesPerRequest: null,
    retryStrategy: (times) => (reached ? Math.min(100 * times, RETRY_MS) : null),
  });
  let failure: unknown = null;
  let lost = false;
  redis.on('error', (error) => {
    failure ??= error;
  });
  redis.on('close', () => {
    if (!reached || lost || redis.status === 'end') return;
    lost = true;
    news.lost();
  });
  redis.on('ready', () => {
    if (lost) news.back();
    lost = false;
  });
  try {
    await redis.connect();
    await redis.ping();
  } catch (error) {
    redis.disconnect();
    // The connection's own words say less than those of the socket.
    throw failure ?? error;
  }
  reached = true;
  return redis;
}
