import type { ItemList } from '../../drawing/edit/items';
import type { Language } from '../../scenarios/text';
import type { SectionId } from './contents';

export interface DocumentWords {
  readonly language: string;
  readonly switch: string;
  readonly kind: string;
  readonly sections: Readonly<Record<SectionId, string>>;
  /** Kinds of things, many and one. */
  readonly items: Readonly<Record<ItemList, string>>;
  readonly item: Readonly<Record<ItemList, string>>;
  readonly hall: string;
  readonly floorplan: string;
  readonly noPlan: string;
  readonly date: string;
  readonly author: string;
  readonly product: string;
  readonly seed: string;
  readonly replications: string;
  readonly about: string;
  readonly question: string;
  readonly answer: string;
  readonly scale: (scale: number) => string;
  readonly north: string;
  readonly planNote: string;
  readonly area: (m2: string) => string;
  readonly measure: string;
  readonly mean: string;
  readonly interval: string;
  readonly n: string;
  readonly better: string;
  readonly className: string;
  readonly byClass: string;
  readonly visits: string;
  readonly wait: string;
  readonly called: string;
  readonly variants: string;
  readonly against: (letter: string) => string;
  readonly difference: (letter: string) => string;
  readonly verdict: string;
  readonly failed: (reason: string) => string;
  readonly pairedNote: string;
  readonly design: string;
  readonly windows: string;
  readonly time: string;
  readonly waiting: string;
  readonly tickets: string;
  readonly minutes: string;
  readonly people: string;
  readonly target: (minutes: string) => string;
  readonly bandNote: (n: number) => string;
  readonly shares: Readonly<Record<'serving' | 'walking' | 'idle' | 'closed', string>>;
  readonly utilisationNote: (n: number) => string;
  readonly window: string;
  readonly face: string;
  readonly counter: string;
  readonly pickup: string;
  readonly camera: string;
  readonly density: string;
  readonly visible: string;
  readonly angles: string;
  readonly found: string;
  readonly limits: string;
  readonly limit: string;
  readonly source: string;
  readonly noPickup: string;
  readonly cameraNote: (profile: string) => string;
  readonly rule: string;
  readonly severity: string;
  readonly outcome: string;
  readonly place: string;
  readonly wrong: string;
  readonly remedy: string;
  readonly findings: string;
  readonly whole: string;
  readonly part: string;
  readonly path: string;
  readonly value: string;
  readonly kindOf: string;
  readonly basis: string;
  readonly counted: (kind: string, n: number) => string;
  readonly others: (n: number) => string;
  readonly assumptionNote: string;
  readonly command: string;
  readonly hash: string;
  readonly hashNote: string;
  readonly openAgain: string;
  readonly sameBytes: string;
  readonly simulated: string;
  readonly stop: string;
  readonly listed: string;
}

const ZH_ITEMS = {
  zones: '分区',
  walls: '墙',
  doors: '门',
  columns: '柱',
  counters: '柜台',
  windows: '窗口',
  seats: '座位',
  fixtures: '设施',
  displays: '显示屏',
  signs: '标识',
  cameras: '摄像机',
  pickups: '拾音器',
};

