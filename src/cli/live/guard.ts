import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import os from 'node:os';

/** Names by which a machine speaks to itself. */
const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1']);
/** Addresses that mean "every address of this machine". */
const EVERYWHERE = new Set(['0.0.0.0', '::']);

/** Whether an address can be reached from this machine only. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host.toLowerCase()) || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}

const COOKIE = 'hall_live';
/** A session lasts a working day. */
const SESSION_MS = 12 * 3600_000;
const MOST_SESSIONS = 500;
/** Wrong tokens that are looked at in a minute, from anybody together. */
const TRIES_A_MINUTE = 20;

/** Decides who may ask: by the name they use, the page they come from, and the token. */
export class Guard {
  readonly #token: Buffer | null;
  readonly #names: ReadonlySet<string>;
  readonly #sessions = new Map<string, number>();
  #tries: number[] = [];

  /** @param token null: whoever reaches the address may ask */
  constructor(host: string, token: string | null) {
    this.#token = token === null ? null : digest(token);
    this.#names = namesOf(host);
  }

  get needsToken(): boolean {
    return this.#token !== null;
  }

  /** A page of somebody else's name that has been pointed at this machine says that name here. */
  knowsName(request: IncomingMessage): boolean {
    const { host } = request.headers;
    return host !== undefined && this.#names.has(nameOf(host));
  }

  /** Whether a request comes from this server's own page, or from no page at all. */
  isOwn(request: IncomingMessage): boolean {
    const { host, origin } = request.headers;
    if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`)
      return false;
    const site = request.headers['sec-fetch-site'];
    return site === undefined || site === 'same-origin' || site === 'none';
  }

  /** Whether a request brings the token, or the cookie that was given for it. */
  knows(request: IncomingMessage, nowMs: number): boolean {
    if (this.#token === null) return true;
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    if (bearer !== undefined) return this.#tryToken(bearer, nowMs);
    const session = cookieOf(request.headers.cookie ?? '');
    const until = session === null ? undefined : this.#sessions.get(session);
    return until !== undefined && nowMs < until;
  }

  /** A cookie for the token; null for a wrong one. */
  admit(token: string, nowMs: number): string | null {
    if (!this.#tryToken(token, nowMs)) return null;
    for (const [session, until] of this.#sessions)
      if (until <= nowMs || this.#sessions.size >= MOST_SESSIONS) this.#sessions.delete(session);
    const session = randomBytes(32).toString('hex');
    this.#sessions.set(session, nowMs + SESSION_MS);
    return `${COOKIE}=${session}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${SESSION_MS / 1000}`;
  }

  /** Compares in the same time whatever is given; past so many wrong ones a minute nothing is compared. */
  #tryToken(given: string, nowMs: number): boolean {
    if (this.#token === null) return true;
    this.#tries = this.#tries.filter((at) => nowMs - at < 60_000);
    if (this.#tries.length >= TRIES_A_MINUTE) return false;
    const right = timingSafeEqual(digest(given), this.#token);
    if (!right) this.#tries.push(nowMs);
    return right;
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Names under which a server at `host` may be asked. */
function namesOf(host: string): ReadonlySet<string> {
  if (isLoopback(host)) return new Set([...LOOPBACK, host]);
  if (!EVERYWHERE.has(host)) return new Set([host.toLowerCase()]);
  const own = Object.values(os.networkInterfaces()).flatMap((all) =>
    (all ?? []).map(({ address }) => address.toLowerCase()),
  );
  return new Set([...LOOPBACK, ...own, os.hostname().toLowerCase()]);
}

/** The name in a Host header, without port and brackets. */
function nameOf(host: string): string {
  return host
    .replace(/:\d+$/, '')
    .replace(/^\[|\]$/g, '')
    .toLowerCase();
}

function cookieOf(header: string): string | null {
  for (const part of header.split(';')) {
    const [name, value] = part.trim().split('=');
    if (name === COOKIE && value) return value;
  }
  return null;
}
