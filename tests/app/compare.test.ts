import { describe, expect, it } from 'vitest';
import { calledOf } from '../../src/app/compare/called';
import { checkForm } from '../../src/app/compare/check-form';
import { createDuo } from '../../src/app/compare/duo';
import { nameOf } from '../../src/app/compare/names';
import { answersForms, withFailed } from '../../src/app/compare/result';
import { FIRST_RULE, ruleFormOf, ruleOf } from '../../src/app/compare/rule';
import { createCompare, MOST_VARIANTS, mayRun } from '../../src/app/compare/store';
import { findingsOf } from '../../src/app/compare/telling';
import {
  formOf,
  type VariantForm,
  variantOf,
  windowChoices,
} from '../../src/app/compare/variant-form';
import { createTranslation } from '../../src/app/i18n';
import { settingsOf } from '../../src/app/state/settings';
import { createTwinStore, type Question } from '../../src/app/state/store';
import { createSweepRunner } from '../../src/app/state/sweeps';
import { hallScenario } from '../../src/scenarios/halls';
import { numberOf } from '../../src/scenarios/provenance';
import { compare as compareRun } from '../../src/sim/experiments/compare';
import { createLocalEvaluator } from '../../src/sim/experiments/local-evaluator';
import { createTimeline } from '../../src/sim/hall/timeline';
import { acceptingWindows, accepts } from '../../src/sim/planning/design';
import { largestDifference } from '../../src/sim/story/difference';
import type { SweepWorker } from '../../src/workers/browser-sweeps';
import { runSweep, type SweepJob } from '../../src/workers/sweep-job';
import { shippedPlan } from '../plans';
import { inThread, loadPlanFile } from './in-thread';

const quxi = hallScenario('quxi');
const plan = shippedPlan('hall-200');
const form = (change: Partial<VariantForm> = {}): VariantForm => ({
  ...formOf('v', { kind: 'hall', hall: 'quxi' }, quxi, plan),
  ...change,
});

describe('a variant', () => {
  it('without changes is the hall itself', () => {
    expect(variantOf(form(), 7)).toEqual({ scenario: quxi, floorplan: plan, seed: 7 });
  });

  it('has as many windows as asked for, or cannot be', () => {
    const choices = windowChoices(form());
    expect(choices).toContain(acceptingWindows(quxi));
    for (const windows of choices)
      expect(acceptingWindows(variantOf(form({ windows }), 1)!.scenario)).toBe(windows);
    expect(variantOf(form({ windows: 99 }), 1)).toBeNull();
    expect(checkForm(form({ windows: 99 })).problem).toEqual({
      kind: 'windows',
      windows: 99,
      choices,
    });
  });

  it('is organised and queues as asked for', () => {
    const pooled = variantOf(form({ organisation: 'onePool' }), 1)!.scenario;
    const all = quxi.classes.map(({ id }) => id);
    for (const window of pooled.windows.filter(accepts)) expect(window.serves).toEqual(all);
    const byArea = variantOf(form({ organisation: 'byArea' }), 1)!.scenario;
    const groups = byArea.windows.filter(accepts).map(({ area, serves }) => `${area} ${serves}`);
    expect(new Set(groups).size).toBe(2);
    const queueing = (choice: VariantForm['queueing']) =>
      variantOf(form({ queueing: choice }), 1)!.scenario.queueing;
    expect(queueing('asIs')).toEqual(quxi.queueing);
    expect(queueing('pooled')).toEqual({ kind: 'pooled' });
    expect(queueing('separateLines')).toMatchObject({ kind: 'separateLines', jockeyAt: null });
    expect(queueing('jockeying')).toMatchObject({ kind: 'separateLines', jockeyAt: 2 });
  });

  it('has its demand and service times multiplied, as far as a scenario can hold it', () => {
    const visits = (scenario: typeof quxi) => numberOf(scenario.demand!.visitsPerDay);
    const { scenario } = variantOf(form({ demand: 1.5 }), 1)!;
    expect(visits(scenario)).toBeCloseTo(1.5 * visits(quxi));
    expect(checkForm(form({ service: 1e9 })).problem).toEqual({ kind: 'factor' });
  });

  it('runs in the floor plan chosen, if the hall fits it', () => {
    const other = form({ floorplan: shippedPlan('hall-150-u') });
    expect(variantOf(other, 1)!.scenario.floorplan).toBe('hall-150-u');
    expect(checkForm(other).problem).toBeNull();
    const broken = { ...plan, windows: plan.windows.slice(1) };
    const { problem } = checkForm(form({ floorplan: broken }));
    expect(problem).toMatchObject({ kind: 'hall', problems: [{ path: 'windows[0].id' }] });
  });

  it('is called after what it differs in, or as the user likes', () => {
    const { t } = createTranslation('zh');
    const named = (forms: readonly VariantForm[]) => forms.map((f) => nameOf(f, forms, t, 'zh'));
    const fewer = form({ windows: 11 });
    expect(named([form(), fewer])).toEqual(['13 个窗口', '11 个窗口']);
    expect(named([form(), fewer, form({ demand: 1.2 })])).toEqual([
      '曲溪街道政务服务大厅',
      '11 个窗口',
      '来访量 ×1.2',
    ]);
    expect(named([form({ name: '现状' }), form()])[0]).toBe('现状');
  });
});

