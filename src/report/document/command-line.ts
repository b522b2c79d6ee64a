import type { Language } from '../../scenarios/text';

/** A word as a shell takes it. */
function word(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text)) return text;
  return `'${text.replace(/'/g, `'\\''`)}'`;
}

/** What a report was asked for with. */
export interface ReportOrder {
  readonly against?: readonly string[] | undefined;
  readonly planSearch?: boolean | undefined;
  readonly floorplan?: string | undefined;
  readonly seed: string | number;
  readonly replications: string | number;
  /** All of them: which is on show must not depend on where the command is run. */
  readonly languages: readonly Language[];
  readonly date: string;
  readonly title?: string | undefined;
  readonly author?: string | undefined;
  readonly sections?: string | undefined;
  readonly engine?: string | undefined;
  readonly output: string;
}

/** The command that makes a report of this scenario again. */
export function reportCommand(scenario: string, order: ReportOrder): string {
  const { against = [], planSearch, engine } = order;
  const flag = (name: string, value: string | number | undefined) =>
    value === undefined ? [] : [name, word(String(value))];
  return [
    'npm run -s hall -- report',
    word(scenario),
    ...flag('--floorplan', order.floorplan),
    ...(against.length > 0 ? ['--against', ...against.map(word)] : []),
    ...(planSearch ? ['--plan-search'] : []),
    ...flag('--seed', order.seed),
    ...flag('--replications', order.replications),
    ...flag('--engine', engine === 'default' ? undefined : engine),
    ...flag('--lang', order.languages.join(',')),
    ...flag('--sections', order.sections),
    ...flag('--date', order.date),
    ...flag('--title', order.title),
    ...flag('--author', order.author),
    ...flag('--output', order.output),
  ].join(' ');
}
