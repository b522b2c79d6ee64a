import type { HallCheck, Outcome } from '../coverage/hall-check';
import type { RuleId } from '../geometry/rules/finding';
import type { Language } from '../scenarios/text';

/** What a check of a hall is told in, wherever it is told. */
export interface CheckWords {
  readonly rules: Readonly<Record<RuleId, string>>;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly severities: Readonly<Record<'must' | 'advice', string>>;
  /** The whole in one sentence; `broken` counts rules that have to be kept. */
  verdict(check: Pick<HallCheck, 'passes'>, broken: number, advice: number): string;
  emptying(emptying: NonNullable<HallCheck['emptying']>): string;
}

export const CHECK_WORDS: Readonly<Record<Language, CheckWords>> = {
  zh: {
    rules: {
      drawing: '图形成立',
      reach: '处处走得到、出得去',
      exits: '安全出口走得到',
      area: '建筑面积',
      windows: '窗口数',
      marriage: '不办婚姻登记',
      passage: '通道净宽 1.20 m',
      wheelchair: '轮椅通道净宽 0.90 m',
      doorWidth: '门净宽 0.90 m',
      lowSection: '低位服务台',
      pickup: '每窗口一个拾音器',
      display: '每窗口一块显示屏',
      camera: '每窗口看得清',
      signs: '标识齐全',
      signSeen: '标识看得见',
      queueSpace: '取号排队空间',
      seats: '等候座位',
      crowdedPassage: '人多处通道净宽 1.80 m',
    },
    outcomes: {
      kept: '符合',
      broken: '不符合',
      unknown: '待图形改好后再查',
      unasked: '未指明大厅',
    },
    severities: { must: '必须', advice: '建议' },
    verdict: ({ passes }, broken, advice) =>
      `${passes ? '符合全部必须遵守的规则' : `${broken} 条必须遵守的规则不符合`}${advice > 0 ? `；另有 ${advice} 条建议` : ''}`,
    emptying: ({ people, doorsM, farthestM, flowS, walkS, emptyS }) =>
      `坐满 ${people} 人时清空大厅约 ${Math.round(emptyS)} 秒：最远的人走 ${farthestM.toFixed(1)} m 要 ${Math.round(walkS)} 秒，${doorsM.toFixed(1)} m 宽的门放完人要 ${Math.round(flowS)} 秒（估算，没有找到对这类大厅的规定）`,
  },
  en: {
    rules: {
      drawing: 'Drawing holds together',
      reach: 'Everything reached, and left again',
      exits: 'Emergency exits reached',
      area: 'Gross floor area',
      windows: 'Number of windows',
      marriage: 'No marriage registration',
      passage: 'Passages 1.20 m clear',
      wheelchair: 'Wheelchair ways 0.90 m clear',
      doorWidth: 'Doors 0.90 m clear',
      lowSection: 'Low counter sections',
      pickup: 'A pickup at every window',
      display: 'A display at every window',
      camera: 'Every window clearly shown',
      signs: 'Signs present',
      signSeen: 'Signs seen',
      queueSpace: 'Room for the ticket line',
      seats: 'Waiting seats',
      crowdedPassage: 'Crowded passages 1.80 m clear',
    },
    outcomes: {
      kept: 'kept',
      broken: 'broken',
      unknown: 'once the drawing is mended',
      unasked: 'which hall was not said',
    },
    severities: { must: 'must', advice: 'advice' },
    verdict: ({ passes }, broken, advice) =>
      `${
        passes
          ? 'Every rule that has to be kept is kept'
          : `${broken} ${broken === 1 ? 'rule that has to be kept is' : 'rules that have to be kept are'} broken`
      }${advice > 0 ? `; ${advice} ${advice === 1 ? 'piece' : 'pieces'} of advice` : ''}`,
    emptying: ({ people, doorsM, farthestM, flowS, walkS, emptyS }) =>
      `With ${people} people the hall empties in about ${Math.round(emptyS)} s: the farthest walks ${farthestM.toFixed(1)} m in ${Math.round(walkS)} s, doors of ${doorsM.toFixed(1)} m let everybody through in ${Math.round(flowS)} s (an estimate; no norm for such halls was found)`,
  },
};

/** How many rules are broken that have to be kept, and how many that are advice. */
export function countBroken(
  { rules }: HallCheck,
  severityOf: (rule: RuleId) => 'must' | 'advice',
): { readonly must: number; readonly advice: number } {
  const broken = rules.filter(({ outcome }) => outcome === 'broken');
  const must = broken.filter(({ id }) => severityOf(id) === 'must').length;
  return { must, advice: broken.length - must };
}
