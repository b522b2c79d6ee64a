type Both = { readonly zh: string; readonly en: string };

/** Why a row was left out. The order is that of the table. */
export const REASONS = {
  columns: { zh: '列数与表头不符', en: 'more or fewer cells than the header' },
  encoding: {
    zh: '含读不出的字符（混用编码）',
    en: 'characters that cannot be read (mixed encodings)',
  },
  header: { zh: '重复的表头', en: 'the header once more' },
  noTime: { zh: '没有任何时间', en: 'no time at all' },
  noDate: { zh: '没有日期', en: 'no date' },
  unreadable: { zh: '时间读不出', en: 'a time that cannot be read' },
  number: { zh: '数字读不出', en: 'a number that cannot be read' },
  notAVisit: { zh: '不是真实来访（测试、虚号等）', en: 'not a visit (a test, a phantom)' },
  negative: { zh: '时长为负', en: 'a negative duration' },
  order: { zh: '时间先后矛盾', en: 'times in a contradicting order' },
  absurd: { zh: '时长或人数离谱', en: 'an absurd duration or number' },
  clock: {
    zh: '时钟被重置（日期与其余相距甚远）',
    en: 'the clock was reset (a date far from all others)',
  },
  outOfOrder: { zh: '号码与取号时间次序不符', en: 'ticket number and ticket time out of order' },
  duplicate: { zh: '与另一行完全相同', en: 'the same as another row' },
  again: { zh: '同一张号再次出现', en: 'the same ticket once more' },
  contradiction: {
    zh: '同一队列同一时刻有两种说法',
    en: 'two rows tell the same moment of a queue differently',
  },
  halfDay: { zh: '当天记录不全（半天）', en: 'a day that was recorded in part' },
  asked: { zh: '按要求不看（日期、事项、队列）', en: 'left out as asked (dates, item, queue)' },
} as const satisfies Readonly<Record<string, Both>>;

export type Reason = keyof typeof REASONS;
export const REASON_IDS = Object.keys(REASONS) as Reason[];

/** Rows that were left out for one reason. */
export interface Dropped {
  readonly reason: Reason;
  readonly count: number;
  /** The first few, as far as they were read. */
  readonly examples: readonly { readonly line: number; readonly text: string }[];
}

/** Something that was understood in one way and could be understood in another; nothing was dropped for it. */
export interface Note {
  readonly code: string;
  /** Rows that it concerns; 0 where it concerns the whole. */
  readonly count: number;
  readonly text: Both;
}

/** What became of every row of a log. */
export interface Protocol {
  /** Rows below the header. */
  readonly rows: number;
  readonly kept: number;
  readonly dropped: readonly Dropped[];
  readonly notes: readonly Note[];
  /** Outcome words that nobody has explained, with their rows. */
  readonly unknownOutcomes: readonly { readonly word: string; readonly count: number }[];
  /** Lines of the rows left out, rising, and each one's index into `REASON_IDS`. */
  readonly lines: Int32Array;
  readonly reasons: Uint8Array;
}