describe('when to stop', () => {
  it('is asked for in the unit that is shown, and back', () => {
    const wait = { ...FIRST_RULE, kind: 'precision', halfWidth: 0.5 } as const;
    expect(ruleOf(wait)).toEqual({
      most: 1000,
      precision: { measure: 'waitMeanS', halfWidth: 30 },
    });
    const share = { ...wait, measure: 'withinTargetShare', halfWidth: 2 } as const;
    expect(ruleOf(share).precision?.halfWidth).toBeCloseTo(0.02);
    for (const rule of [wait, share, { ...FIRST_RULE, count: 30 }])
      expect(ruleOf(ruleFormOf(ruleOf(rule)))).toEqual(ruleOf(rule));
  });
});

/** The page's store over the real simulation, without threads. */
function setUp(hall = 'quxi', floorplan = 'hall-200') {
  const scenario = hallScenario(hall);
  const question: Question = {
    origin: { kind: 'shipped', id: hall },
    scenario: { ...scenario, floorplan },
    floorplan: shippedPlan(floorplan),
    seed: 3,
    replications: 30,
  };
  const twin = createTwinStore('zh');
  twin.setState({ question, settings: { ...settingsOf(scenario), seed: 3 } });
  const asked: SweepJob[] = [];
  const worker: SweepWorker = {
    run: async (kind, request) => {
      asked.push({ kind, request } as SweepJob);
      const evaluator = createLocalEvaluator();
      return (await runSweep(
        { kind, request } as SweepJob,
        evaluator,
        () => Promise.reject(new Error('no cover here')),
        () => {},
      )) as never;
    },
    stop: () => {},
    unfinished: async () => null,
  };
  const sweeps = createSweepRunner(worker);
  const compare = createCompare({
    twin,
    sweeps,
    worker: () => inThread,
    loadPlan: loadPlanFile,
  });
  compare.store.setState({ rule: { ...FIRST_RULE, count: 4 } });
  return { twin, sweeps, compare, asked, question };
}
const naming = ({ id }: VariantForm) => ({ zh: `方案 ${id}`, en: `variant ${id}` });

describe('the variants of the page', () => {
  it('begin with the open hall and the other layout, compared at once', async () => {
    const { compare, asked, question } = setUp('putian', 'hall-150-l');
    await compare.begin(naming);
    const { forms, seed } = compare.store.getState();
    expect(forms.map(({ floorplan }) => floorplan?.id)).toEqual(['hall-150-l', 'hall-150-u']);
    expect(forms[0]!.scenario).toBe(question.scenario);
    expect(seed).toBe(3);
    expect(asked).toHaveLength(1);
    await compare.begin(naming);
    expect(asked).toHaveLength(1);
  });

  it('follow the open hall until the user has begun', async () => {
    const { compare, twin, question } = setUp();
    await compare.begin(naming);
    expect(compare.store.getState().forms[1]!.organisation).toBe('onePool');
    const next = { ...question, scenario: { ...question.scenario } };
    twin.setState({ question: next });
    await compare.begin(naming);
    expect(compare.store.getState().forms[0]!.scenario).toBe(next.scenario);
    compare.edit(compare.store.getState().forms[1]!.id, { windows: 11 });
    twin.setState({ question });
    await compare.begin(naming);
    expect(compare.store.getState().forms[0]!.scenario).toBe(next.scenario);
  });

  it('are two to eight, and any can be the first', async () => {
    const { compare } = setUp();
    await compare.begin(naming);
    const forms = () => compare.store.getState().forms;
    compare.remove(forms()[0]!.id);
    expect(forms()).toHaveLength(2);
    for (let i = 0; i < 9; i++) compare.add();
    compare.addOpen();
    expect(forms()).toHaveLength(MOST_VARIANTS);
    expect(new Set(forms().map(({ id }) => id)).size).toBe(MOST_VARIANTS);
    const last = forms().at(-1)!.id;
    compare.makeFirst(last);
    expect(forms()[0]!.id).toBe(last);
    compare.remove(last);
    expect(forms()).toHaveLength(MOST_VARIANTS - 1);
  });

  it('take halls, plans and files, and stay as they were when one is not good', async () => {
    const { compare } = setUp();
    await compare.begin(naming);
    const { id } = compare.store.getState().forms[1]!;
    const now = () => compare.store.getState().forms[1]!;
    await compare.takeHall(id, 'putian');
    expect(now()).toMatchObject({ source: { hall: 'putian' }, windows: null });
    await compare.takePlan(id, 'hall-150-u');
    expect(now().floorplan?.id).toBe('hall-150-u');
    const file = (text: string) => ({
      name: 'own.json',
      size: text.length,
      text: async () => text,
    });
    await compare.takeFile(id, file('{"format": "hall-twin/scenario"}'));
    expect(compare.store.getState().refused[id]?.problems.length).toBeGreaterThan(0);
    expect(now().source).toEqual({ kind: 'hall', hall: 'putian' });
    await compare.takeFile(id, file(JSON.stringify({ ...quxi, floorplan: 'no-such' })));
    expect(compare.store.getState().refused[id]).toEqual({ source: 'own.json', problems: [] });
    await compare.takeFile(id, file(JSON.stringify(quxi)));
    expect(compare.store.getState().refused[id]).toBeUndefined();
    expect(now().source).toMatchObject({ kind: 'file', name: 'own.json' });
    compare.takeOpen(id);
    expect(now().source).toEqual({ kind: 'open', hall: 'quxi' });
  });

  it('run as far as they can, each in its place, and the old result is kept', async () => {
    const { compare, sweeps, asked } = setUp();
    await compare.begin(naming);
    compare.add();
    const [, second] = compare.store.getState().forms;
    compare.edit(second!.id, { windows: 99 });
    expect(mayRun(compare.store.getState().forms)).toBe(true);
    await compare.run(naming);
    const state = compare.store.getState();
    const answer = sweeps.store.getState().compare.answer!;
    expect(asked.at(-1)).toMatchObject({ request: { variants: [{ seed: 3 }, { seed: 3 }] } });
    expect(state.before?.asked).not.toBe(state.asked);
    expect(answersForms(state.asked!, state.forms)).toBe(true);
    const report = withFailed({ asked: state.asked!, answer }, ({ kind }) => kind);
    expect(report.variants.map(({ failed }) => failed)).toEqual([null, 'windows', null]);
    expect(report.variants[2]!.name).toEqual(naming(state.forms[2]!));
    expect(report.variants[2]!.measures).toEqual(answer.variants[1]!.measures);
    compare.edit(second!.id, { name: 'x' });
    expect(answersForms(state.asked!, compare.store.getState().forms)).toBe(true);
    compare.edit(second!.id, { windows: 11 });
    expect(answersForms(state.asked!, compare.store.getState().forms)).toBe(false);
    compare.edit(state.forms[0]!.id, { windows: 99 });
    expect(mayRun(compare.store.getState().forms)).toBe(false);
  });
});

