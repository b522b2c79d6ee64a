import { Command, CommanderError } from 'commander';
import { ENCODINGS } from '../calibration/log/encoding';
import { LOG_KINDS } from '../calibration/log/roles';
import { LENS_MODELS } from '../coverage/optics/lens-of';
import { EDITION_IDS } from '../coverage/optics/standards';
import { SUPPORTS } from '../coverage/placement/places';
import { PROFILE_IDS } from '../coverage/profiles';
import { SECTION_IDS } from '../report/document/contents';
import { RECORD_FORMAT_IDS } from '../report/event-log/formats';
import { InputError } from '../scenarios/problem';
import { PRODUCT } from '../scenarios/product';
import { FORMATS } from '../scenarios/schema-json';
import { ENGINES } from '../sim/kernel/calendar';
import { ORGANISATIONS } from '../sim/planning/design';
import type { CalibrateFlags } from './commands/calibrate';
import type { CheckFlags } from './commands/check';
import type { CompareFlags } from './commands/compare';
import type { CoverageFlags } from './commands/coverage';
import type { ForecastFlags } from './commands/forecast';
import type { OpticsFlags } from './commands/optics';
import type { PlaceFlags } from './commands/place';
import type { PlanFlags } from './commands/plan';
import type { RecordFlags } from './commands/record';
import type { ReportFlags } from './commands/report';
import type { SensitivityFlags } from './commands/sensitivity';
import type { SimulateFlags } from './commands/simulate';
import type { VerifyFlags } from './commands/verify';
import type { LiveFlags } from './live/options';
import { FIRST_MODELS, oneOf } from './options';
import { type Output, sayProblems } from './output';
import { addProvinceVerbs } from './province/verbs';
import { REFUSALS, refusal } from './refusals';

/** What the process ends with. */
export const EXIT = {
  done: 0,
  /** The answer is "no". */
  no: 1,
  badInput: 2,
  /** Stopped, by Ctrl-C or its budget, before the answer was known. */
  stopped: 130,
  /** A fault of the product's own (EX_SOFTWARE of sysexits). */
  fault: 70,
} as const;

const HEADINGS_ZH: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Global Options:': '通用选项：',
  'Commands:': '命令：',
};

/**
 * The verbs and their options. What a verb does is loaded when it is run: a command that only
 * lists or refuses has not to wait for the simulation, the queue and the log readers.
 *
 * @param answerNo hears when a command ran and its answer is "no"
 * @param stopped hears when a command was stopped before it had an answer
 */
