import { describe, expect, it } from 'vitest';
import { promiseText } from '../../src/report/plan-words';
import { staffingProposal } from '../../src/report/staffing-proposal';
import { windowsProposal } from '../../src/report/windows-proposal';
import type { Measure } from '../../src/sim/experiments/report';
import type { Outlook } from '../../src/sim/planning/outlook';
import type { StaffingPlan } from '../../src/sim/planning/staffing';
import type { Candidate, WindowsPlan } from '../../src/sim/planning/windows-plan';
import { budget, HALL, pooled, promise, staffing, unmeetable } from './plans';
import { LANGUAGES } from './results';

const percent = (value: number) => (value * 100).toFixed(1);
const clean = (sentences: readonly string[]) => {
  expect(sentences.length).toBeGreaterThan(3);
  for (const sentence of sentences) {
    expect(sentence).not.toMatch(/undefined|NaN|null|Infinity|\[object|[“”‘’]/);
    expect(sentence).not.toMatch(/ {2}|；。|，。|；；|: \./);
    expect(sentence).toMatch(/[。.]$/);
  }
};
const both = (plan: WindowsPlan) => {
  const [zh, en] = LANGUAGES.map((language) => windowsProposal(plan, HALL, language));
  clean(zh!);
  clean(en!);
  expect(en!.join()).not.toMatch(/\p{Script=Han}/u);
  expect(zh!.length).toBe(en!.length);
  return { zh: zh!.join('\n'), en: en!.join('\n') };
};

/** The plan with another candidate in the place of the one at `i`. */
function changed(plan: WindowsPlan, i: number, by: Partial<Candidate>): WindowsPlan {
  const candidates = plan.candidates.map((one, j) => (j === i ? { ...one, ...by } : one));
  return { ...plan, candidates };
}
const withShare = (outlook: Outlook, calledWithinShare: Measure): Outlook => ({
  ...outlook,
  measures: { ...outlook.measures, calledWithinShare },
});

describe('the promise in words', () => {
  it('says share and wait exactly, and who may give up', () => {
    expect(promiseText(promise, 'zh')).toBe('平均每天至少 90% 的人等候不超过 15 分钟即被叫号');
    expect(promiseText(promise, 'en')).toBe(
      'on an average day at least 90 % are called within 15 min',
    );
    const other = { withinS: 100, share: 0.575, mostAbandoned: 0.05 };
    expect(promiseText(other, 'zh')).toBe(
      '平均每天至少 57.5% 的人等候不超过 100 秒即被叫号，放弃等候的不超过 5%',
    );
    expect(promiseText(other, 'en')).toContain('57.5 % are called within 100 s and at most 5 %');
    expect(promiseText({ ...promise, withinS: 450 }, 'en')).toContain('7.5 min');
  });
});

describe('a proposal on windows', () => {
  const recommended = budget.candidates[budget.recommended!]!;

  it('names windows, groups and organisation, and what is to be expected', () => {
    const { zh, en } = both(budget);
    expect(zh).toContain(
      '建议曲溪街道政务服务大厅设置受理窗口 12 个（不含出件窗口），按现有分工，各组依次为 7、1、1、1、1、1 个。',
    );
    expect(en).toContain(
      'Quxi service hall: 12 windows that accept visitors (issuing windows not counted), as arranged, in groups of 7, 1, 1, 1, 1, 1.',
    );
    const { mean, ci95 } = recommended.outlook!.measures.calledWithinShare;
    expect(zh).toContain(
      `经 60 次模拟，平均每天 ${percent(mean!)}%（95% 置信区间 ${percent(ci95![0])}% 至 ${percent(ci95![1])}%）的人在 15 分钟内被叫号`,
    );
    expect(en).toContain(
      `${percent(mean!)} % (95 % interval ${percent(ci95![0])} to ${percent(ci95![1])} %) are called within 15 min`,
    );
    const wait = recommended.outlook!.measures.waitMeanS.mean! / 60;
    expect(zh).toContain(`平均等候 ${wait.toFixed(1)} 分钟`);
    expect(zh).toContain(`单日即达到承诺的日子占 ${percent(recommended.outlook!.daysKept.mean!)}%`);
  });

  it('says what one window fewer costs, in the direction of the figures', () => {
    const { zh, en } = both(budget);
    const { calledWithinShare, waitMeanS } = budget.oneFewer!.difference;
    expect(calledWithinShare.mean).toBeLessThan(0);
    const points = (-calledWithinShare.mean! * 100).toFixed(2);
    const [low, high] = calledWithinShare.ci95!.map((v) => (-v * 100).toFixed(2));
    expect(zh).toContain('如减少 1 个窗口，即 11 个窗口（按现有分工），判定为未定');
    expect(zh).toContain(
      `及时叫号的比例下降 ${points} 个百分点（95% 置信区间 ${high} 至 ${low} 个百分点），平均等候增加 ${waitMeanS.mean!.toFixed(1)} 秒`,
    );
    expect(en).toContain(
      `falls by ${points} percentage points (95 % interval ${high} to ${low} percentage points) and the mean wait rises by ${waitMeanS.mean!.toFixed(1)} s`,
    );
  });

  it('does not call a small difference one', () => {
    const unclear: Measure = { mean: 0.001, ci95: [-0.002, 0.004], n: 60 };
    const difference = { ...budget.oneFewer!.difference, calledWithinShare: unclear };
    const { zh, en } = both({ ...budget, oneFewer: { candidate: 0, difference } });
    expect(zh).toContain('看不出变化（均值 +0.10 个百分点，95% 置信区间 −0.20 至 +0.40 个百分点）');
    expect(en).toContain('shows no clear change (mean +0.10 percentage points');
  });

  it('compares with the present, and says when it is the same', () => {
    const { zh } = both(budget);
    const { measures } = budget.present!.outlook;
    expect(zh).toContain(
      `现状为 13 个窗口，平均每天 ${percent(measures.calledWithinShare.mean!)}%`,
    );
    expect(zh).toMatch(/窗口在岗时间减少 7\.33 小时/);
    const zero: Measure = { mean: 0, ci95: [0, 0], n: 60 };
    const difference = {
      ...budget.present!.difference!,
      calledWithinShare: zero,
      waitMeanS: zero,
      staffHours: zero,
    };
    const same = both({ ...budget, present: { ...budget.present!, windows: 12, difference } });
    expect(same.zh).toContain('建议与现状一致');
    expect(same.en).toContain('the proposal is the same as the present');
  });

  it('names what the budget left undecided, and does not claim the confidence', () => {
    expect(budget.ending).toBe('budget');
    const { zh, en } = both(budget);
    expect(zh).toContain('尚未达到 95% 的置信水平（模拟次数已用完）');
    expect(zh).toContain('不排除更少即可的方案：11 个窗口（按现有分工）');
    expect(en).toContain('so that fewer may do: 11 windows (as arranged)');
    expect(zh).not.toContain('结论的置信水平为');
    expect(zh).not.toContain('均判定为未达到承诺');
  });

  it('does not claim it of a plan that is only under way either', () => {
    const { zh } = both({ ...budget, ending: 'decided', certain: true });
    expect(zh).not.toContain('结论的置信水平为');
    expect(zh).toContain('尚未达到 95%');
  });

  it('claims it when everything is decided, with tolerance, procedure and replications', () => {
    const decided = { ...changed(budget, 0, { verdict: 'infeasible' }), certain: true };
    const { zh, en } = both({ ...decided, ending: 'decided' });
    expect(zh).toContain('上述结论的置信水平为 95%，容许误差为 ±1 个百分点。');
    expect(zh).toContain('Batur–Kim');
    expect(zh).toContain(`全部方案共模拟 ${budget.replications} 次`);
    expect(zh).toContain('试过的少于 12 个窗口的 1 个方案均判定为未达到承诺。');
    expect(en).toContain('with 95 % confidence and a tolerance of ±1 percentage point.');
    expect(zh).not.toContain('Kim–Nelson');
  });

  it('says that it was stopped', () => {
    const { zh, en } = both({ ...budget, ending: 'stopped' });
    expect(zh).toContain('计算中途停止');
    expect(en).toContain('the computation was stopped');
  });

  it('admits that fewer were not tried, and what another organisation assumes', () => {
    expect(pooled.candidates[pooled.recommended!]!.windows).toBe(11);
    const { zh, en } = both(pooled);
    expect(zh).toContain('少于 11 个窗口的方案未试算，不能断定 11 个为最少');
    expect(zh).toContain(
      '假定所有窗口人员均有权、均能办理全部事项，且速度相同；部门派驻人员须经授权',
    );
    expect(en).toContain('every clerk may and can do all items, equally fast');
    expect(both(budget).zh).not.toContain('部门派驻人员');
    const byArea = changed(pooled, pooled.recommended!, { organisation: 'byArea' });
    expect(both(byArea).zh).toContain('本区域全部事项');
  });

  it('says always that it is simulated, not measured', () => {
    for (const plan of [budget, unmeetable, pooled]) {
      const { zh, en } = both(plan);
      expect(zh).toContain('按假设模拟的结果，不是实测数据');
      expect(en).toContain('simulated from assumptions, not measured');
    }
  });
});

describe('a verdict near the promise', () => {
  const at = budget.recommended!;
  const outlook = budget.candidates[at]!.outlook!;
  const told = (mean: number, low: number, high: number, verdict: Candidate['verdict']) =>
    both(
      changed(budget, at, {
        verdict,
        outlook: withShare(outlook, { mean, ci95: [low, high], n: 60 }),
      }),
    );

  it.each(['feasible', 'infeasible', 'undecided'] as const)(
    'that is %s says that it is right at it',
    (verdict) => {
      const { zh, en } = told(0.901, 0.894, 0.908, verdict);
      expect(zh).toContain('正好在承诺附近，±1 个百分点以内：置信区间包含承诺的 90%');
      expect(en).toContain('right at the promise, within ±1 percentage point');
    },
  );

  it('says so of an interval that is wider than the tolerance without claiming to be within', () => {
    const { zh } = told(0.901, 0.85, 0.95, 'feasible');
    expect(zh).toContain('比 ±1 个百分点宽');
    expect(zh).not.toContain('附近，±1 个百分点以内：');
  });

  it('says that it is strictly missed within the tolerance', () => {
    expect(told(0.895, 0.892, 0.898, 'feasible').zh).toContain('严格按 90% 计则未达到');
  });

  it('says nothing of the kind where it is clear', () => {
    const { zh } = told(0.95, 0.94, 0.96, 'feasible');
    expect(zh).toContain('整个置信区间都符合承诺的 90%');
    expect(zh).not.toContain('承诺附近');
  });

  it('does not hide that interval and verdict disagree', () => {
    expect(told(0.8, 0.79, 0.81, 'feasible').zh).toContain('区间与判定不一致');
    expect(told(0.8, 0.79, 0.81, 'infeasible').zh).not.toContain('不一致');
  });

  it('speaks of who gives up where that is promised', () => {
    const promised = Number(outlook.measures.abandonedShare.mean!.toFixed(3));
    const strict = { ...budget, promise: { ...promise, mostAbandoned: promised } };
    expect(both(strict).zh).toContain(
      `放弃等候的比例正好在承诺附近，±1 个百分点以内：置信区间包含承诺的 ${Number((promised * 100).toFixed(1))}%`,
    );
    const loose = { ...budget, promise: { ...promise, mostAbandoned: 0.2 } };
    expect(both(loose).zh).toContain('放弃等候的比例的整个置信区间都符合承诺的 20%');
  });

  it('does with a single replication, and with nobody who waits', () => {
    const single = changed(budget, at, {
      outlook: withShare(outlook, { mean: 0.91, ci95: null, n: 1 }),
    });
    expect(both(single).zh).toContain('91.0%（无置信区间）');
    const nobody = changed(budget, at, {
      outlook: withShare(outlook, { mean: null, ci95: null, n: 0 }),
    });
    expect(both(nobody).zh).toContain('无人等候');
  });
});

describe('a promise that cannot be kept', () => {
  it('is said, with the best that can', () => {
    expect(unmeetable.recommended).toBeNull();
    const { zh, en } = both(unmeetable);
    const best = unmeetable.candidates[unmeetable.best!]!;
    const { calledWithinShare, waitP90S } = best.outlook!.measures;
    expect(zh).toContain(
      '在试过的 12 至 13 个窗口范围内，曲溪街道政务服务大厅没有方案能达到服务承诺',
    );
    expect(zh).toContain('最接近承诺的方案为 13 个窗口（按现有分工）');
    expect(zh).toContain(
      `${percent(calledWithinShare.mean!)}%（95% 置信区间 ${percent(calledWithinShare.ci95![0])}%`,
    );
    expect(zh).toContain(`九成等候不超过 ${(waitP90S.mean! / 60).toFixed(1)} 分钟`);
    expect(zh).not.toContain('建议曲溪');
    expect(en).toContain('none for Quxi service hall keeps the promise');
    expect(en).toContain('Nearest to the promise comes 13 windows (as arranged)');
  });

  it('is not said while designs are undecided', () => {
    const open = changed(unmeetable, 0, { verdict: 'undecided' });
    const { zh } = both({ ...open, ending: 'budget', certain: false });
    expect(zh).toContain('尚无方案判定为达到服务承诺');
    expect(zh).toContain('未能判定的方案：12 个窗口（按现有分工）');
    expect(zh).not.toContain('没有方案能达到');
  });

  it('names what failed and why', () => {
    const one = changed(unmeetable, 0, { verdict: 'failed', failed: '=1+1', outlook: null });
    expect(both(one).zh).toContain(
      '无法模拟、未予判定的方案：12 个窗口（按现有分工）；原因：=1+1。',
    );
    const failed = { verdict: 'failed', failed: 'no route', outlook: null } as const;
    const all = changed(changed(unmeetable, 0, failed), 1, failed);
    const { zh, en } = both({ ...all, best: null, present: null });
    expect(zh).toContain('没有一个方案得出模拟结果');
    expect(zh).not.toContain('没有方案能达到');
    expect(en).toContain('reason: no route');
  });
});

describe('a proposal on shifts', () => {
  const told = (plan: StaffingPlan) => {
    const [zh, en] = LANGUAGES.map((language) => staffingProposal(plan, HALL, language));
    clean(zh!);
    clean(en!);
    expect(zh!.length).toBe(en!.length);
    return { zh: zh!.join('\n'), en: en!.join('\n') };
  };
  const chosen = staffing.candidates[staffing.recommended!]!;

  it('has the hours of a day against the present', () => {
    const { zh, en } = told(staffing);
    const present = staffing.present!.hours;
    expect(zh).toContain(`每天共 ${chosen.hours} 窗口小时；现状为 ${present} 窗口小时`);
    expect(zh).toContain(`减少 ${present - chosen.hours} 窗口小时`);
    expect(en).toContain(`so ${present - chosen.hours} fewer`);
    expect(en).toContain(`At present (${present} window hours a day)`);
  });

  it('has the half hours in short, and the peak', () => {
    const { zh, en } = told(staffing);
    for (const { fromS, windows } of staffing.halfHours.slice(0, 1)) {
      expect(fromS).toBe(9 * 3600);
      expect(zh).toMatch(new RegExp(`各时段窗口：09:00–\\d\\d:\\d\\d 开放 ${windows} 个`));
    }
    const most = Math.max(...staffing.halfHours.map(({ windows }) => windows));
    expect(zh).toMatch(new RegExp(`窗口最多的时段为 .*，同时开放 ${most} 个`));
    // The lunch break is no time of service.
    expect(zh).not.toMatch(/1[01]:\d\d–1[3-7]:/);
    const used = staffing.patterns.flatMap(({ id, name }, p) => {
      const n = chosen.groups.reduce((sum, counts) => sum + counts[p]!, 0);
      return n > 0 ? [{ id, n, name: name as typeof HALL }] : [];
    });
    expect(used.some(({ id }) => id.startsWith('peak-'))).toBe(true);
    for (const { name, n } of used) {
      expect(zh).toContain(`${name.zh} ${n} 个窗口`);
      expect(en).toContain(`${name.en}: ${n}`);
    }
  });

  it('says what certain means', () => {
    expect(told({ ...staffing, certain: true }).en).toContain(
      'No staffing with one shift fewer or shorter was found that keeps the promise',
    );
    const { zh, en } = told({ ...staffing, certain: false, ending: 'budget' });
    expect(en).not.toContain('No staffing with one shift fewer');
    expect(zh).toContain('尚未达到 95% 的置信水平（模拟次数已用完）');
  });

  it('says when no staffing was found', () => {
    const candidates = staffing.candidates.map((one) => ({
      ...one,
      verdict: 'infeasible' as const,
    }));
    const { zh, en } = told({
      ...staffing,
      candidates,
      recommended: null,
      present: { ...staffing.present!, difference: null },
    });
    expect(zh).toContain('没有找到能达到服务承诺的班次方案');
    expect(zh).toContain(`最接近承诺的方案为每天 ${candidates[staffing.best!]!.hours} 窗口小时`);
    expect(en).toContain('No staffing of the present windows of Quxi service hall was found');
  });
});
