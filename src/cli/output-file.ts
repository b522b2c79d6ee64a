import { closeSync, openSync, unlinkSync, writeFileSync } from 'node:fs';
import { REFUSALS, refusal } from './refusals';

/**
 * Whether a file can be written: long work should not end in a refusal. What is there stays as it is.
 *
 * @throws InputError naming the flag if it can't
 */
export function checkFile(flag: string, file: string): void {
  trying(flag, file, () => {
    try {
      closeSync(openSync(file, 'ax'));
      unlinkSync(file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      closeSync(openSync(file, 'a'));
    }
  });
}

/** Writes a file. Throws InputError naming the flag if it can't be written. */
export function writeFile(flag: string, file: string, contents: string | Uint8Array): void {
  trying(flag, file, () => writeFileSync(file, contents));
}

function trying(flag: string, file: string, job: () => void): void {
  try {
    job();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw refusal(file, flag, REFUSALS.unwritable(code));
  }
}
