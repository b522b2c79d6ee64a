import type { Problem, Words } from './problem';

/** One message in both languages. */
export function say(zh: string, en: string, remedyZh: string, remedyEn: string): Words {
  return { message: { zh, en }, remedy: { zh: remedyZh, en: remedyEn } };
}

const listed = (words: readonly unknown[]) => words.map((w) => JSON.stringify(w)).join(', ');
type Pair = readonly [zh: string, en: string];
const pair = (zh: string, en: string): Pair => [zh, en];

/** The remedy for a name that nothing bears. */
export const meant = (near: string | null, known: readonly string[]): Pair =>
  near === null
    ? pair(
        `可用的有：${known.length > 0 ? listed(known) : '无'}`,
        `Known here: ${known.length > 0 ? listed(known) : 'none'}`,
      )
    : pair(`是否想写 "${near}"？`, `Did you mean "${near}"?`);

/** The names of JSON's kinds of value, as messages say them. */
const KINDS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  string: ['文字', 'text'],
  number: ['数字', 'a number'],
  int: ['整数', 'a whole number'],
  boolean: ['true 或 false', 'true or false'],
  object: ['对象 {…}', 'an object {…}'],
  array: ['列表 […]', 'a list […]'],
  tuple: ['列表 […]', 'a list […]'],
  null: ['null', 'null'],
};
const kindZh = (kind: string) => KINDS[kind]?.[0] ?? kind;
const kindEn = (kind: string) => KINDS[kind]?.[1] ?? kind;

/** What each document is called. */
export const DOCUMENTS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  'hall-twin/scenario': ['方案', 'a scenario'],
  'hall-twin/floorplan': ['平面图', 'a floor plan'],
  'hall-twin/tour': ['导览', 'a tour'],
  'hall-twin/state': ['大厅现状', 'the state of a hall'],
  'hall-twin/ticket-event': ['取号事件', 'a ticket event'],
};