describe('the findings', () => {
  it('tell of the wait and of what differs most', async () => {
    const subjects = ['hall-150-l', 'hall-150-u'].map((id) => ({
      scenario: hallScenario('putian'),
      floorplan: shippedPlan(id),
      seed: 1,
    }));
    const report = await compareRun(subjects, { most: 40 }, createLocalEvaluator());
    const findings = findingsOf(report);
    expect(findings.map(({ measure }) => measure)).toEqual(['waitMeanS', 'walkMeanM']);
    expect(findings.every(({ variant }) => variant === 1)).toBe(true);
  });
});

describe('two days beside each other', () => {
  const subject = (change: Partial<VariantForm> = {}) => variantOf(form(change), 1)!;

  it('have one time, and are let go of', async () => {
    const duo = createDuo(() => inThread);
    await duo.show(subject(), subject({ queueing: 'separateLines' }));
    const { days } = duo.store.getState();
    expect(duo.clock.playing()).toBe(false);
    expect(duo.clock.endUs).toBeGreaterThanOrEqual(days![1].timeline.endUs);
    const [a, b] = days!.map(({ timeline }) => timeline);
    const largest = largestDifference(a!, b!)!;
    const differenceAt = (timeUs: number) => b!.waiting(timeUs) - a!.waiting(timeUs);
    expect(differenceAt(largest.timeUs)).toBe(largest.difference);
    for (let timeUs = duo.clock.startUs; timeUs < duo.clock.endUs; timeUs += 5e6)
      expect(Math.abs(differenceAt(timeUs))).toBeLessThanOrEqual(Math.abs(largest.difference));
    expect(largestDifference(a!, a!)).toBeNull();
    duo.close();
    expect(duo.store.getState().days).toBeNull();
  });

  it('count everybody who was called, with the wait that the measures have', async () => {
    const { scenario, floorplan, seed } = subject();
    const request = { scenario, floorplan, seed, replications: 1 };
    const record = await inThread.record(request, 0);
    const { measures } = await inThread.simulate(request, () => {});
    const timeline = createTimeline(record);
    const { meanWaitS, people } = calledOf(record).at(timeline.endUs);
    expect(meanWaitS).toBeCloseTo(measures.waitMeanS.mean!, 6);
    expect(people).toBeGreaterThan(100);
    expect(calledOf(record).at(0)).toEqual({ people: 0, meanWaitS: null });
  });

  it('say why they could not be recorded', async () => {
    const duo = createDuo(() => ({
      ...inThread,
      record: () => Promise.reject(new Error('out of memory')),
    }));
    await duo.show(subject(), subject());
    expect(duo.store.getState()).toMatchObject({ status: 'failed', reason: 'out of memory' });
  });
});
