import { say } from '../../scenarios/problems-text';

const listed = (names: readonly string[]) => names.map((name) => `“${name}”`).join('、');
const listedEn = (names: readonly string[]) => names.map((name) => JSON.stringify(name)).join(', ');

/** What is wrong with a log as a whole, each with what to do about it. */
export const LOG_MESSAGES = {
  empty: () => say('文件是空的', 'The file is empty', '请重新导出取号记录', 'Export the log again'),
  oneRow: (rows: number) =>
    say(
      rows === 0 ? '只有表头，没有一行记录' : `只有 ${rows} 行记录，无从拟合`,
      rows === 0 ? 'There is a header and no row' : `Only ${rows} row: nothing can be fitted`,
      '请导出至少一整天、最好几周的记录',
      'Export at least a whole day, better several weeks',
    ),
  oneColumn: (separator: string | null) =>
    separator === null
      ? say(
          '只看出一列：找不到逗号、制表符、分号或竖线作分隔符',
          'Only one column: no comma, tab, semicolon or bar separates cells',
          '请另存为 CSV（逗号分隔）或 XLSX',
          'Save it as CSV (with commas) or XLSX',
        )
      : say(
          `以 ${JSON.stringify(separator)} 为分隔符只有一列`,
          `Separated by ${JSON.stringify(separator)} there is only one column`,
          '请去掉 --separator 让程序自己找，或写对分隔符',
          'Leave --separator away so that it is found, or name the right one',
        ),
  ragged: (rows: number, share: number, width: number) =>
    say(
      `${rows} 行（${Math.round(share * 100)}%）的列数与表头的 ${width} 列不符，分隔符可能不对或前后不一`,
      `${rows} rows (${Math.round(share * 100)}%) have more or fewer cells than the header's ${width}: the separator is wrong, or changes`,
      '请用同一种分隔符重新导出，内容里的分隔符要加引号；或用 --separator 指定',
      'Export it again with one separator throughout and cells with it in quotes; or name it by --separator',
    ),
  noBreaks: () =>
    say(
      '一行超过 100 万字符：没有换行，或引号没有关闭',
      'A line has over a million characters: no line breaks, or a quote that is never closed',
      '请另存为普通的 CSV，检查单独出现的双引号',
      'Save it as plain CSV and look for a lonely double quote',
    ),
  mixed: (rows: number, share: number) =>
    say(
      `${rows} 行（${Math.round(share * 100)}%）的字符读不出：文件混用了编码`,
      `${rows} rows (${Math.round(share * 100)}%) have characters that cannot be read: the file mixes encodings`,
      '请把每一份都另存为 UTF-8 后再合并',
      'Save each part as UTF-8 before joining them',
    ),
  mixedHead: () =>
    say(
      '文件一部分是 UTF-8，一部分是 GB18030',
      'The file is UTF-8 in part and GB18030 in part',
      '请把每一份都另存为 UTF-8 后再合并；或用 --encoding 指定其一，读不出的行会列出',
      'Save each part as UTF-8 before joining them; or name one by --encoding, and what cannot be read is listed',
    ),
  unknownRole: (role: string, known: readonly string[]) =>
    say(
      `没有“${role}”这种列`,
      `"${role}" is not something that a column may be`,
      `可用的有：${known.join('、')}`,
      `Known here: ${known.join(', ')}`,
    ),
  unknownColumn: (name: string, headers: readonly string[]) =>
    say(
      `没有“${name}”这一列`,
      `There is no column "${name}"`,
      `各列是：${listed(headers)}；也可写列的序号，从 1 起`,
      `The columns are ${listedEn(headers)}; numbers from 1 work too`,
    ),
  twice: (column: string, roles: readonly string[], rolesEn: readonly string[]) =>
    say(
      `“${column}”一列被用了两次：${roles.join('、')}`,
      `Column "${column}" is used twice: ${rolesEn.join(', ')}`,
      '请让每种含义对应不同的列，或取消其中一个',
      'Give each meaning a column of its own, or take one away',
    ),
  missing: (
    kindZh: string,
    kindEn: string,
    zh: string,
    en: string,
    role: string,
    headers: readonly string[],
  ) =>
    say(
      `没有认出${zh}，${kindZh}缺它不可`,
      `No ${en} was found; ${kindEn} cannot do without`,
      `请指定是哪一列，如 --map ${role}=${headers[0] ?? '1'}。各列是：${listed(headers)}`,
      `Say which column it is, such as --map ${role}=${JSON.stringify(headers[0] ?? '1')}. The columns are ${listedEn(headers)}`,
    ),
  nothingLeft: (rows: number, zh: string, en: string, line: number, text: string) =>
    say(
      `${rows} 行全部不能用，多半因为：${zh}（如第 ${line} 行：${text}）`,
      `None of ${rows} rows can be used, mostly for: ${en} (line ${line}: ${text})`,
      '请检查各列的含义是否对应正确，日期和时间的写法是否能读',
      'Check what each column was taken for, and how dates and times are written',
    ),
  contradicts: (share: number, zh: string, en: string) =>
    say(
      `记录自相矛盾：${Math.round(share * 100)}% 的行${zh}`,
      `The log contradicts itself: ${Math.round(share * 100)}% of the rows have ${en}`,
      '多半是时间列对应反了，请核对取号、叫号、开始、结束各是哪一列',
      'Columns of times are probably the wrong way round: check which are ticket, call, start and end',
    ),
  manyNames: (count: number, most: number, zh: string, en: string, column: string, role: string) =>
    say(
      `“${column}”里有 ${count} 个不同的${zh}，多于 ${most} 个`,
      `Column "${column}" has ${count} different names of ${en}, more than ${most}`,
      `它多半不是${zh}：请换一列，或取消这一列（--map ${role}=）`,
      `It is probably something else: choose another column, or none (--map ${role}=)`,
    ),
  silence: (from: string, to: string, days: number) =>
    say(
      `${from} 至 ${to} 之间 ${days} 天没有一行记录`,
      `There is no row between ${from} and ${to}: ${days} days`,
      `两段相隔太久，不能一起拟合：请只取一段，如 --from ${to} 或 --until ${from}`,
      `The parts are too far from each other to be fitted together: take one, such as --from ${to} or --until ${from}`,
    ),
  notADate: (text: string) =>
    say(
      `“${text}”不是日期`,
      `"${text}" is not a date`,
      '请写成 2026-03-05',
      'Write it as 2026-03-05',
    ),
  badOutcome: (text: string, known: readonly string[]) =>
    say(
      `“${text}”不是对结果的说明`,
      `"${text}" does not explain an outcome`,
      `请写成 词=含义，含义可用：${known.join('、')}，如 过号=noShow`,
      `Write word=meaning, with one of ${known.join(', ')}, such as 过号=noShow`,
    ),
  holdout: (from: string, to: string, days: number) =>
    say(
      `记录从 ${from} 到 ${to} 共 ${days} 天，留出的日子不在其中，或一天也没剩下`,
      `The log runs from ${from} to ${to}, ${days} days: those kept back are not among them, or none would be left`,
      '请少留几天，或写中间的日期，如 --holdout 3',
      'Keep back fewer days, or name a date in between, such as --holdout 3',
    ),
} as const;
