import { TicketOutcome } from './types';

/** What an outcome's word may mean to the user; `ignore`: the row is no visit at all (a test, a phantom). */
export const OUTCOME_WORDS = ['served', 'abandoned', 'noShow', 'unknown', 'ignore'] as const;
export type OutcomeWord = (typeof OUTCOME_WORDS)[number];

const MEANINGS: readonly (readonly [RegExp, OutcomeWord])[] = [
  [
    /^(?:phantom|test|testing|void|voided|invalid|deleted|error|测试|作废|无效|已删除|测试号)$/i,
    'ignore',
  ],
  [
    /过号|过期|未到|不到|无人应|空号|跳号|叫号未|爽约|^no[\s_-]?show|^missed|absent|^skipp|not present|^passed/i,
    'noShow',
  ],
  [
    /弃号|弃票|放弃|离开|离队|退号|走失|取消|流失|abandon|^hang|hung|reneg|^left|^quit|cancel|walk[\s-]?out|gave up|^lost$/i,
    'abandoned',
  ],
  [
    /^(?:未|待|等)|等候中|等待|排队中|办理中|waiting|pending|in progress|open$|serving|queued/i,
    'unknown',
  ],
  [
    /办结|已办|办理完|完成|完毕|办毕|成功|正常|结束|已受理|已服务|已评价|^办理$|^served|^serviced|^agent$|^done|complet|finish|^ok$|success|^closed|normal|handled|answered|^yes$|^是$|^y$/i,
    'served',
  ],
];

/** What a word is taken for; null if it is not known. */
export function meaningOf(word: string): OutcomeWord | null {
  for (const [pattern, meaning] of MEANINGS) if (pattern.test(word)) return meaning;
  return null;
}

/** The number of a `TicketOutcome`; −1 for a row that is to be ignored. */
export function outcomeNumber(word: OutcomeWord): number {
  switch (word) {
    case 'served':
      return TicketOutcome.Served;
    case 'abandoned':
      return TicketOutcome.Abandoned;
    case 'noShow':
      return TicketOutcome.NoShow;
    case 'unknown':
      return TicketOutcome.Unknown;
    case 'ignore':
      return -1;
  }
}
