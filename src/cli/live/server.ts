import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Reason } from '../../live/counts';
import type { Entry } from '../../live/mirror';
import type { HallAnswer, HelloAnswer } from '../../live/stream';
import { InputError, type Problem } from '../../scenarios/problem';
import type { Guard } from './guard';
import type { Hub } from './hub';
import { answerPage, SAFE_HEADERS } from './pages';

/** The largest body that is read: some ten thousand events. */
const MAX_BODY_BYTES = 2 * 1024 * 1024;
const MAX_TOKEN_BYTES = 4096;
/** Problems that an answer to pushed events lists. */
const LISTED = 20;

/** What the server answers with. */
export interface LiveParts {
  readonly hub: Hub;
  readonly guard: Guard;
  readonly hall: HallAnswer;
  /** The present state as a document. */
  state(): unknown;
  /** Takes in pushed events; returns what became of each. Throws InputError for what is no list of events. */
  push(text: string): readonly Entry[];
}

/** What became of pushed events. */
interface PushAnswer {
  readonly taken: number;
  readonly dropped: Partial<Record<Reason, number>>;
  readonly problems: readonly {
    readonly text: string;
    readonly problem: Pick<Problem, 'path' | 'message' | 'remedy'> | null;
  }[];
}

class TooLarge extends Error {}

/** A listening server. */
export interface Listening {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Starts listening. Rejects with the system's error if the port is taken or the address unknown. */
export async function listen(parts: LiveParts, host: string, port: number): Promise<Listening> {
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 }, answer(parts));
  server.maxConnections = 500;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { address, family, port: bound } = server.address() as AddressInfo;
  const name = family === 'IPv6' ? `[${address}]` : address;
  return { url: `http://${name}:${bound}/`, port: bound, close: () => closed(server, parts.hub) };
}

function closed(server: Server, hub: Hub): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    hub.close();
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 500).unref();
  });
}

function answer(parts: LiveParts): RequestListener {
  return (request, response) => {
    void route(parts, request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else if (error instanceof TooLarge) json(response, 413, { error: 'too large' });
      else if (error instanceof InputError)
        json(response, 400, { error: 'input', problems: error.problems });
      else json(response, 500, { error: 'internal' });
    });
  };
}

async function route(
  parts: LiveParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { guard, hub } = parts;
  const url = new URL(request.url ?? '/', 'http://hall');
  const method = request.method ?? 'GET';
  if (!guard.knowsName(request)) {
    json(response, 421, { error: 'host' });
    return;
  }
  const known = `${method} ${url.pathname}`;
  const isData = ['/hello', '/session', '/hall', '/state', '/events'].includes(url.pathname);
  if (!isData) {
    if (method === 'GET' || method === 'HEAD')
      await answerPage(url.pathname, method === 'HEAD', response);
    else json(response, 405, { error: 'method' });
    return;
  }
  if (!guard.isOwn(request)) {
    json(response, 403, { error: 'origin' });
    return;
  }
  if (known === 'POST /session') {
    await openSession(guard, request, response);
    return;
  }
  const admitted = guard.knows(request, performance.now());
  if (known === 'GET /hello') {
    const hello: HelloAnswer = {
      service: 'hall-twin/live',
      version: 1,
      needsToken: guard.needsToken,
      admitted,
    };
    json(response, 200, hello);
    return;
  }
  if (!admitted) {
    json(response, 401, { error: 'token' }, { 'WWW-Authenticate': 'Bearer realm="hall-twin"' });
    return;
  }
  switch (known) {
    case 'GET /hall':
      json(response, 200, parts.hall);
      break;
    case 'GET /state':
      json(response, 200, parts.state());
      break;
    case 'GET /events':
      stream(hub, request, response, url.searchParams.get('after'));
      break;
    case 'POST /events':
      await takeEvents(parts, request, response);
      break;
    default:
      json(response, 405, { error: 'method' });
  }
}

/** Exchanges the token for a cookie, so that it need not stay in an address or in the page. */
async function openSession(
  guard: Guard,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isType(request, 'application/json')) {
    json(response, 415, { error: 'type' });
    return;
  }
  let token: unknown;
  try {
    token = (JSON.parse(await bodyOf(request, MAX_TOKEN_BYTES)) as { token?: unknown } | null)
      ?.token;
  } catch (error) {
    if (error instanceof TooLarge) throw error;
  }
  const cookie = typeof token === 'string' ? guard.admit(token, performance.now()) : null;
  if (cookie === null) json(response, 401, { error: 'token' });
  else json(response, 200, { admitted: true }, { 'Set-Cookie': cookie });
}

function stream(
  hub: Hub,
  request: IncomingMessage,
  response: ServerResponse,
  after: string | null,
): void {
  const last = request.headers['last-event-id'];
  request.socket.setTimeout(0);
  request.socket.setNoDelay(true);
  response.writeHead(200, {
    ...SAFE_HEADERS,
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no',
  });
  if (!hub.listen(response, typeof last === 'string' ? last : after))
    response.end('event: full\ndata: {}\n\n');
}

async function takeEvents(
  parts: LiveParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isType(request, 'application/json') && !isType(request, 'application/x-ndjson')) {
    json(response, 415, { error: 'type', accepted: ['application/json', 'application/x-ndjson'] });
    return;
  }
  const entries = parts.push(await bodyOf(request, MAX_BODY_BYTES));
  const dropped: Partial<Record<Reason, number>> = {};
  const problems: PushAnswer['problems'][number][] = [];
  for (const entry of entries) {
    if (entry.kind !== 'dropped') continue;
    dropped[entry.reason] = (dropped[entry.reason] ?? 0) + 1;
    if (entry.reason === 'malformed' && problems.length < LISTED) problems.push(entry.example);
  }
  const taken = entries.filter(({ kind }) => kind === 'event').length;
  const told: PushAnswer = { taken, dropped, problems };
  json(response, 200, told);
}

const isType = (request: IncomingMessage, type: string) =>
  (request.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase() === type;

async function bodyOf(request: IncomingMessage, most: number): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > most) throw new TooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    ...SAFE_HEADERS,
    ...headers,
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    // After a body that was not read to its end the connection can't be used again.
    ...(status === 413 ? { Connection: 'close' } : {}),
  });
  response.end(`${JSON.stringify(body)}\n`);
}