const ZH: DocumentWords = {
  language: '中文',
  switch: '语言',
  kind: '大厅仿真评估报告',
  sections: {
    answer: '问题与结论',
    plan: '平面图',
    measures: '主要指标',
    comparison: '方案比较',
    search: '最少窗口数',
    waiting: '逐半小时等候',
    utilisation: '窗口忙闲',
    cameras: '监控与拾音',
    rules: '规则检查',
    assumptions: '参数与来源',
    again: '如何重做',
  },
  items: ZH_ITEMS,
  item: ZH_ITEMS,
  hall: '大厅',
  floorplan: '平面图',
  noPlan: '无（步行不计时）',
  date: '日期',
  author: '编制',
  product: '软件与版本',
  seed: '随机种子',
  replications: '模拟次数',
  about:
    '本报告的数字由模拟得出，不是实测；每个数字都附置信区间和模拟次数，所用参数的来源逐项列出。',
  question: '问题',
  answer: '结论',
  scale: (scale) => `比例 1:${scale}（按 A4 原大打印）`,
  north: '指北：平面图未给出',
  planNote: '尺寸为外轮廓，单位米；窗口上的数字是窗口号。',
  area: (m2) => `建筑面积 ${m2} m²`,
  measure: '指标',
  mean: '均值',
  interval: '95% 置信区间',
  n: '次数',
  better: '好坏方向',
  className: '事项类别',
  byClass: '按事项类别',
  visits: '到达人次',
  wait: '平均等候',
  called: '按时叫到号',
  variants: '参与比较的方案',
  against: (letter) => `方案 ${letter} 与方案 A`,
  difference: (letter) => `${letter} − A`,
  verdict: '结论',
  failed: (reason) => `无法模拟：${reason}`,
  pairedNote:
    '差值按同一批办事人逐次相减；比例的差值为百分点。多个方案时区间已按个数放宽（Bonferroni）。区间不含 0 才说更好或更差。',
  design: '方案',
  windows: '窗口数',
  time: '时段',
  waiting: '等候人数',
  tickets: '取号人数',
  minutes: '平均等候，分钟',
  people: '平均等候人数',
  target: (minutes) => `目标 ${minutes} 分钟`,
  bandNote: (n) => `线为 ${n} 次模拟的均值，色带为 95% 置信区间；按取号时间归入半小时。`,
  shares: { serving: '办理', walking: '等人走到或评价', idle: '空闲', closed: '关闭' },
  utilisationNote: (n) =>
    `色条为全天各状态所占时间；右侧数字为利用率，即开放时间中用于办理的比例（95% 置信区间），${n} 次模拟。`,
  window: '窗口',
  face: '面部',
  counter: '台面',
  pickup: '拾音器',
  camera: '摄像机',
  density: 'px/m',
  visible: '可见',
  angles: '水平/垂直角',
  found: '不清晰的原因',
  limits: '判定所用的限值',
  limit: '限值',
  source: '来源',
  noPickup: '无',
  cameraNote: (profile) =>
    `按平面图计算，不是实测；办事人站立，每个窗口一位办事人和一位工作人员。阈值：${profile}。拾音器的有效距离未见公布数据，只列距离。`,
  rule: '规则',
  severity: '性质',
  outcome: '结果',
  place: '位置',
  wrong: '问题',
  remedy: '办法',
  findings: '不符合之处',
  whole: '整个平面图',
  part: '部分',
  path: '参数（方案文件中的路径）',
  value: '值',
  kindOf: '性质',
  basis: '依据',
  counted: (kind, n) => `${kind} ${n} 项`,
  others: (n) => `等 ${n} 项`,
  assumptionNote:
    '数值、来源和依据都相同的参数合并为一行。没有自己注明来源的数，取其所在部分注明的来源；逐项路径见方案文件或表格。',
  command: '命令',
  hash: '方案校验值（SHA-256）',
  hashNote: '按本文件内嵌方案的紧凑 JSON 计算。',
  openAgain:
    '本文件内嵌完整方案与平面图：把它拖到软件的大厅页，或在命令中当作方案文件使用，即可重新打开。',
  sameBytes: '同一方案、平面图和种子得出逐字节相同的结果，与机器和线程数无关。',
  simulated: '模拟结果，不是实测数据。',
  stop: '。',
  listed: '、',
};

