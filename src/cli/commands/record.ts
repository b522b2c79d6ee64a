import { RECORD_FORMAT_IDS, type RecordFormat, recordText } from '../../report/event-log/formats';
import { prepare, recordDay } from '../../sim/experiments/simulate';
import { ENGINES } from '../../sim/kernel/calendar';
import { loadRun, loadVariant } from '../documents';
import { MAX_REPLICATIONS, oneOf, wholeNumber } from '../options';
import { answerJson, type Output } from '../output';
import { checkFile, writeFile } from '../output-file';
import { seedOf } from '../sweep';

export interface RecordFlags {
  readonly format: string;
  readonly output: string;
  readonly seed: string;
  readonly replication: string;
  readonly engine: string;
  readonly floorplan?: string;
  readonly json?: boolean;
}

/**
 * Everything that happens in one replication of a scenario, all its days, as an event log.
 *
 * @throws InputError
 */
export function record(output: Output, name: string, flags: RecordFlags): void {
  const format: RecordFormat = oneOf('--format', flags.format, RECORD_FORMAT_IDS);
  const seed = seedOf(flags);
  const engine = oneOf('--engine', flags.engine, ENGINES);
  const replication = wholeNumber('--replication', flags.replication, 0, MAX_REPLICATIONS);
  const { scenario, plan } =
    flags.floorplan === undefined ? loadVariant(name) : loadRun(name, flags.floorplan);
  checkFile('--output', flags.output);
  const day = recordDay(prepare(scenario, plan, seed), replication, engine);
  writeFile('--output', flags.output, recordText(day, format));
  if (flags.json)
    answerJson(output, {
      path: flags.output,
      format,
      scenario: scenario.id,
      floorplan: plan?.id ?? null,
      seed,
      replication,
      events: day.events.length,
    });
  else output.answer(WRITTEN[output.language](day.events.length, flags.output));
}

const WRITTEN = {
  zh: (events: number, file: string) => `${events} 条事件已写入 ${file}`,
  en: (events: number, file: string) => `${events} events are in ${file}`,
};
