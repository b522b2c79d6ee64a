import { ENCODINGS } from '../../calibration/log/encoding';
import { LOG_KINDS } from '../../calibration/log/roles';
import type { CalibrateFlags } from '../commands/calibrate';
import type { ForecastFlags } from '../commands/forecast';
import type { LiveFlags } from '../live/options';
import type { Toolkit } from './toolkit';

/** A hall's own log and what follows from it: `calibrate`, `forecast`, `live`. */
export function addLogVerbs({
  answerNo,
  engine,
  floorplan,
  json,
  output,
  stopped,
  tables,
  text,
  verb,
}: Toolkit): void {
  const gather = (value: string, before: readonly string[]) => [...before, value];
  const calibrating = verb(
    'calibrate <log>',
    text(
      '由取号机导出的记录得出方案，并用留出的日子核对（CSV、TSV、XLSX、gzip）',
      'a scenario from a real ticket log, held against days kept back (CSV, TSV, XLSX, gzip)',
    ),
  )
    .option('-o, --output <file>', text('把方案写入文件', 'write the scenario to a file'))
    .option(
      '--map <role=column>',
      text(
        '指定某列的含义，列写表头或序号，可重复；等号后留空即不用',
        'say what a column is, by header or number; may be repeated; nothing after = for none',
      ),
      gather,
      [],
    )
    .option(
      '--outcome <word=meaning>',
      text(
        '解释结果一列的用词，如 转办=ignore',
        'explain a word of the outcomes, such as 转办=ignore',
      ),
      gather,
      [],
    )
    .option(`--kind <${LOG_KINDS.join('|')}>`, text('记录的种类', 'kind of log'))
    .option('--from <date>', text('只取这天及以后', 'from this date on'))
    .option('--until <date>', text('只取这天及以前', 'up to this date'))
    .option(
      '--date <date>',
      text('没有日期的记录：首行的日期', 'logs without dates: the date of the first row'),
    )
    .option(
      '--holdout <days|date>',
      text(
        '留出最后几天或某日起用于核对；0 为不核对（默认最后五分之一）',
        'keep back the last days, or from a date, for validation; 0 for none (the last fifth)',
      ),
    )
    .option(
      '--queue <name>',
      text('只取这个队列，可重复', 'this queue only; may be repeated'),
      gather,
      [],
    )
    .option(
      '--item <name>',
      text('只取这个事项，可重复', 'this item only; may be repeated'),
      gather,
      [],
    )
    .option(
      '--base <scenario>',
      text('放进哪个大厅的平面图', 'the hall whose floor plan it is put into'),
    )
    .option('--dropped <file>', text('把没有使用的行写成 CSV', 'write the rows not used as CSV'))
    .option('--separator <,|;|tab|bar>', text('分隔符', 'separator'))
    .option(`--encoding <${ENCODINGS.join('|')}>`, text('文字编码', 'encoding'))
    .option('--within <minutes>', text('等候目标', 'target wait'), '15')
    .option('--seed <n>', text('随机种子', 'random seed'), '1');
  tables(calibrating)
    .option(...json)
    .action(async (log: string, flags: CalibrateFlags) =>
      (await import('../commands/calibrate')).calibrate(output, log, flags),
    );
  tables(
    verb(
      'forecast <scenario>',
      text(
        '预测某一天各半小时的等候，或由大厅现状推演当天余下时间（文件或内置编号）',
        'the waits of a day to come by half hour, or of the rest of a day from the hall as it is (file or id)',
      ),
    )
      .option('--date <YYYY-MM-DD>', text('哪一天', 'which day'))
      .option('--visits <n>', text('平常一天的来访量', 'visits of an ordinary day'))
      .option(
        '--market-day <factor>',
        text('当天是圩日，来访为平常的几倍', 'it is a market day with so many times the visits'),
      )
      .option('--within <minutes>', text('承诺多少分钟内叫号', 'minutes to be called within'), '15')
      .option('--share <x>', text('承诺的比例', 'share promised'), '0.9')
      .option('--replications <n>', text('模拟天数', 'simulated days'), '1000')
      .option(
        '--state <file>',
        text(
          '大厅现状（格式见 hall schema state）',
          'the hall as it is (format: hall schema state)',
        ),
      )
      .option('--seed <n>', text('随机种子', 'random seed'), '1')
      .option(...engine)
      .option('--workers <n>', text('线程数（默认每核一个）', 'threads (one a core)'))
      .option('--budget <seconds>', text('最长用时', 'longest time'))
      .option(...floorplan),
  )
    .option(...json)
    .action(async (name: string, flags: ForecastFlags) => {
      const { forecast } = await import('../commands/forecast');
      const kept = await forecast(output, name, flags);
      if (kept === null) stopped();
      else if (!kept) answerNo();
    });
  verb(
    'live [log]',
    text(
      '用不断增长的日志或推送的事件镜像真实大厅（CSV、NDJSON）',
      'mirror a real hall from a log that grows, or from events that are pushed (CSV, NDJSON)',
    ),
  )
    .option('--scenario <scenario>', text('是哪个大厅', 'which hall it is'))
    .option(...floorplan)
    .option(
      '--demo <scenario>',
      text('演示：重放模拟的一天', 'try it: a simulated day is replayed'),
    )
    .option('--speed <x>', text('演示的倍速（默认 60）', 'pace of the demonstration (60)'))
    .option('--seed <n>', text('演示的随机种子', 'seed of the demonstration'), '1')
    .option(
      '--replay <x>',
      text('按倍速重放已有日志，如 60x', 'replay a log at a pace, such as 60x'),
    )
    .option('--start <time>', text('从此时刻开始重放', 'begin the replay at this time of day'))
    .option(
      '--from-start',
      text('今天以前的日子也读（默认只用今天的）', 'take in earlier days too, not only today'),
    )
    .option('--port <n>', text('端口，0 为任意', 'port; 0: any that is free'), '4174')
    .option('--host <address>', text('监听地址', 'address to listen at'), '127.0.0.1')
    .option(
      '--token <text>',
      text('口令（也可用环境变量 HALL_LIVE_TOKEN）', 'token (or by HALL_LIVE_TOKEN)'),
    )
    .option(
      '--map <role=column>',
      text('日志的列，可写多次', 'a column of the log; may be repeated'),
      (one: string, before: readonly string[]) => [...before, one],
      [] as readonly string[],
    )
    .option('--lateness <seconds>', text('事件最多可迟到多久', 'how late an event may come'))
    .option('--utc-offset <±hh:mm>', text('大厅的时区', "the hall's offset from UTC"), '+08:00')
    .option('--once', text('读完即输出现状并结束', 'read to the end, say how it is, and end'))
    .option(...json)
    .action(async (file: string | undefined, flags: LiveFlags) =>
      (await import('../commands/live')).live(output, file, flags),
    );
}
