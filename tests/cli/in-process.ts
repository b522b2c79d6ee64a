import { languageOf } from '../../src/cli/language';
import { run } from '../../src/cli/program';
import type { Language } from '../../src/scenarios/text';
import type { Finished } from './command';

/** Runs the command in this process: as `hall` does, without the second that a new one takes. */
export async function hallHere(
  argv: readonly string[],
  language: Language = languageOf(argv, { LC_ALL: 'C' }),
): Promise<Finished> {
  let stdout = '';
  let stderr = '';
  const code = await run(argv, {
    language,
    answer: (text) => {
      stdout += `${text}\n`;
    },
    say: (text) => {
      stderr += `${text}\n`;
    },
    progress: () => {},
  });
  return { code, stdout, stderr };
}
