import type { WindowReport } from '../coverage/inspect/inspect';
import type { Reason } from '../coverage/inspect/verdict';
import type { OwnerKind } from '../coverage/space/solid';
import type { Language } from '../scenarios/text';

/** What an inspection is told in, wherever it is told. */
export interface CoverageWords {
  readonly verdict: Readonly<Record<WindowReport['verdict'], string>>;
  readonly target: Readonly<Record<Reason['target'], string>>;
  readonly kind: Readonly<Record<OwnerKind, string>>;
  /** Why a target is not clearly seen; `target` in words. */
  reason(target: string, reason: Reason): string;
}

const DEG = (value: number) => `${value.toFixed(0)}°`;
const percent = (share: number) => `${(100 * share).toFixed(0)} %`;

export const COVERAGE_WORDS: Readonly<Record<Language, CoverageWords>> = {
  zh: {
    verdict: { clear: '清晰', partly: '部分', no: '不清晰' },
    target: { face: '面部', counter: '台面' },
    kind: {
      wall: '墙',
      door: '门',
      column: '柱',
      counter: '柜台',
      fixture: '设备',
      seat: '座椅',
      display: '显示屏',
      sign: '标识牌',
      visitor: '办事人',
      clerk: '工作人员',
      queue: '排队者',
    },
    reason: (target, { code, value, limit }) => {
      switch (code) {
        case 'unseen':
          return `${target}不在任何摄像机的画面内`;
        case 'density':
          return `${target}像素密度 ${value.toFixed(0)} px/m，低于 ${limit}`;
        case 'visible':
          return `${target}只可见 ${percent(value)}，低于 ${percent(limit)}`;
        case 'horizontal':
          return `${target}水平角 ${DEG(value)}，大于 ${DEG(limit)}`;
        case 'vertical':
          return `${target}垂直角 ${DEG(value)}，限值 ${DEG(limit)}`;
      }
    },
  },
  en: {
    verdict: { clear: 'clear', partly: 'partly', no: 'no' },
    target: { face: 'face', counter: 'counter' },
    kind: {
      wall: 'wall',
      door: 'door',
      column: 'column',
      counter: 'counter',
      fixture: 'fixture',
      seat: 'seat',
      display: 'display',
      sign: 'sign',
      visitor: 'the visitor at',
      clerk: 'the clerk of',
      queue: 'queueing person',
    },
    reason: (target, { code, value, limit }) => {
      switch (code) {
        case 'unseen':
          return `the ${target} is in no camera's picture`;
        case 'density':
          return `${target} at ${value.toFixed(0)} px/m, below ${limit}`;
        case 'visible':
          return `only ${percent(value)} of the ${target} seen, below ${percent(limit)}`;
        case 'horizontal':
          return `${target} seen ${DEG(value)} from the side, above ${DEG(limit)}`;
        case 'vertical':
          return `${target} seen at a vertical angle of ${DEG(value)}; the limit is ${DEG(limit)}`;
      }
    },
  },
};