function build(output: Output, answerNo: () => void, stopped: () => void): Command {
  const zh = output.language === 'zh';
  const text = (chinese: string, english: string) => (zh ? chinese : english);
  const program = new Command('hall')
    .description(
      text('政务服务大厅的数字孪生：模拟、平面图', 'A digital twin of a township service hall'),
    )
    .version(PRODUCT.version, '--version', text('显示版本', 'print the version'))
    .exitOverride()
    .configureOutput({
      writeOut: (words) => output.answer(words.trimEnd()),
      writeErr: () => {},
    })
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => (zh ? (HEADINGS_ZH[title] ?? title) : title),
    })
    .helpOption('-h, --help', text('显示帮助', 'print help'))
    .helpCommand(false)
    .option(
      '--lang <zh|en>',
      text(
        '消息语言；报告的语言（zh、en 或 both）',
        'language of messages; of a report zh, en or both',
      ),
    )
    .hook('preAction', (command, verb) => {
      const { lang } = command.opts<{ lang?: string }>();
      const choices = verb.name() === 'report' ? ['zh', 'en', 'both'] : ['zh', 'en'];
      if (lang !== undefined) oneOf('--lang', lang, choices);
    });

  const verb = (usage: string, description: string) =>
    program.command(usage).description(description).helpCommand(false);
  const json = ['--json', text('输出一个 JSON 文档', 'print one JSON document')] as const;

  /** Options of what sweeps over many runs. */
  const sweeping = (command: Command) =>
    command
      .option('--seed <n>', text('随机种子', 'random seed'), '1')
      .option(`--engine <${ENGINES.join('|')}>`, text('引擎', 'engine'), 'default')
      .option('--workers <n>', text('线程数（默认每核一个）', 'threads (one a core)'))
      .option('--budget <seconds>', text('最长用时', 'longest time'))
      .option('--journal <file>', text('把进度写入日志，可中断', 'keep a journal, to be resumed'))
      .option('--resume <file>', text('从日志继续', 'go on with a journal'));
  /** Options of what is answered in tables. */
  const tables = (command: Command) =>
    command
      .option('--csv <file>', text('另存为 CSV', 'write the table as CSV'))
      .option('--xlsx <file>', text('另存为 XLSX', 'write the tables as XLSX'));
  /** Options of a promise, and of how it is judged. */
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

  verb('list', text('列出 13 个大厅', 'list the 13 halls'))
    .option(...json)
    .action(async (options: { json?: boolean }) =>
      (await import('./commands/list')).list(output, options),
    );
  verb(
    'show <id>',
    text(
      '以 JSON 输出内置的方案或平面图，可供修改',
      'print a shipped scenario or floor plan as JSON, ready to edit',
    ),
  )
    .option(...json)
    .action(async (id: string) => (await import('./commands/show')).show(output, id));
  verb(
    `schema <${FORMATS.join('|')}>`,
    text('输出格式的 JSON Schema', 'print the JSON Schema of a format'),
  )
    .option(...json)
    .action(async (format: string) => (await import('./commands/schema')).schema(output, format));
  const simulating = verb(
    'simulate <scenario>',
    text(
      '模拟一个方案（文件或内置编号）',
      'simulate a scenario (a file, or the id of a shipped one)',
    ),
  )
    .option('--replications <n>', text('重复次数', 'replications'), '30')
    .option('--seed <n>', text('随机种子', 'random seed'), '1')
    .option(`--engine <${ENGINES.join('|')}>`, text('引擎', 'engine'), 'default')
    .option(
      '--floorplan <plan>',
      text('改用此平面图（文件或内置编号）', 'use this floor plan instead (file or id)'),
    )
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
      (await import('./commands/simulate')).simulate(output, name, flags),
    );
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
      (await import('./commands/calibrate')).calibrate(output, log, flags),
    );
  const comparing = verb(
    'compare <scenarios...>',
    text(
      '用同一批办事人比较 2 到 8 个方案（文件、内置编号，或“方案@平面图”）',
      'compare 2 to 8 scenarios on the same visitors (files, shipped ids, or scenario@plan)',
    ),
  )
    .option('--replications <n>', text('重复次数（默认 30）', 'replications (30)'))
    .option(
      '--precision <measure=x>',
      text(
        '重复到该指标的区间半宽不超过 x 为止，如 waitMeanS=10',
        'go on until the intervals of a measure are at most ±x, such as waitMeanS=10',
      ),
    );
  tables(sweeping(comparing))
    .option(...json)
    .action(async (names: string[], flags: CompareFlags) =>
      (await import('./commands/compare')).compare(output, names, flags),
    );
  const planning = verb(
    'plan <scenario>',
    text(
      '兑现等候承诺最少要几个窗口，或最省的排班（文件、内置编号；all 为全部 13 个大厅）',
      'the fewest windows, or the cheapest staffing, that keep a promise (file or id; all: the 13 halls)',
    ),
  )
    .option('--windows <a-b>', text('受理窗口数的范围', 'accepting windows to try'), '3-13')
    .option(
      '--organisation <list>',
      text(
        `分工方式，逗号分隔：${ORGANISATIONS.join('、')}（默认全部）`,
        `organisations, with commas: ${ORGANISATIONS.join(', ')} (all)`,
      ),
    )
    .option('--staffing', text('按半小时排班，不改窗口数', 'staff by half hour instead'))
    .option(
      '--shifts <list>',
      text(
        '可排的班次，如 09:00-12:00+13:00-17:00,09:00-12:00；或 half-hours',
        'shifts, such as 09:00-12:00+13:00-17:00,09:00-12:00; or half-hours',
      ),
    )
    .option(
      '--floorplan <plan>',
      text('改用此平面图（文件或内置编号）', 'use this floor plan instead (file or id)'),
    );
  tables(sweeping(promising(planning)))
    .option(...json)
    .action(async (name: string, flags: PlanFlags) => {
      const { plan } = await import('./commands/plan');
      const answered = await plan(output, name, flags);
      if (answered === 'no') answerNo();
      if (answered === 'stopped') stopped();
    });
  addProvinceVerbs({ output, verb, text, tables, json }, answerNo, stopped);
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
      .option(`--engine <${ENGINES.join('|')}>`, text('引擎', 'engine'), 'default')
      .option('--workers <n>', text('线程数（默认每核一个）', 'threads (one a core)'))
      .option('--budget <seconds>', text('最长用时', 'longest time'))
      .option(
        '--floorplan <plan>',
        text('改用此平面图（文件或内置编号）', 'use this floor plan instead (file or id)'),
      ),
  )
    .option(...json)
    .action(async (name: string, flags: ForecastFlags) => {
      const { forecast } = await import('./commands/forecast');
      const kept = await forecast(output, name, flags);
      if (kept === null) stopped();
      else if (!kept) answerNo();
    });
  const shaking = verb(
    'sensitivity <scenario>',
    text('哪个假设最影响结论', 'which assumption moves the answer most'),
  )
    .option('--replications <n>', text('每点重复次数', 'replications of every point'), '60')
    .option('--needs', text('每端再求最少窗口数', 'the fewest windows at each end too'))
    .option('--map <a,b>', text('两个假设一起变', 'vary two assumptions together'))
    .option(
      '--floorplan <plan>',
      text('改用此平面图（文件或内置编号）', 'use this floor plan instead (file or id)'),
    );
  tables(sweeping(promising(shaking)))
    .option(...json)
    .action(async (name: string, flags: SensitivityFlags) =>
      (await import('./commands/sensitivity')).sensitivity(output, name, flags),
    );
  tables(
    verb(
      'check <floorplan>',
      text(
        '大厅是否符合各项规则：面积、窗口、通道、监控、标识（平面图文件或内置编号）',
        'whether a hall keeps the rules: area, windows, passages, cameras, signs (floor plan by file or id)',
      ),
    ),
  )
    .option(
      '--hall <id>',
      text('是哪个大厅（曲溪、磐东不办婚姻登记）', 'which hall (two register no marriages)'),
    )
    .option(...json)
    .action(async (name: string, flags: CheckFlags) => {
      const { check } = await import('./commands/check');
      if (!(await check(output, name, flags))) answerNo();
    });
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
    .option(`--engine <${ENGINES.join('|')}>`, text('引擎', 'engine'), 'default')
    .option(
      '--floorplan <plan>',
      text('改用此平面图（文件或内置编号）', 'use this floor plan instead (file or id)'),
    )
    .option(...json)
    .action(async (name: string, flags: RecordFlags) =>
      (await import('./commands/record')).record(output, name, flags),
    );
  const reporting = verb(
    'report <scenario>',
    text(
      '把一个大厅的报告写成单个 HTML 文件，可打印为 A4（文件、内置编号，或“方案@平面图”）',
      'the report of a hall as one HTML file, to be printed on A4 (file, shipped id, or scenario@plan)',
    ),
  )
    .requiredOption('-o, --output <file>', text('写入此文件', 'write it to this file'))
    .option('--against <scenarios...>', text('与这些方案比较', 'compare with these scenarios'))
    .option('--plan-search', text('求兑现承诺的最少窗口数', 'find the fewest windows'))
    .option(
      '--floorplan <plan>',
      text('改用此平面图（文件或内置编号）', 'use this floor plan instead (file or id)'),
    )
    .option('--replications <n>', text('重复次数', 'replications'), '30')
    .option('--date <date>', text('报告日期（默认今天）', 'date of the report (today)'))
    .option('--title <text>', text('标题', 'title'))
    .option('--author <text>', text('编制单位或人', 'who prepared it'))
    .option(
      '--sections <list>',
      text(
        `包含的部分，逗号分隔：${SECTION_IDS.join('、')}（默认全部）`,
        `parts, with commas: ${SECTION_IDS.join(', ')} (all)`,
      ),
    );
  sweeping(reporting)
    .option(...json)
    .action(async (name: string, _: unknown, command: Command) => {
      const { report } = await import('./commands/report');
      if (!(await report(output, name, command.optsWithGlobals<ReportFlags>()))) stopped();
    });
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
      const { verify } = await import('./commands/verify');
      if (!verify(output, ids, flags)) answerNo();
    });
  tables(
    verb(
      'coverage <floorplan>',
      text(
        '每个窗口是否看得清、有没有拾音器（平面图文件或内置编号）',
        'whether every window is clearly monitored and has its pickup (floor plan by file or id)',
      ),
    ),
  )
    .option('--plane <metres>', text('测量此高度的平面', 'measure the plane at this height'), '0')
    .option(`--profile <${PROFILE_IDS.join('|')}>`, text('阈值', 'thresholds'), PROFILE_IDS[0])
    .option(
      `--standard <${EDITION_IDS.join('|')}>`,
      text('密度等级按哪一版标准', 'edition of the standard for classes of density'),
      EDITION_IDS[0],
    )
    .option(
      '--density <px/m>',
      text('平面以此密度为覆盖', 'density from which the plane counts as covered'),
    )
    .option('--by-class', text('列出平面各密度等级的面积', "the plane's area by class"))
    .option(
      '--day <scenario>',
      text(
        '看方案模拟的一天：每个窗口清晰的时间比例、最差一分钟和遮挡者',
        'watch a simulated day of a scenario: share of time clear, worst minute, who stood in the way',
      ),
    )
    .option('--seed <n>', text('模拟的随机种子', 'seed of the day'), '1')
    .option('--every <seconds>', text('一天中每隔多久看一次', 'between looks at the day'), '1')
    .option('--queue <n>', text('另有多少人排队', 'people queueing besides'), '0')
    .option('--posture <standing|seated>', text('办事人站或坐', 'how visitors are'), 'standing')
    .option(`--lens <${LENS_MODELS.join('|')}>`, text('镜头模型', 'lens model'), LENS_MODELS[0])
    .option('--cell <metres>', text('平面的网格', 'cells of the plane'), '0.05')
    .option(
      '--pickup-reach <metres>',
      text('拾音距离（默认值为假设）', 'reach of a pickup (the default is an assumption)'),
    )
    .option(...json)
    .action(async (name: string, flags: CoverageFlags) => {
      const { coverage } = await import('./commands/coverage');
      if (!(await coverage(output, name, flags))) answerNo();
    });
  verb(
    'place <floorplan>',
    text(
      '使每个窗口都清晰的最少摄像机，并给出证明',
      'the fewest cameras by which every window is clearly monitored, with the proof',
    ),
  )
    .option(
      '--models <ids>',
      text('可用型号，逗号分隔', 'models to choose from, with commas'),
      FIRST_MODELS,
    )
    .option(
      `--on <${SUPPORTS.join(',')}>`,
      text('安装处', 'what to hang them on'),
      SUPPORTS.join(','),
    )
    .option(
      '--heights <metres>',
      text('墙上的高度，逗号分隔', 'heights on walls, with commas'),
      '2.5',
    )
    .option('--step <metres>', text('候选位置的间距', 'between places that are tried'), '1')
    .option(
      '--times <n>',
      text(
        '每个目标由几台看清；2 即坏一台仍可',
        'cameras that see each target; 2: any one may fail',
      ),
      '1',
    )
    .option(
      '--spare <n>',
      text('另加几台看盲区地面', 'cameras beyond the fewest, for floor that nobody sees'),
      '0',
    )
    .option(
      '--library <file>',
      text('自有型号库（JSON）', 'camera models of your own (JSON), besides the shipped ones'),
    )
    .option(`--profile <${PROFILE_IDS.join('|')}>`, text('阈值', 'thresholds'), PROFILE_IDS[0])
    .option('--posture <standing|seated>', text('办事人站或坐', 'how visitors are'), 'standing')
    .option('--queue <n>', text('另有多少人排队', 'people queueing besides'), '0')
    .option(...json)
    .action(async (name: string, flags: PlaceFlags) => {
      const { place } = await import('./commands/place');
      if (!(await place(output, name, flags))) answerNo();
    });
  verb(
    'optics',
    text(
      '摄像机的视角、像素密度，以及标准各等级的距离',
      "a camera's angles, pixel density, and the distance of each class of the standard",
    ),
  )
    .option('--resolution <WxH>', text('分辨率，如 2688x1520', 'resolution, such as 2688x1520'))
    .option('--hfov <deg>', text('标称水平视角，度', 'printed horizontal angle, degrees'))
    .option(
      '--vfov <deg>',
      text('标称垂直视角，度（不写则推算）', 'printed vertical angle, degrees (else computed)'),
    )
    .option(
      '--sensor <inch>',
      text('无标称视角时：传感器型号，如 1/2.8', 'without printed angles: sensor, such as 1/2.8'),
    )
    .option('--focal <mm>', text('及焦距，mm', 'and focal length, mm'))
    .option('--at <metres>', text('另列此距离处的密度', 'the density at this distance too'))
    .option(...json)
    .action(async (flags: OpticsFlags) =>
      (await import('./commands/optics')).optics(output, flags),
    );
  verb(
    'live [log]',
    text(
      '用不断增长的日志或推送的事件镜像真实大厅（CSV、NDJSON）',
      'mirror a real hall from a log that grows, or from events that are pushed (CSV, NDJSON)',
    ),
  )
    .option('--scenario <scenario>', text('是哪个大厅', 'which hall it is'))
    .option(
      '--floorplan <plan>',
      text('改用此平面图（文件或内置编号）', 'use this floor plan instead (file or id)'),
    )
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
      (await import('./commands/live')).live(output, file, flags),
    );
  return program;
}

