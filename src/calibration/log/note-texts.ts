type Text = (count: number) => { readonly zh: string; readonly en: string };
const text =
  (zh: (n: number) => string, en: (n: number) => string): Text =>
  (n) => ({ zh: zh(n), en: en(n) });

/** What is said of readings that could have been others. */
export const NOTES = {
  midnight: text(
    (n) => `${n} 行的时间跨过零点，后面的时间算作次日`,
    (n) => `${n} rows pass midnight: the later times are of the next day`,
  ),
  zeroIsNothing: (column: string) =>
    text(
      (n) => `“${column}”有 ${n} 处 0:00:00，当作没有时间`,
      (n) => `"${column}" is 0:00:00 in ${n} rows, taken for "no time"`,
    ),
  oldIsNothing: text(
    (n) => `${n} 处早于 1990 年的时间，当作没有时间`,
    (n) => `${n} times before 1990 were taken for "no time"`,
  ),
  offset: text(
    (n) => `${n} 行的时间带时区，按写出的当地时间读`,
    (n) => `${n} rows have times with an offset from UTC: read as the local time that is written`,
  ),
  utc: text(
    (n) => `${n} 行的时间以 UTC（Z）写成，没有换算；若大厅时间不同，请在导出时改为当地时间`,
    (n) =>
      `${n} rows are written in UTC (Z) and were not shifted; export local times if the hall's clock differs`,
  ),
  order: (zh: string, en: string) =>
    text(
      () => zh,
      () => en,
    ),
  noDate: (day: string, said: boolean) =>
    said
      ? text(
          () => `记录没有日期：从 ${day} 起逐日编排，时间倒退超过 1 小时算作次日`,
          () =>
            `The log has no dates: days are counted from ${day}, a new one where the time falls back by over an hour`,
        )
      : text(
          () => `记录没有日期：日期从 ${day} 起只是占位，星期几没有意义；请写明首日日期（--date）`,
          () =>
            `The log has no dates: ${day} and after are placeholders and weekdays mean nothing; name the first day (--date)`,
        ),
  granularity: text(
    (n) => `${n} 行后面的时间早了不到半分钟（或不足一分钟的取整），当作同时`,
    (n) =>
      `in ${n} rows a later time is up to half a minute early (or rounded to its minute): taken as simultaneous`,
  ),
  ticketFromWait: text(
    (n) => `${n} 行没有取号时间，由叫号时间减等候时长得出`,
    (n) => `${n} rows have no ticket time: it was worked out from the call and the wait`,
  ),
  callFromWait: text(
    (n) => `${n} 行没有叫号时间，由取号时间加等候时长得出`,
    (n) => `${n} rows have no call time: it was worked out from ticket time and wait`,
  ),
  startFromService: text(
    (n) => `${n} 行没有开始时间，由结束时间减办理时长得出`,
    (n) => `${n} rows have no start: it was worked out from end and service time`,
  ),
  endFromService: text(
    (n) => `${n} 行没有结束时间，由开始（或叫号）时间加办理时长得出`,
    (n) => `${n} rows have no end: it was worked out from start (or call) and service time`,
  ),
  leftAtCall: text(
    (n) => `${n} 行中途离开：排队结束的时间当作离开时间`,
    (n) => `${n} visitors left: the end of their queueing is when they left`,
  ),
  servedInferred: text(
    (n) => `${n} 行没有写结果，有开始和结束时间，当作已办`,
    (n) => `${n} rows tell no outcome but a start and an end: taken as served`,
  ),
  noShowInferred: text(
    (n) => `${n} 行已叫号但没有开始办理，当作过号`,
    (n) => `${n} rows were called and never began: taken as no-shows`,
  ),
  serviceDisagrees: text(
    (n) => `${n} 行的办理时长与开始、结束时间之差不符，以时间为准`,
    (n) => `in ${n} rows the service time disagrees with start and end: the times were used`,
  ),
  sameWithoutNumber: text(
    (n) => `${n} 行与别的行完全相同但没有号码可分辨，可能是不同的人，予以保留`,
    (n) => `${n} rows equal others, but without ticket numbers they may be different people: kept`,
  ),
  numbersNotInOrder: text(
    () => '号码不随取号时间递增，未用来检查次序',
    () => 'Ticket numbers do not rise with the ticket time, so the order was not checked by them',
  ),
  shortDay: (day: string) =>
    text(
      () => `${day} 的记录比其他日子短得多，同星期几的日子太少，无法判断是否只记了半天，予以保留`,
      () =>
        `${day} is much shorter than other days; too few days of that weekday to tell whether it was recorded in part: kept`,
    ),
  silence: (from: string, to: string, days: number) =>
    text(
      () => `${from} 至 ${to} 之间 ${days} 天没有记录`,
      () => `Nothing between ${from} and ${to}: ${days} days`,
    ),
  queueAsItem: text(
    () => '没有事项列，以队列当作事项',
    () => 'There is no column of items: the queue stands for it',
  ),
  priorityWords: text(
    (n) => `${n} 行的优先级是文字：绿色通道、优先、VIP、是 记为 1，其余记为 0`,
    (n) => `${n} rows tell priority in words: VIP, yes, green channel count as 1, others as 0`,
  ),
  unknownOutcome: (word: string) =>
    text(
      (n) => `结果“${word}”（${n} 行）不知是何意，当作未知`,
      (n) => `outcome "${word}" (${n} rows) is not known and was left open`,
    ),
  title: (line: number) =>
    text(
      () => `表头在第 ${line} 行，其上的文字略过`,
      () => `The header is line ${line}; what stands above it was passed over`,
    ),
  noHeader: text(
    () => '没有表头：各列以“第几列”相称，含义按值推测，请逐一核对',
    () => 'There is no header: columns are called by number and guessed from values; check each',
  ),
  mixed: text(
    () => '文件里混有两种编码，按多数行的编码读',
    () => 'The file mixes two encodings; it was read in the one of most lines',
  ),
  dateOrder: text(
    () => '日期如 5/3/2026，看不出日月先后，按“日/月/年”读',
    () => 'Dates like 5/3/2026 do not tell which is the month; read as day/month/year',
  ),
  counterRestarts: text(
    (n) => `当前号码有 ${n} 次变小（号码重新开始或跳回）`,
    (n) => `the current ticket goes down ${n} times (numbers start again or jump back)`,
  ),
  intervalLength: (minutes: number) =>
    text(
      () => `时段没有结束时间，按相邻两段的间隔算作 ${minutes} 分钟`,
      () => `Intervals have no end: ${minutes} minutes, as far as they are apart`,
    ),
  clockTurn: text(
    (n) => `${n} 行的结束时间不晚于开始，算到次日`,
    (n) => `${n} intervals end at or before their beginning: taken to end the next day`,
  ),
} as const;