const EN: DocumentWords = {
  language: 'English',
  switch: 'Language',
  kind: 'Simulation report of a service hall',
  sections: {
    answer: 'Question and answer',
    plan: 'Floor plan',
    measures: 'Measures',
    comparison: 'Comparison',
    search: 'Fewest windows',
    waiting: 'Waiting by half hour',
    utilisation: 'What windows do',
    cameras: 'Cameras and pickups',
    rules: 'Check of the rules',
    assumptions: 'Parameters and sources',
    again: 'How to run it again',
  },
  items: {
    zones: 'zones',
    walls: 'walls',
    doors: 'doors',
    columns: 'columns',
    counters: 'counters',
    windows: 'windows',
    seats: 'seats',
    fixtures: 'fixtures',
    displays: 'displays',
    signs: 'signs',
    cameras: 'cameras',
    pickups: 'pickups',
  },
  item: {
    zones: 'zone',
    walls: 'wall',
    doors: 'door',
    columns: 'column',
    counters: 'counter',
    windows: 'window',
    seats: 'seat',
    fixtures: 'fixture',
    displays: 'display',
    signs: 'sign',
    cameras: 'camera',
    pickups: 'pickup',
  },
  hall: 'Hall',
  floorplan: 'Floor plan',
  noPlan: 'none (walking takes no time)',
  date: 'Date',
  author: 'Prepared by',
  product: 'Software and version',
  seed: 'Seed',
  replications: 'Replications',
  about:
    'The figures in this report are simulated, not measured. Each stands with its confidence interval and the number of replications, and every parameter with where it comes from.',
  question: 'Question',
  answer: 'Answer',
  scale: (scale) => `Scale 1:${scale} (printed on A4 at full size)`,
  north: 'North: not given in the plan',
  planNote: 'Lengths are those of the outline, in metres; the numbers are those of the windows.',
  area: (m2) => `Gross floor area ${m2} m²`,
  measure: 'Measure',
  mean: 'Mean',
  interval: '95 % interval',
  n: 'n',
  better: 'Direction',
  className: 'Class',
  byClass: 'By class',
  visits: 'Visits',
  wait: 'Mean wait',
  called: 'Called in time',
  variants: 'Scenarios compared',
  against: (letter) => `${letter} against A`,
  difference: (letter) => `${letter} − A`,
  verdict: 'Verdict',
  failed: (reason) => `could not be simulated: ${reason}`,
  pairedNote:
    'Differences are taken replication by replication on the same visitors; those of shares are percentage points. Among several scenarios the intervals are widened for their number (Bonferroni). Better or worse is said only where the interval leaves zero out.',
  design: 'Design',
  windows: 'Windows',
  time: 'Time',
  waiting: 'Waiting',
  tickets: 'Tickets',
  minutes: 'Mean wait, minutes',
  people: 'Mean number waiting',
  target: (minutes) => `target ${minutes} min`,
  bandNote: (n) =>
    `Lines are means over ${n} replications, bands their 95 % intervals; by the half hour in which the ticket was taken.`,
  shares: {
    serving: 'serving',
    walking: 'visitor on the way or rating',
    idle: 'idle',
    closed: 'closed',
  },
  utilisationNote: (n) =>
    `Bars are shares of the day; figures at the right the share of its open time that a window serves, with the 95 % interval, over ${n} replications.`,
  window: 'Window',
  face: 'Face',
  counter: 'Counter',
  pickup: 'Pickup',
  camera: 'camera',
  density: 'px/m',
  visible: 'seen',
  angles: 'hor./ vert.',
  found: 'Why it is not clear',
  limits: 'Limits that verdicts go by',
  limit: 'Limit',
  source: 'Source',
  noPickup: 'none',
  cameraNote: (profile) =>
    `Computed from the floor plan, not measured: visitors standing, a visitor and a clerk at every window. Thresholds: ${profile}. No reach of a pickup is published: its distance is told, and no verdict rests on it.`,
  rule: 'Rule',
  severity: 'Severity',
  outcome: 'Outcome',
  place: 'Where',
  wrong: 'What is wrong',
  remedy: 'Remedy',
  findings: 'What breaks a rule',
  whole: 'the whole plan',
  part: 'Part',
  path: 'Parameter (path in the scenario file)',
  value: 'Value',
  kindOf: 'Kind',
  basis: 'What it rests on',
  counted: (kind, n) => `${kind} ${n}`,
  others: (n) => `and others, ${n} in all`,
  assumptionNote:
    'Parameters that agree in value, kind and basis share a row. A number that names no source of its own has that of the part it stands in; every single path is in the scenario file and the tables.',
  command: 'Command',
  hash: 'Hash of the scenario (SHA-256)',
  hashNote: 'Of the scenario in this file as compact JSON.',
  openAgain:
    'This file carries the whole scenario with its floor plan: drop it on the hall page, or name it as the scenario of a command, to open it again.',
  sameBytes:
    'The same scenario, floor plan and seed give the same bytes, on any machine and with any number of threads.',
  simulated: 'Simulated, not measured.',
  stop: '.',
  listed: ', ',
};

export const DOCUMENT_WORDS: Readonly<Record<Language, DocumentWords>> = { zh: ZH, en: EN };
