import type { Command } from 'commander';
import type { SweepCommandFlags } from '../commands/sweep';
import type { WorkerFlags } from '../commands/worker';
import type { Swept } from '../province/conclude';
import type { DeliveryFlags } from '../province/deliver';
import type { Toolkit } from './toolkit';

/**
 * The verbs of sweeps over many halls and machines: `sweep`, `merge`, `worker`.
 */
export function addProvinceVerbs(toolkit: Toolkit): void {
  const { output, verb, text, tables, json, engine, answerNo, stopped } = toolkit;
  const swept = (how: Swept) => {
    if (how === 'lacking') answerNo();
    if (how === 'stopped') stopped();
  };
  const queue = [
    '--queue [url]',
    text(
      '把各块交给 Redis 或 Valkey 上的队列，如 redis://主机；不写地址则用环境变量 HALL_REDIS_URL',
      'hand the pieces to a queue on Redis or Valkey, such as redis://host; without an address, HALL_REDIS_URL has it',
    ),
  ] as const;
  const lock = [
    '--lock <seconds>',
    text('多久没有音讯就算失联', 'after so long without a sign of life somebody counts as gone'),
    '30',
  ] as const;
  /** Options of the tables of many halls. */
  const delivering = (command: Command) =>
    tables(command)
      .option('--ranked <file>', text('最需改善的大厅另存为 CSV', 'write the ranked list as CSV'))
      .option(
        '--results <file>',
        text(
          '每次模拟的结果（.parquet 或逐行 JSON）',
          'every run (.parquet, or a JSON document a line)',
        ),
      )
      .option(...json);
  const sweepingHalls = verb(
    'sweep [plan]',
    text(
      '一次推演许多大厅、许多方案（计划文件，格式见 hall schema sweep）',
      'many halls in many variants (a plan by file; see hall schema sweep)',
    ),
  )
    .option(...engine)
    .option('--workers <n>', text('线程数（默认每核一个）', 'threads (one a core)'))
    .option('--budget <seconds>', text('最长用时', 'longest time'))
    .option('--journal <file>', text('把进度写入日志，可中断', 'keep a journal, to be resumed'))
    .option('--resume <file>', text('从日志继续', 'go on with a journal'))
    .option('--slices <n>', text('分成 n 片，只算其中一片', 'do one of n slices'))
    .option('--slice <i>', text('第几片，从 0 起', 'which of them, from 0'))
    .option(...queue)
    .option('--attach <id>', text('接回队列上的推演', 'come back to a sweep on the queue'))
    .option('--cancel', text('取消 --attach 所指的推演', 'cancel the sweep of --attach'))
    .option(
      '--ahead <n>',
      text('队列上最多放多少块', 'pieces on the queue at most, collected or not'),
      '4096',
    )
    .option(...lock);
  delivering(sweepingHalls).action(async (file: string | undefined, flags: SweepCommandFlags) =>
    swept(await (await import('../commands/sweep')).sweep(output, file, flags)),
  );
  delivering(
    verb(
      'merge <journals...>',
      text('合并各片的日志，给出表格', 'join the journals of slices and give the tables'),
    ),
  ).action(async (files: string[], flags: DeliveryFlags) =>
    swept(await (await import('../commands/merge')).merge(output, files, flags)),
  );
  verb(
    'worker',
    text(
      '从队列领取并计算，可在任意多台机器上运行',
      'take pieces from a queue and do them, on any number of machines',
    ),
  )
    .option(...queue)
    .option('--concurrency <n>', text('线程数（默认每核一个）', 'threads (one a core)'))
    .option(...lock)
    .option(
      '--idle <seconds>',
      text('这么久无事可做就结束（默认一直等）', 'end after so long without work (else wait on)'),
    )
    .action(async (flags: WorkerFlags) =>
      (await import('../commands/worker')).worker(output, flags),
    );
}