/** Commander's refusals in the product's words. */
function refusalOf(error: CommanderError): InputError {
  const named = /'([^']+)'/.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'commander.unknownOption':
      return refusal('hall', named, REFUSALS.unknownOption(named));
    case 'commander.unknownCommand':
      return refusal('hall', named, REFUSALS.unknownCommand(named));
    case 'commander.missingArgument':
      return refusal('hall', `<${named}>`, REFUSALS.missingArgument(`<${named}>`));
    case 'commander.missingMandatoryOptionValue':
      return refusal(
        'hall',
        named.split(' ')[1] ?? named,
        REFUSALS.neededOption(named, 'report.html'),
      );
    case 'commander.optionMissingArgument':
      return refusal('hall', named.split(' ')[0]!, REFUSALS.missingValue(named));
    case 'commander.excessArguments':
      return refusal('hall', '', REFUSALS.surplusArgument());
    default:
      return refusal('hall', '', REFUSALS.badCommandLine(error.message));
  }
}

/**
 * Runs one command line.
 *
 * @param argv words after the command's name
 * @returns the exit code
 */
export async function run(argv: readonly string[], output: Output): Promise<number> {
  let code: number = EXIT.done;
  const program = build(
    output,
    () => {
      code = EXIT.no;
    },
    () => {
      code = EXIT.stopped;
    },
  );
  if (argv.length === 0) {
    output.say(program.helpInformation().trimEnd());
    return EXIT.badInput;
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.done;
    const refused = error instanceof CommanderError ? refusalOf(error) : error;
    if (!(refused instanceof InputError)) {
      const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
      output.say(
        output.language === 'zh'
          ? `程序内部错误，请报告：\n${fault}`
          : `A fault of the program; please report it:\n${fault}`,
      );
      return EXIT.fault;
    }
    sayProblems(output, refused);
    return EXIT.badInput;
  }
}