/** Every message that reading and validation can give, in both languages. */
export const MESSAGES = {
  tooLarge: (megabytes: number) =>
    say(
      `文件超过 ${megabytes} MB，未读取`,
      `The file is larger than ${megabytes} MB and was not read`,
      '方案与平面图通常只有几十 KB，请检查是否选错了文件',
      'Scenarios and floor plans are small; check that this is the right file',
    ),
  notJson: (line: number, column: number, found: string | null) =>
    say(
      `不是有效的 JSON：第 ${line} 行第 ${column} 列${found === null ? '，文件提前结束' : `，不应出现 ${JSON.stringify(found)}`}`,
      `Not valid JSON: line ${line}, column ${column}, ${found === null ? 'the text ends too early' : `unexpected ${JSON.stringify(found)}`}`,
      '请在该处检查引号、逗号和括号',
      'Check quotes, commas and brackets there',
    ),
  tooDeep: (limit: number) =>
    say(
      `嵌套超过 ${limit} 层`,
      `Nested deeper than ${limit} levels`,
      '格式本身不需要这样的嵌套，请删去多余的括号',
      'The format never nests that deep; remove the surplus brackets',
    ),
  tooManyProblems: () =>
    say(
      '错误过多，无法逐条列出',
      'More mistakes than can be listed',
      '请先核对各列表的内容，可用 hall schema 查看格式',
      'Check the contents of the lists first; hall schema prints the format',
    ),
  andMore: (count: number) =>
    say(
      `另有 ${count} 处错误未列出`,
      `${count} more mistakes are not listed`,
      '改正以上各处后再读一次',
      'Mend those above and read again',
    ),
  wrongFormat: (wanted: string, found: unknown) => {
    const [wantedZh, wantedEn] = DOCUMENTS[wanted] ?? [wanted, wanted];
    const other = typeof found === 'string' ? DOCUMENTS[found] : undefined;
    return other
      ? say(
          `这里需要${wantedZh}，给的却是${other[0]}`,
          `${capital(wantedEn)} is needed here, and this is ${other[1]}`,
          `请换成"format"为"${wanted}"的文件`,
          `Give a document whose "format" is "${wanted}"`,
        )
      : say(
          `不认识的格式标记 ${short(found)}`,
          `Unknown format mark ${short(found)}`,
          `应为 "${wanted}"`,
          `It has to be "${wanted}"`,
        );
  },
  newerVersion: (version: number, known: number) =>
    say(
      `第 ${version} 版格式由更新的 Hall Twin 写出，本程序只认识到第 ${known} 版`,
      `Version ${version} was written by a newer Hall Twin; this one knows versions up to ${known}`,
      '请升级 Hall Twin，或用旧版格式另存',
      'Update Hall Twin, or save the document in the older version',
    ),
  wrongVersion: (found: unknown, known: number) =>
    say(
      `版本号 ${short(found)} 无效`,
      `${short(found)} is no version`,
      `应为数字 ${known}`,
      `It has to be the number ${known}`,
    ),
  missing: (field: string) =>
    say(
      `缺少字段 "${field}"`,
      `The field "${field}" is missing`,
      '请补上，格式说明见 hall schema',
      'Add it; hall schema prints the format',
    ),
  missingChoice: (field: string, choices: readonly unknown[]) =>
    say(
      `缺少字段 "${field}"`,
      `The field "${field}" is missing`,
      `请补上，取值为 ${listed(choices)} 之一`,
      `Add it with one of ${listed(choices)}`,
    ),
  unknownField: (field: string, near: string | null, known: readonly string[]) =>
    say(
      `未知字段 "${field}"`,
      `Unknown field "${field}"`,
      ...(near === null
        ? pair(
            `请删去${known.length > 0 ? `；此处可用的字段：${listed(known)}` : ''}`,
            `Remove it${known.length > 0 ? `; fields known here: ${listed(known)}` : ''}`,
          )
        : pair(`是否想写 "${near}"?否则请删去`, `Did you mean "${near}"? Otherwise remove it`)),
    ),
  wrongType: (expected: readonly string[], found: string) =>
    say(
      `类型不对：需要${expected.map(kindZh).join('或')}，给的是${kindZh(found)}`,
      `Wrong type: ${expected.map(kindEn).join(' or ')} is needed, and this is ${kindEn(found)}`,
      `请改为${kindZh(expected[0] ?? '')}${expected[0] === 'number' || expected[0] === 'int' ? '（不加引号）' : ''}`,
      `Give ${kindEn(expected[0] ?? '')}${expected[0] === 'number' || expected[0] === 'int' ? ' (without quotes)' : ''}`,
    ),
  notFinite: () =>
    say(
      '数字过大，超出可表示的范围',
      'The number is too large to be represented',
      '请改为普通大小的数字',
      'Give a number of ordinary size',
    ),
  notWhole: (value: unknown) =>
    say(
      `${short(value)} 不是整数`,
      `${short(value)} is not a whole number`,
      '请改为整数',
      'Give a whole number',
    ),
  tooSmall: (value: unknown, limit: number, inclusive: boolean) =>
    say(
      `${short(value)} 太小`,
      `${short(value)} is too small`,
      inclusive ? `应不小于 ${limit}` : `应大于 ${limit}`,
      inclusive ? `It has to be at least ${limit}` : `It has to be more than ${limit}`,
    ),
  tooBig: (value: unknown, limit: number, inclusive: boolean) =>
    say(
      `${short(value)} 太大`,
      `${short(value)} is too large`,
      inclusive ? `应不大于 ${limit}` : `应小于 ${limit}`,
      inclusive ? `It has to be at most ${limit}` : `It has to be less than ${limit}`,
    ),
  tooShort: (limit: number, text: boolean) =>
    say(
      text ? '文字太短' : '列表的项太少',
      text ? 'The text is too short' : 'The list has too few entries',
      text ? `至少 ${limit} 个字符` : `至少 ${limit} 项`,
      text ? `Give at least ${limit} character(s)` : `Give at least ${limit}`,
    ),
  tooLong: (limit: number, text: boolean) =>
    say(
      text ? '文字太长' : '列表的项太多',
      text ? 'The text is too long' : 'The list has too many entries',
      text ? `至多 ${limit} 个字符` : `至多 ${limit} 项`,
      text ? `Give at most ${limit} characters` : `Give at most ${limit}`,
    ),
  badPattern: (value: unknown, wantedZh: string, wantedEn: string) =>
    say(
      `${short(value)} 的写法不对`,
      `${short(value)} is not written as it should be`,
      wantedZh,
      wantedEn,
    ),
  badChoice: (value: unknown, choices: readonly unknown[], near: string | null) =>
    say(
      `取值 ${short(value)} 不在可选之列`,
      `${short(value)} is not one of the choices`,
      ...(near === null
        ? pair(`可选：${listed(choices)}`, `Choose one of ${listed(choices)}`)
        : pair(
            `是否想写 "${near}"？可选：${listed(choices)}`,
            `Did you mean "${near}"? The choices: ${listed(choices)}`,
          )),
    ),
  invalid: () =>
    say(
      '此处内容无效',
      'Not valid here',
      '格式说明见 hall schema',
      'See hall schema for the format',
    ),

  duplicateId: (id: string) =>
    say(
      `编号 "${id}" 重复`,
      `The id "${id}" is used twice`,
      '请改用另一个编号',
      'Give it an id of its own',
    ),
  servesUnknown: (id: string, near: string | null, known: readonly string[]) =>
    say(
      `窗口受理的类别 "${id}" 不存在`,
      `The window serves a class "${id}" that does not exist`,
      ...meant(near, known),
    ),
  issuingServes: () =>
    say(
      '出件窗口不受理业务',
      'An issuing window serves no class',
      '请将 serves 改为 []，或改变窗口的 area',
      'Make serves [], or change the area of the window',
    ),
  nobodyServes: (id: string) =>
    say(
      `没有窗口受理类别 "${id}"`,
      `No window serves the class "${id}"`,
      '请把它加入至少一个窗口的 serves',
      'Add it to the serves of at least one window',
    ),
  noIssuingWindow: () =>
    say(
      '有需要审批的办件，却没有出件窗口',
      'Cases go to approval, and no window issues the results',
      '请加一个 area 为 "issuing"、serves 为 [] 的窗口',
      'Add a window with area "issuing" and serves []',
    ),
  unknownBackOffice: (id: string, near: string | null, known: readonly string[]) =>
    say(`后台 "${id}" 不存在`, `There is no back office "${id}"`, ...meant(near, known)),
  sumToOne: (sum: number) =>
    say(
      `各份额之和为 ${rounded(sum)}，不等于 1`,
      `The shares sum to ${rounded(sum)}, not to 1`,
      '请调整各份额，使其和为 1',
      'Change them so that they sum to 1',
    ),
  needsDemand: () =>
    say(
      '按份额到达，却没有 demand（每日来访总量）',
      'Arrivals are a share, and there is no demand to share',
      '请加上 demand，或改用其他到达方式',
      'Add a demand, or choose another kind of arrivals',
    ),
  unusedDemand: () =>
    say(
      '没有任何类别按份额使用 demand',
      'No class takes a share of the demand',
      '请删去 demand，或把类别的 arrivals 改为 "share"',
      'Remove the demand, or give classes arrivals of kind "share"',
    ),
  needsDay: (whatZh: string, whatEn: string) =>
    say(
      `${whatZh}需要有钟点的工作日`,
      `${whatEn} need a day with clock times`,
      '请把 horizon 改为 "day"，或删去此项',
      'Make the horizon a "day", or remove this',
    ),
  backwards: (from: string, to: string) =>
    say(
      `结束时间 ${to} 不晚于开始时间 ${from}`,
      `It ends at ${to}, not after it begins at ${from}`,
      '请使 to 晚于 from',
      'Make "to" later than "from"',
    ),
  overlaps: (previousEnd: string) =>
    say(
      `早于上一段的结束时间 ${previousEnd}`,
      `It begins before the one above ends at ${previousEnd}`,
      '请按先后排列，互不重叠',
      'Put them in order, none overlapping another',
    ),
  outsideSessions: () =>
    say(
      '超出开放时段（跨越午休也算超出）',
      'It is not within one opening session',
      '请放在一个开放时段之内，跨越休息时在休息处分成两段',
      'Keep it within a session of the horizon; split it at a break',
    ),
  arrivalOutsideSessions: (clock: string) =>
    say(
      `${clock} 到达时大厅未开放`,
      `The hall is not open at ${clock}`,
      '请删去此时刻，或改变 horizon.sessions',
      'Remove this time, or change horizon.sessions',
    ),
  aroundTheClock: () =>
    say(
      '连续多日的运行中，大厅在午夜不关门，分不出哪天',
      'Over several days the hall does not close at midnight, so that no day ends',
      '请让它在午夜前关门或午夜后开门，或把 horizon 改为 "continuous"',
      'Close before midnight or open after it, or make the horizon "continuous"',
    ),
  allZero: () =>
    say(
      '权重全为 0，无法分配来访',
      'All weights are 0, so the visits cannot be spread',
      '请至少给一个时段大于 0 的权重',
      'Give at least one interval a weight above 0',
    ),
  notAscending: (previous: number) =>
    say(
      `早于前一个时刻 ${previous}`,
      `It is earlier than the one before it, ${previous}`,
      '请按从小到大排列',
      'Sort the times, earliest first',
    ),
  outOfOrder: (small: string, large: string) =>
    say(
      `${small} 大于 ${large}`,
      `${small} is more than ${large}`,
      `请使 ${small} 不大于 ${large}`,
      `Make ${small} at most ${large}`,
    ),
  tinyGap: (leastS: number) =>
    say(
      '到达间隔为 0 或极短，来访会无穷无尽',
      'The time between arrivals is 0 or next to it, so they would never end',
      `请给平均 ${leastS} 秒以上的间隔`,
      `Give a time of ${leastS} s or more on average`,
    ),
  tooLongTime: (limitS: number) =>
    say(
      `时间超过 ${limitS} 秒`,
      `The time is more than ${limitS} seconds`,
      `请改为不大于 ${limitS} 秒`,
      `Give at most ${limitS} seconds`,
    ),
  needsMobility: () =>
    say(
      '有平面图却没有步行速度分组',
      'There is a floor plan, and nobody has a walking speed',
      '请加上 mobility，各组 share 之和为 1',
      'Add mobility groups whose shares sum to 1',
    ),

  windowNotInPlan: (id: string, near: string | null, known: readonly string[]) =>
    say(`平面图中没有窗口 "${id}"`, `The floor plan has no window "${id}"`, ...meant(near, known)),
  areaDiffers: (planArea: string) =>
    say(
      `与平面图不符：平面图中该窗口属于 "${planArea}"`,
      `It disagrees with the floor plan, where this window is "${planArea}"`,
      `请改为 "${planArea}"，或换一个窗口`,
      `Make it "${planArea}", or use another window`,
    ),
  noStation: (kind: string, zh: string, en: string) =>
    say(
      `平面图中没有可用的${zh}`,
      `The floor plan has no ${en} that can be used`,
      `请在平面图 fixtures 中加一个 kind 为 "${kind}" 且有 userSpot 的设施，或删去此项`,
      `Add a fixture of kind "${kind}" with a userSpot to the floor plan, or remove this`,
    ),
} as const;

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function rounded(sum: number): string {
  return String(Number(sum.toPrecision(12)));
}

/** A value as a message quotes it: JSON, cut short. */
function short(value: unknown): string {
  if (value !== null && typeof value === 'object') return Array.isArray(value) ? '[…]' : '{…}';
  const text = JSON.stringify(value) ?? 'null';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** Path as problems show it: `classes[0].service.meanS`. */
export function pathOf(keys: readonly PropertyKey[]): string {
  let path = '';
  for (const key of keys) {
    if (typeof key === 'number') path += `[${key}]`;
    else if (/^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(String(key)))
      path += path ? `.${String(key)}` : String(key);
    else path += `[${JSON.stringify(String(key).slice(0, 60))}]`;
  }
  return path;
}

/** A problem at a place. */
export function problemAt(keys: readonly PropertyKey[], words: Words): Problem {
  return { path: pathOf(keys), ...words };
}
