import type { Words } from '../../scenarios/problem';

const words = (zh: string, en: string, remedyZh: string, remedyEn: string): Words => ({
  message: { zh, en },
  remedy: { zh: remedyZh, en: remedyEn },
});

/** What is refused of a table of halls. */
export const TABLE_REFUSALS = {
  noTable: (file: string) =>
    words(
      `没有大厅表 "${file}"`,
      `There is no table of halls "${file}"`,
      '路径从推演计划所在的文件夹算起；表可以是 CSV 或 XLSX',
      "The path starts from the plan's folder; a table is a CSV or XLSX file",
    ),
  emptyTable: () =>
    words(
      '表里没有大厅',
      'The table has no halls',
      '第一行写列名（名称、面积、日来访量或人口、窗口数），以下每行一个大厅',
      'Write headings in the first row (name, area, visits or residents, windows), then a hall a row',
    ),
  noColumn: (name: string) =>
    words(
      `缺少“${name}”这一列`,
      `The column "${name}" is missing`,
      '加上这一列；列名中英文均可',
      'Add the column; headings may be Chinese or English',
    ),
  emptyCell: () => words('没有填写', 'It is empty', '请填上', 'Fill it in'),
  doubled: (name: string, row: number) =>
    words(
      `“${name}”与第 ${row} 行重复`,
      `"${name}" is in row ${row} already`,
      '改成不同的名称，或删去一行',
      'Give it another name, or delete one of the rows',
    ),
  notId: (given: string) =>
    words(
      `"${given}" 不能作编号`,
      `"${given}" can't be an id`,
      '以字母开头，只用字母、数字、- 和 _，至多 40 个字符；也可不要编号列',
      'Letters, digits, - and _, beginning with a letter, at most 40; or leave the column out',
    ),
  notNumber: (given: string) =>
    words(
      `“${given}”不是数字`,
      `"${given}" is not a number`,
      '只写数字，单位写在列名里',
      'Write the number alone, and its unit in the heading',
    ),
  outOfRange: (given: string, min: number, max: number) =>
    words(
      `${given} 不在范围内`,
      `${given} is out of range`,
      `应为 ${min} 到 ${max}`,
      `Give a number from ${min} to ${max}`,
    ),
  noVisits: () =>
    words(
      '来访量与人口都没有填写',
      'Neither visits nor residents are filled in',
      '填写日来访量；不知道时填写人口，来访量按全区平均折算（假设）',
      "Fill in the visits of a day; where they are not known the residents, from which they are reckoned by the district's mean (an assumption)",
    ),
  more: (n: number) =>
    words(
      `还有 ${n} 处类似问题`,
      `${n} more problems of this kind`,
      '先改正以上各处',
      'Mend those above first',
    ),
  tooMany: (most: number) =>
    words(
      `大厅多于 ${most} 个`,
      `There are more than ${most} halls`,
      '请分成几个推演',
      'Split the sweep',
    ),
  tooLarge: () =>
    words('表超过 64 MB', 'The table is larger than 64 MB', '请分成几个推演', 'Split the sweep'),
  notWorkbook: () =>
    words(
      '不是可读取的 XLSX 文件',
      'It is not an XLSX file that can be read',
      '用 Excel 另存为 .xlsx，或存为 CSV',
      'Save it as .xlsx in Excel, or as CSV',
    ),
} as const;

/** What is refused of a plan and of how it is run. */
export const SWEEP_REFUSALS = {
  doubledHall: (id: string) =>
    words(
      `大厅编号 "${id}" 出现了两次`,
      `The hall "${id}" occurs twice`,
      '改成不同的编号',
      'Give one of them another id',
    ),
  noDemand: () =>
    words(
      '这个方案没有 demand，无法改变每日来访量',
      'This scenario has no demand whose visits could be changed',
      '去掉 visitsPerDay 与 residents，或给方案加上 demand',
      'Leave visitsPerDay and residents out, or give the scenario a demand',
    ),
  noRoom: (windows: number, plan: string) =>
    words(
      `平面图 ${plan} 容不下 ${windows} 个受理窗口`,
      `The floor plan ${plan} has no room for ${windows} accepting windows`,
      '减少窗口数，换一张平面图，或在 floorplan 写 none（步行不计时）',
      'Give fewer windows, another floor plan, or none (walking takes no time)',
    ),
  noArea: () =>
    words(
      '没有面积，也没有平面图',
      'Neither an area nor a floor plan is given',
      '填写 areaM2，或写明 floorplan（none 为不用平面图）',
      'Give areaM2, or name a floorplan (none: without one)',
    ),
  noVisits: () =>
    words(
      '没有 visitsPerDay，也没有 residents',
      'Neither visitsPerDay nor residents is given',
      '填写每日来访量；不知道时填写人口',
      'Give the visits of a day, or the residents where they are not known',
    ),
  windowsReversed: () =>
    words('from 大于 to', 'from is larger than to', '对调两者', 'Exchange the two'),
  noPlan: () =>
    words(
      '没有写推演计划',
      'No plan is named',
      '写计划文件：hall sweep plan.json；接回队列上的推演用 --attach',
      'Name its file: hall sweep plan.json; come back to a sweep on a queue by --attach',
    ),
  sliceAlone: () =>
    words(
      '--slices 与 --slice 要一起用',
      '--slices and --slice belong together',
      '如 --slices 8 --slice 0，编号从 0 起',
      'Write --slices 8 --slice 0, say; slices are counted from 0',
    ),
  sliceJournal: () =>
    words(
      '分片推演要写日志',
      'A slice has to write a journal',
      '加上 --journal 文件；再用 hall merge 合并各片',
      'Add --journal FILE, and join the slices by hall merge',
    ),
  sliceTables: (flag: string) =>
    words(
      `一个分片没有表格（${flag}）`,
      `One slice alone has no tables (${flag})`,
      '合并时再要：hall merge *.jsonl',
      'Ask for them when the slices are joined: hall merge *.jsonl',
    ),
  exclusive: (one: string, other: string) =>
    words(
      `${one} 与 ${other} 不能同时用`,
      `${one} and ${other} exclude each other`,
      '去掉其中一个',
      'Leave one of them out',
    ),
  otherTask: () =>
    words(
      '日志属于另一次推演：计划、大厅、方案、平面图或引擎不同',
      'The journal belongs to another sweep: plan, halls, scenarios, floor plans or engine differ',
      '用当时的文件继续，或换一个文件名重新开始',
      'Resume with the files of then, or begin anew with another file',
    ),
  otherSlice: (slice: string) =>
    words(
      `日志属于${slice === '' ? '不分片的推演' : `分片 ${slice}`}`,
      slice === ''
        ? 'The journal is of a sweep without slices'
        : `The journal is of slice ${slice}`,
      '用原来的 --slices 与 --slice 继续',
      'Go on with the same --slices and --slice',
    ),
  slicesMissing: (pieces: number, slices: string) =>
    words(
      `还缺 ${pieces} 块${slices ? `，分片 ${slices}` : ''}`,
      `${pieces} pieces are missing${slices ? `: slices ${slices}` : ''}`,
      '补跑缺少的分片（已有日志的用 --resume），再合并',
      'Run those slices, with --resume where there is a journal, and join them again',
    ),
  diskFull: () =>
    words(
      '磁盘已满',
      'The disk is full',
      '腾出空间后用 --resume 继续；已完成的部分仍在日志里',
      'Make room and go on with --resume; what was done is kept in the journal',
    ),
} as const;
