import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const COMMAND = path.resolve('scripts/hall.mjs');

/** Runs the command as a user would, from the folder given. */
export function hall(
  argv: readonly string[],
  { cwd = process.cwd(), locale = 'C' }: { cwd?: string; locale?: string } = {},
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [COMMAND, ...argv], {
      cwd,
      env: { ...process.env, LC_ALL: locale },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** A folder for a test's files. */
export function folder(): {
  path: string;
  write(name: string, content: unknown): string;
  remove(): void;
} {
  const place = mkdtempSync(path.join(os.tmpdir(), 'hall-twin-cli-'));
  return {
    path: place,
    write(name, content) {
      const file = path.join(place, name);
      writeFileSync(
        file,
        typeof content === 'string' || content instanceof Uint8Array
          ? content
          : JSON.stringify(content),
      );
      return file;
    },
    remove: () => rmSync(place, { recursive: true }),
  };
}
