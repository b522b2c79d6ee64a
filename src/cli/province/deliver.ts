import { closeSync, openSync, writeFileSync } from 'node:fs';
import { csvOf } from '../../report/csv';
import { provinceSheets } from '../../report/province-sheets';
import type { ProvinceAnswer } from '../../sim/planning/province';
import { Harvest, type PieceSource } from '../../workers/province/harvest';
import type { Pieces } from '../../workers/province/pieces';
import type { SweepTask } from '../../workers/province/task';
import { answerJson, type Output } from '../output';
import { checkTables, type TableFlags, writeTables } from '../tables';
import { answerOf } from './answer';
import { unwritable } from './journal';
import { openResults, type ResultsFile } from './results-file';
import { provinceText } from './text';

/** Where the tables of a sweep go. */
export interface DeliveryFlags extends TableFlags {
  readonly ranked?: string;
  readonly results?: string;
  readonly json?: boolean;
}

export const DELIVERIES = [
  'csv',
  'xlsx',
  'ranked',
  'results',
] as const satisfies readonly (keyof DeliveryFlags)[];

/** What is made of pieces on the way and at the end: the same, whoever did them and in what order. */
export class Delivery {
  private readonly results: ResultsFile | null;
  private readonly harvest: Harvest;
  private advancing: Promise<void> = Promise.resolve();
  private failure: unknown = null;

  /** Throws InputError if a file can't be written. */
  constructor(
    private readonly output: Output,
    private readonly flags: DeliveryFlags,
    private readonly task: SweepTask,
    pieces: Pieces,
    source: PieceSource,
  ) {
    checkTables(flags);
    const { ranked } = flags;
    if (ranked !== undefined)
      this.writing('--ranked', ranked, () => closeSync(openSync(ranked, 'a')));
    this.results = this.openResults();
    const { results } = this;
    this.harvest = new Harvest({
      task,
      pieces,
      source,
      ...(results && {
        onRuns: (runs) => this.writing('--results', this.flags.results!, () => results.add(runs)),
      }),
    });
  }

  private openResults(): ResultsFile | null {
    const { results } = this.flags;
    if (results === undefined) return null;
    return this.writing('--results', results, () => openResults(results, this.task));
  }

  private writing<T>(flag: string, file: string, job: () => T): T {
    try {
      return job();
    } catch (error) {
      throw unwritable(file, flag, error);
    }
  }

  /** Takes what is there so far, one after the other; what it meets is thrown by the next call. */
  async advance(): Promise<void> {
    if (this.failure !== null) throw this.failure;
    this.advancing = this.advancing
      .then(() => this.harvest.advance())
      .catch((error: unknown) => {
        this.failure ??= error;
      });
    await this.advancing;
    if (this.failure !== null) throw this.failure;
  }

  /** Writes the tables of all that is there, and says the answer. */
  async finish(): Promise<ProvinceAnswer> {
    await this.advance();
    await this.harvest.finish();
    const { results, flags, output } = this;
    if (results) this.writing('--results', flags.results!, () => results.close());
    const answer = answerOf(this.task, this.harvest.rows, this.harvest.missing);
    const sheets = () => provinceSheets(answer, output.language);
    await writeTables(flags, sheets);
    const { ranked } = flags;
    if (ranked !== undefined)
      this.writing('--ranked', ranked, () => writeFileSync(ranked, csvOf(sheets()[1])));
    if (flags.json) answerJson(output, answer);
    else output.answer(provinceText(answer, output.language));
    return answer;
  }
}

/** Whether every hall has an answer. */
export function isWhole({ rows, missing }: ProvinceAnswer): boolean {
  return missing === 0 && rows.every(({ ok }) => ok);
}
