import type { Language } from '../scenarios/text';

/**
 * Language of messages: `--lang` (the first of several), else the locale of the environment (LC_ALL before LC_MESSAGES
 * before LANG), else English. Read before the command line is parsed, because refusals of the
 * command line are worded in it too.
 */
export function languageOf(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Language {
  const flag = argv.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const said = argv[flag]?.includes('=') ? argv[flag]?.slice('--lang='.length) : argv[flag + 1];
  const given = said?.split(',')[0];
  if (flag >= 0 && (given === 'zh' || given === 'en')) return given;
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
