import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const COMMAND = path.resolve('scripts/hall.mjs');

/** A running `hall live`. */
export interface LiveProcess {
  readonly url: string;
  readonly child: ChildProcess;
  /** What it has said on standard error. */
  readonly said: () => string;
  /** Ends it as Ctrl-C does; gives its exit code. */
  interrupt(): Promise<number | null>;
}

/** Starts the command in a process of its own and waits until it listens. */
export async function startLive(argv: readonly string[], port = 0): Promise<LiveProcess> {
  const child = spawn(
    process.execPath,
    [COMMAND, 'live', ...argv, '--port', String(port), '--json'],
    {
      env: { ...process.env, LC_ALL: 'C' },
    },
  );
  let stdout = '';
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  const bound = await new Promise<number>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
      try {
        resolve((JSON.parse(stdout) as { port: number }).port);
      } catch {
        // The document is not complete yet.
      }
    });
    child.on('exit', (code) => reject(new Error(`ended with ${code}: ${stderr}`)));
  });
  return {
    url: `http://127.0.0.1:${bound}`,
    child,
    said: () => stderr,
    async interrupt() {
      if (child.exitCode !== null) return child.exitCode;
      const exit = once(child, 'exit');
      child.kill('SIGINT');
      const [code] = (await exit) as [number | null];
      return code;
    },
  };
}

/** One server-sent event. */
export interface SentEvent {
  readonly id: string | null;
  readonly event: string;
  readonly data: unknown;
}

/** A listener that can be cut off and come back. */
export class Listener {
  readonly heard: SentEvent[] = [];
  lastId: string | null = null;
  readonly #abort = new AbortController();

  constructor(
    private readonly url: string,
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  /** Listens until it is cut off; resolves once it is connected. */
  async listen(after: string | null = null): Promise<number> {
    const response = await fetch(`${this.url}/events`, {
      headers: { ...this.headers, ...(after === null ? {} : { 'Last-Event-ID': after }) },
      signal: this.#abort.signal,
    });
    if (response.ok) void this.#read(response);
    return response.status;
  }

  cutOff(): void {
    this.#abort.abort();
  }

  async #read(response: Response): Promise<void> {
    const decoder = new TextDecoder();
    let text = '';
    try {
      for await (const bytes of response.body!) {
        text += decoder.decode(bytes as Uint8Array, { stream: true });
        const blocks = text.split('\n\n');
        text = blocks.pop()!;
        for (const block of blocks) this.#take(block);
      }
    } catch {
      // Cut off, as asked.
    }
  }

  #take(block: string): void {
    const fields = new Map(
      block.split('\n').map((line) => {
        const at = line.indexOf(': ');
        return [line.slice(0, at), line.slice(at + 2)] as const;
      }),
    );
    const event = fields.get('event');
    if (event === undefined) return;
    const id = fields.get('id') ?? null;
    if (id !== null) this.lastId = id;
    this.heard.push({ id, event, data: JSON.parse(fields.get('data') ?? 'null') });
  }
}

/** Waits until something holds; fails after ten seconds. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 10_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('it did not come about');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
