import { describe, expect, it } from 'vitest';
import {
  directionIn,
  figureCells,
  figureColumns,
  MEASURES,
  scaleOf,
  unitIn,
} from '../../src/report/measures';
import { headerOf } from '../../src/report/sheet';
import { HALL_MEASURE_IDS, MEASURE_IDS } from '../../src/sim/experiments/report';
import { LANGUAGES } from './results';

const IDS = [...MEASURE_IDS, ...HALL_MEASURE_IDS];

describe('the measures', () => {
  it('are all named, no two alike, in both languages', () => {
    expect(Object.keys(MEASURES).sort()).toEqual([...IDS].sort());
    for (const language of LANGUAGES)
      expect(new Set(IDS.map((id) => MEASURES[id][language])).size).toBe(IDS.length);
    for (const id of IDS) {
      expect(MEASURES[id].zh).toMatch(/\p{Script=Han}/u);
      expect(MEASURES[id].en).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it.each(IDS)('%s has a unit and a direction, in both languages', (id) => {
    for (const language of LANGUAGES) expect(unitIn(id, language)).toMatch(/\S/);
    expect(unitIn(id, 'en')).not.toMatch(/\p{Script=Han}/u);
    expect(directionIn(id, 'zh')).toMatch(/^(越低越好|越高越好|无所谓好坏)$/);
    expect(directionIn(id, 'en')).toMatch(/better$/);
  });

  it('have the unit that their id tells', () => {
    for (const id of IDS) {
      const unit = unitIn(id, 'en');
      if (id.endsWith('Share')) expect([id, unit, scaleOf(id)]).toEqual([id, '%', 100]);
      else if (/S$/.test(id)) expect([id, unit, scaleOf(id)]).toEqual([id, 's', 1]);
      else expect([id, unit]).not.toContain('%');
    }
  });

  it('that count something say what', () => {
    for (const id of IDS)
      expect([id, MEASURES[id].counted !== undefined]).toEqual([id, MEASURES[id].unit === 'count']);
  });

  it('say which way is better', () => {
    expect(directionIn('waitMeanS', 'en')).toBe('lower is better');
    expect(directionIn('withinTargetShare', 'zh')).toBe('越高越好');
    expect(directionIn('arrived', 'en')).toBe('neither is better');
  });
});

describe('a figure', () => {
  it('is mean, low, high and replications, scaled without noise', () => {
    expect(figureCells({ mean: 0.57, ci95: [0.55, 0.58], n: 30 }, 100)).toEqual([57, 55, 58, 30]);
    expect(figureCells({ mean: 0, ci95: [-1.5, 1.5], n: 2 })).toEqual([0, -1.5, 1.5, 2]);
  });

  it('that nobody could tell, or no interval, is an empty cell', () => {
    expect(figureCells({ mean: null, ci95: null, n: 0 }, 100)).toEqual([null, null, null, 0]);
    expect(figureCells({ mean: 3, ci95: null, n: 1 })).toEqual([3, null, null, 1]);
  });

  it('has columns that say of what, with the unit but not for the replications', () => {
    const headers = figureColumns('zh', { name: '平均等候', unit: '秒' }).map(headerOf);
    expect(headers).toEqual([
      '平均等候 均值 (秒)',
      '平均等候 95%区间下限 (秒)',
      '平均等候 95%区间上限 (秒)',
      '平均等候 重复次数',
    ]);
  });
});
