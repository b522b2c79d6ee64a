import { InputError, type Problem } from '../scenarios/problem';

type Words = Omit<Problem, 'path'>;

const words = (zh: string, en: string, remedyZh: string, remedyEn: string): Words => ({
  message: { zh, en },
  remedy: { zh: remedyZh, en: remedyEn },
});

const help = ['用 hall --help 查看用法', 'See hall --help'] as const;
const orNearest = (near: string | null, zh: string, en: string) =>
  near === null
    ? ([zh, en] as const)
    : ([`是否想写 "${near}"？`, `Did you mean "${near}"?`] as const);

/** Choices that are listed; a user's library may have thousands. */
const MOST_CHOICES = 40;
const first = (choices: readonly string[]) =>
  choices.length > MOST_CHOICES ? [...choices.slice(0, MOST_CHOICES), '…'] : choices;

/** What the command itself refuses, beyond the contents of documents. */
export const REFUSALS = {
  unknownDocument: (name: string, near: string | null, ids: readonly string[]) =>
    words(
      `没有名为 "${name}" 的文件，也没有这个编号的内置文档`,
      `There is no file "${name}", and nothing shipped has this id`,
      ...orNearest(near, `内置的有：${ids.join('、')}`, `Shipped are ${ids.join(', ')}`),
    ),
  unknownCase: (name: string, near: string | null, groups: readonly string[]) =>
    words(
      `没有名为 "${name}" 的核对项`,
      `There is no case "${name}"`,
      ...orNearest(
        near,
        `可写核对项的编号，或整组：${groups.join('、')}`,
        `Name a case, or a whole group: ${groups.join(', ')}`,
      ),
    ),
  noFile: (name: string) =>
    words(
      `没有名为 "${name}" 的文件`,
      `There is no file "${name}"`,
      '请检查文件名和路径',
      'Check its name and folder',
    ),
  notPair: (given: string) =>
    words(
      `"${given}" 不是 名称=值`,
      `"${given}" is not name=value`,
      '如 --map ticket=取号时间',
      'Such as --map ticket=取号时间',
    ),
  noScenario: () =>
    words(
      '记录不足以得出方案，没有写入文件',
      'The log holds too little for a scenario; no file was written',
      '请不带 -o 运行，看看缺什么',
      'Run it without -o to see what is missing',
    ),
  unreadable: (reason: string) =>
    words(
      `无法读取（${reason}）`,
      `It cannot be read (${reason})`,
      '请检查路径与权限',
      'Check the path and its permissions',
    ),
  notUtf8: () =>
    words(
      '文件不是 UTF-8 编码',
      'The file is not encoded in UTF-8',
      '请用编辑器另存为 UTF-8（不是 GBK 或 Unicode）',
      'Save it as UTF-8 in your editor (not as GBK or UTF-16)',
    ),
  unwritable: (reason: string) =>
    words(
      `无法写入（${reason}）`,
      `It cannot be written (${reason})`,
      '请检查目录是否存在以及权限',
      'Check that the folder exists and may be written to',
    ),
  notDate: (given: string) =>
    words(
      `"${given}" 不是日期`,
      `"${given}" is not a date`,
      '写成 2026-03-02 这样的年-月-日',
      'Write year, month and day, such as 2026-03-02',
    ),
  isFolder: () =>
    words(
      '这是一个文件夹，不是文件',
      'This is a folder, not a file',
      '请给出一个 JSON 文件',
      'Name a JSON file',
    ),
  notInteger: (given: string, min: number, max: number) =>
    words(
      `"${given}" 不在范围内`,
      `"${given}" is out of range`,
      `应为 ${min} 到 ${max} 的整数`,
      `Give a whole number from ${min} to ${max}`,
    ),
  notNumber: (given: string, min: number, max: number) =>
    words(
      `"${given}" 不在范围内`,
      `"${given}" is out of range`,
      `应为 ${min} 到 ${max} 的数字`,
      `Give a number from ${min} to ${max}`,
    ),
  notChoice: (given: string, choices: readonly string[]) =>
    words(
      `不认识 "${given}"`,
      `"${given}" is not known here`,
      `可选：${first(choices).join('、')}`,
      `Choose one of ${first(choices).join(', ')}`,
    ),
  notSoMany: (given: number, min: number, max: number) =>
    words(
      `给出了 ${given} 个方案`,
      `${given} ${given === 1 ? 'scenario is' : 'scenarios are'} given`,
      `请给出 ${min} 到 ${max} 个`,
      `Name ${min} to ${max}`,
    ),
  journalTwice: () =>
    words(
      '--journal 与 --resume 只能用一个',
      '--journal and --resume exclude each other',
      '新的推演用 --journal，继续用 --resume',
      'Use --journal for a new sweep, --resume to go on with one',
    ),
  journalExists: (file: string) =>
    words(
      '日志文件已存在',
      'The journal is there already',
      `要继续它，请用 --resume ${file}；要重新开始，请换一个文件名`,
      `Go on with it by --resume ${file}, or begin anew with another file`,
    ),
  oneHall: () =>
    words(
      '排班一次只算一个大厅',
      'Staffing is planned for one hall at a time',
      '请写一个大厅的编号',
      'Name one hall',
    ),
  notAssumed: (given: string, there: readonly string[]) =>
    words(
      `这个方案里没有 ${given} 可变`,
      `This scenario has no ${given} to vary`,
      `可变的有：${there.join('、')}`,
      `It has ${there.join(', ')}`,
    ),
  notMap: (given: string) =>
    words(
      `"${given}" 不是两个假设`,
      `"${given}" does not name two assumptions`,
      '写成 demand,service',
      'Write demand,service',
    ),
  notShift: (given: string) =>
    words(
      `"${given}" 不是班次`,
      `"${given}" is not a shift`,
      '写成 09:00-12:00，一天两段用 + 相连，班次之间用逗号；或写 half-hours',
      'Write 09:00-12:00, two spans of a day with + between them, shifts with commas; or half-hours',
    ),
  noDesign: (given: string) =>
    words(
      `在 ${given} 个窗口的范围内没有可试的设计`,
      `There is no design to try with ${given} windows`,
      '请放宽 --windows；平面图画了几个窗口就最多几个，按现有分工时每个部门至少一个',
      'Widen --windows; a floor plan has no more windows than are drawn, and each department needs one as arranged',
    ),
  shiftsAlone: () =>
    words(
      '班次只用于排班',
      'Shifts are for staffing alone',
      '请加上 --staffing，或去掉 --shifts',
      'Add --staffing, or leave --shifts out',
    ),
  shiftClosed: (given: string) =>
    words(
      `班次 ${given} 里没有一个完整的办公半小时`,
      `The shift ${given} covers no opening half hour`,
      '请写办公时间之内的班次',
      'Write shifts within the opening hours',
    ),
  noHalfHours: () =>
    words(
      '连续运行的方案没有半小时班次',
      'A continuous run has no half hours to staff',
      '请给出按天运行的方案（horizon 为 day 或 days）',
      'Give a scenario that runs by days (horizon day or days)',
    ),
  noDemand: () =>
    words(
      '该方案没有 demand，无法改变每日来访量',
      'The scenario has no demand whose visits could be changed',
      '请去掉 --visits-per-day，或给方案加上 demand',
      'Leave --visits-per-day out, or give the scenario a demand',
    ),
  neededOption: (option: string, example: string) =>
    words(
      `缺少选项 ${option}`,
      `The option ${option} is missing`,
      `请写 ${option} ${example}`,
      `Give ${option} ${example}, for example`,
    ),
  notResolution: (given: string, max: number) =>
    words(
      `"${given}" 不是分辨率`,
      `"${given}" is not a resolution`,
      `写成“宽x高”，如 2688x1520，每边 1 到 ${max} 像素`,
      `Write width x height, such as 2688x1520, each from 1 to ${max} pixels`,
    ),
  noAngles: () =>
    words(
      '没有给出视角',
      'No angles are given',
      '请写 --hfov 与 --vfov（度），或 --sensor 与 --focal，如 --sensor 1/2.8 --focal 2.8',
      'Give --hfov and --vfov in degrees, or --sensor and --focal, such as --sensor 1/2.8 --focal 2.8',
    ),
  anglesTwice: (printed: string, computed: string) =>
    words(
      `${printed} 与 ${computed} 不能同时用`,
      `${printed} and ${computed} exclude each other`,
      '有标称视角就用 --hfov 与 --vfov，没有才用 --sensor 与 --focal',
      'Use --hfov and --vfov if the data sheet prints them, else --sensor and --focal',
    ),
  optionWithout: (given: string, missing: string) =>
    words(
      `有 ${given} 而没有 ${missing}`,
      `${given} is given without ${missing}`,
      `请加上 ${missing}`,
      `Add ${missing}`,
    ),
  focalTooShort: (given: string, sensor: string) =>
    words(
      `焦距 ${given} mm 对 ${sensor} 英寸的传感器太短：没到画面边缘就已看遍四周`,
      `${given} mm is too short for a ${sensor}" sensor: the lens sees all round before the picture ends`,
      '请核对焦距与传感器型号；鱼眼镜头请改用标称视角 --hfov 与 --vfov',
      'Check both; for a fisheye give its printed angles by --hfov and --vfov',
    ),
  noVerticalAngle: () =>
    words(
      '这样的竖幅画面推算不出垂直视角',
      'No vertical angle can be worked out for so upright a picture',
      '请用 --vfov 写出标称的垂直视角',
      'Give the printed vertical angle by --vfov',
    ),
  noWindows: () =>
    words(
      '平面图里没有窗口，无从判断是否看得清',
      'The floor plan has no window that could be monitored',
      '请至少画一个窗口',
      'Draw a window at least',
    ),
  shortToken: (least: number) =>
    words(
      '口令太短，或含有空格等字符',
      'The token is too short, or has blanks in it',
      `请用至少 ${least} 个字母、数字或符号`,
      `Give at least ${least} letters, digits or signs`,
    ),
  openWithoutToken: (host: string, variable: string) =>
    words(
      `${host} 可由别的机器访问，而没有设口令`,
      `${host} can be reached from other machines, and no token is set`,
      `请加 --token，或设环境变量 ${variable}；只在本机看时用 127.0.0.1`,
      `Add --token or set ${variable}; to look from this machine only, use 127.0.0.1`,
    ),
  cannotListen: (reason: string) =>
    words(
      `无法在该地址监听（${reason}）`,
      `Cannot listen there (${reason})`,
      '换一个 --port（0 为任意空闲端口），或检查 --host',
      'Give another --port (0: any that is free), or check --host',
    ),
  notClock: (given: string) =>
    words(`"${given}" 不是时刻`, `"${given}" is no time of day`, '写成 10:05', 'Write 10:05'),
  notOffset: (given: string) =>
    words(`"${given}" 不是时区`, `"${given}" is no offset from UTC`, '写成 +08:00', 'Write +08:00'),
  notMapping: (given: string) =>
    words(
      `"${given}" 不是“角色=列”`,
      `"${given}" is not role=column`,
      '写成 call=叫号时间',
      'Write call=Called at, for example',
    ),
  noLog: () =>
    words(
      '没有给出日志，也没有 --demo',
      'Neither a log nor --demo is given',
      '写 hall live 日志文件，或 hall live --demo quxi',
      'Write hall live FILE, or hall live --demo quxi',
    ),
  logAndDemo: () =>
    words(
      '日志与 --demo 只能用一个',
      'A log and --demo exclude each other',
      '去掉其中一个',
      'Leave one of them out',
    ),
  noEvents: () =>
    words(
      '日志里没有一个可用的事件',
      'The log has no event that could be used',
      '用 hall schema ticket-event 核对格式',
      'Check it against hall schema ticket-event',
    ),
  needsDateOrState: () =>
    words(
      '没有说明预测哪一天',
      'It is not said which day to forecast',
      '用 --date 写日期（YYYY-MM-DD），或用 --state 给出大厅现状',
      'Give a date with --date (YYYY-MM-DD), or the hall as it is with --state',
    ),
  notWithState: (flag: string) =>
    words(
      `从现状推演时不能用 ${flag}`,
      `${flag} does not go with --state`,
      '现状里的 arrived（今天已到人数）说明今天忙不忙',
      'What makes the day busy is in the state itself: "arrived", who came up to now',
    ),
  unknownOption: (option: string) =>
    words(`未知选项 ${option}`, `Unknown option ${option}`, ...help),
  unknownCommand: (command: string) =>
    words(`未知命令 ${command}`, `Unknown command ${command}`, ...help),
  missingArgument: (argument: string) =>
    words(`缺少参数 ${argument}`, `The argument ${argument} is missing`, ...help),
  missingValue: (option: string) =>
    words(`选项 ${option} 缺少值`, `The option ${option} needs a value`, ...help),
  surplusArgument: () => words('参数太多', 'Too many arguments', ...help),
  badCommandLine: (message: string) =>
    words(`命令行有误：${message}`, `The command line is wrong: ${message}`, ...help),
} as const;

/** One problem of one source. */
export function refusal(source: string, path: string, problem: Words): InputError {
  return new InputError(source, [{ path, ...problem }]);
}
