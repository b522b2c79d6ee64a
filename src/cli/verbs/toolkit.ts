import type { Command } from 'commander';
import { ENGINES } from '../../sim/kernel/calendar';
import type { Output } from '../output';

/** What the files of verbs share: the user's language, groups of options, how a run may end. */
export interface Toolkit {
  readonly output: Output;
  readonly verb: (usage: string, description: string) => Command;
  readonly text: (chinese: string, english: string) => string;
  /** `.option(...json)`: the answer as a document. */
  readonly json: readonly [flag: string, description: string];
  /** `.option(...floorplan)`: another floor plan. */
  readonly floorplan: readonly [flag: string, description: string];
  /** `.option(...engine)`: which engine runs the calendar. */
  readonly engine: readonly [flag: string, description: string, preset: string];
  /** Options of what sweeps over many runs. */
  readonly sweeping: (command: Command) => Command;
  /** Options of what is answered in tables. */
  readonly tables: (command: Command) => Command;
  /** Options of a promise, and of how it is judged. */
  readonly promising: (command: Command) => Command;
  /** A command ran, and its answer is "no". */
  readonly answerNo: () => void;
  /** A command was stopped before it had an answer. */
  readonly stopped: () => void;
}

/** The toolkit of a program whose verbs are not known yet. */
export function toolkitOf(
  program: Command,
  output: Output,
  ends: Pick<Toolkit, 'answerNo' | 'stopped'>,
): Toolkit {
  const text = (chinese: string, english: string) => (output.language === 'zh' ? chinese : english);
  const verb = (usage: string, description: string) =>
    program.command(usage).description(description).helpCommand(false);
  const floorplan = [
    '--floorplan <plan>',
    text('改用此平面图（文件或内置编号）', 'use this floor plan instead (file or id)'),
  ] as const;
  const engine = [`--engine <${ENGINES.join('|')}>`, text('引擎', 'engine'), 'default'] as const;
  const json = ['--json', text('输出一个 JSON 文档', 'print one JSON document')] as const;

  const sweeping = (command: Command) =>
    command
      .option('--seed <n>', text('随机种子', 'random seed'), '1')
      .option(...engine)
      .option('--workers <n>', text('线程数（默认每核一个）', 'threads (one a core)'))
      .option('--budget <seconds>', text('最长用时', 'longest time'))
      .option('--journal <file>', text('把进度写入日志，可中断', 'keep a journal, to be resumed'))
      .option('--resume <file>', text('从日志继续', 'go on with a journal'));
  const tables = (command: Command) =>
    command
      .option('--csv <file>', text('另存为 CSV', 'write the table as CSV'))
      .option('--xlsx <file>', text('另存为 XLSX', 'write the tables as XLSX'));
  const promising = (command: Command) =>
    command
      .option('--within <minutes>', text('承诺多少分钟内叫号', 'minutes to be called within'), '15')
      .option('--share <x>', text('承诺的比例', 'share promised'), '0.9')
      .option('--abandoned <x>', text('放弃等候的最大比例', 'largest share who may give up'))
      .option('--confidence <x>', text('置信度', 'confidence'), '0.95')
      .option('--tolerance <x>', text('无差异区间', 'indifference zone'), '0.01')
      .option(
        '--most-replications <n>',
        text('每个设计最多重复次数', 'replications of one design at most'),
        '2000',
      );

  return { output, verb, text, json, floorplan, engine, sweeping, tables, promising, ...ends };
}
