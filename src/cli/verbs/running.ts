import { RECORD_FORMAT_IDS } from '../../report/event-log/formats';
import type { RecordFlags } from '../commands/record';
import type { SimulateFlags } from '../commands/simulate';
import type { VerifyFlags } from '../commands/verify';
import type { Toolkit } from './toolkit';

/** One hall, run: `simulate`, `record`, `verify`. */
export function addRunningVerbs({
  answerNo,
  engine,
  floorplan,
  json,
  output,
  tables,
  text,
  verb,
}: Toolkit): void {
  const simulating = verb(
    'simulate <scenario>',
    text(
      '模拟一个方案（文件或内置编号）',
      'simulate a scenario (a file, or the id of a shipped one)',
    ),
  )
    .option('--replications <n>', text('重复次数', 'replications'), '30')
    .option('--seed <n>', text('随机种子', 'random seed'), '1')
    .option(...engine)
    .option(...floorplan)
    .option('--visits-per-day <n>', text('改变每日来访量', 'change the visits per day'))
    .option(
      '--record <file>',
      text('把首个模拟日的完整记录写入文件', 'write the first day in full to a file'),
    )
    .option(
      '--log <file>',
      text(
        '把模拟的若干工作日写成取号记录（CSV），可供 hall calibrate 读取',
        'write simulated working days as a ticket log (CSV), which hall calibrate reads',
      ),
    )
    .option('--log-days <n>', text('取号记录的工作日数', 'working days of the ticket log'), '20');
  tables(simulating)
    .option(...json)
    .action(async (name: string, flags: SimulateFlags) =>
      (await import('../commands/simulate')).simulate(output, name, flags),
    );
  verb(
    'record <scenario>',
    text(
      '把模拟的一次运行写成事件日志（CSV、XES 或 OCEL 2.0），供流程挖掘软件打开',
      'one run as an event log (CSV, XES or OCEL 2.0) that process-mining tools open',
    ),
  )
    .requiredOption('-o, --output <file>', text('写入此文件', 'write it to this file'))
    .requiredOption(`--format <${RECORD_FORMAT_IDS.join('|')}>`, text('格式', 'format'))
    .option('--replication <n>', text('第几次重复（从 0 起）', 'which replication, from 0'), '0')
    .option('--seed <n>', text('随机种子', 'random seed'), '1')
    .option(...engine)
    .option(...floorplan)
    .option(...json)
    .action(async (name: string, flags: RecordFlags) =>
      (await import('../commands/record')).record(output, name, flags),
    );
  verb(
    'verify [ids...]',
    text(
      '把模拟结果与公式和公开结果逐项核对（可只写若干编号或组名）',
      'hold the simulation against formulas and published results (all, or the cases or groups named)',
    ),
  )
    .option('--quick', text('少模拟一些，快些', 'simulate less, be done sooner'))
    .option('--seed <n>', text('随机种子', 'random seed'), '1')
    .option(...json)
    .action(async (ids: string[], flags: VerifyFlags) => {
      const { verify } = await import('../commands/verify');
      if (!verify(output, ids, flags)) answerNo();
    });
}
