import type { InputError } from '../scenarios/problem';
import type { Language } from '../scenarios/text';

/** Where a command writes: answers to one stream, words and progress to the other. */
export interface Output {
  readonly language: Language;
  /** Part of the answer. */
  answer(text: string): void;
  /** Words beside the answer. */
  say(text: string): void;
  /** Replaces the line of progress; nothing when nobody watches. */
  progress(text: string): void;
}

/** Output to this process's streams; a reader that has gone away ends the process quietly. */
export function processOutput(language: Language): Output {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0);
      throw error;
    });
  let progressShown = false;
  const clear = () => {
    if (progressShown) process.stderr.write('\r\x1b[K');
    progressShown = false;
  };
  return {
    language,
    answer: (text) => {
      clear();
      process.stdout.write(`${text}\n`);
    },
    say: (text) => {
      clear();
      process.stderr.write(`${text}\n`);
    },
    progress: (text) => {
      if (!process.stderr.isTTY) return;
      process.stderr.write(`\r\x1b[K${text}`);
      progressShown = true;
    },
  };
}

/** Shortest time between two lines of progress, ms. */
const PROGRESS_MS = 100;

/** Tells how far a piece of work has got, now and then. */
export function progressOf(output: Output): (done: number, of: number) => void {
  let saidAt = 0;
  return (done, of) => {
    if (Date.now() - saidAt < PROGRESS_MS) return;
    saidAt = Date.now();
    output.progress(`${done}/${of}`);
  };
}

/** The one JSON document of an answer. */
export function answerJson(output: Output, value: unknown): void {
  output.answer(JSON.stringify(value, null, 2));
}

/** Says every problem: where, what, and what to do. */
export function sayProblems(output: Output, error: InputError): void {
  const { language } = output;
  for (const { path, message, remedy } of error.problems)
    output.say(
      `${error.source}${path ? `: ${path}` : ''}\n  ${message[language]}\n  → ${remedy[language]}`,
    );
}
