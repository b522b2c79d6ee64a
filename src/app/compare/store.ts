import { createStore, type StoreApi } from 'zustand/vanilla';
import { checkFloorPlan } from '../../geometry/check';
import type { FloorPlan } from '../../scenarios/floorplan';
import { hallScenario } from '../../scenarios/halls';
import { InputError, type Problem } from '../../scenarios/problem';
import { MAX_INPUT_BYTES, readScenario, tooLarge } from '../../scenarios/read';
import type { Scenario } from '../../scenarios/scenario';
import type { LocalText } from '../../scenarios/text';
import type { Variant as Subject } from '../../sim/experiments/evaluator';
import type { SimulationWorker } from '../../workers/api';
import type { InputFile } from '../state/session';
import type { TwinStore } from '../state/store';
import type { SweepRunner } from '../state/sweeps';
import { checkForm, type FormProblem } from './check-form';
import { createDuo, type Duo } from './duo';
import { firstForms, openForm, otherLayout } from './first-forms';
import type { Answered, Asked } from './result';
import { FIRST_RULE, type RuleForm, ruleFormOf, ruleOf } from './rule';
import { formOf, type Source, type VariantForm } from './variant-form';

export const MOST_VARIANTS = 8;
export const FEWEST_VARIANTS = 2;

/** What could not be taken into a variant, which stays as it was. */
export interface Refused {
  /** A file, or a floor plan. */
  readonly source: string;
  /** Empty where nothing more is known than that it was not to be had. */
  readonly problems: readonly Problem[];
}

export interface CompareState {
  /** A, B, C …; none before a hall is open. */
  readonly forms: readonly VariantForm[];
  /** The user has changed or asked nothing yet: the page follows the open hall. */
  readonly untouched: boolean;
  /** Variant whose fields are on show. */
  readonly edited: string | null;
  /** By variant. */
  readonly refused: Readonly<Record<string, Refused>>;
  readonly rule: RuleForm;
  readonly seed: number;
  /** What the sweep under way, or the last one, is of. */
  readonly asked: Asked | null;
  /** The comparison before it. */
  readonly before: Answered | null;
  readonly view: 'figures' | 'halls';
}

/** The comparison as its page's user puts it together; it outlives the page. */
export interface Compare {
  readonly store: StoreApi<CompareState>;
  /** Two days beside each other. */
  readonly duo: Duo;
  /**
   * Puts the open hall and a second one in and compares them, unless the user has begun, or may
   * go on with a comparison of an earlier visit.
   */
  begin(nameOf: NameOf): Promise<void>;
  edit(id: string, change: Partial<Omit<VariantForm, 'id'>>): void;
  /** Another variant, like the one with this id or the last. */
  add(like?: string): void;
  /** The hall as it is open now, as another variant. */
  addOpen(): void;
  remove(id: string): void;
  /** Holds the others against this one: it becomes A. */
  makeFirst(id: string): void;
  takeOpen(id: string): void;
  takeHall(id: string, hall: string): Promise<void>;
  takePlan(id: string, plan: string): Promise<void>;
  takeFile(id: string, file: InputFile): Promise<void>;
  /** Compares; `nameOf` gives a variant its name in the result. */
  run(nameOf: NameOf): Promise<void>;
  /** Goes on with the comparison that was stopped. */
  resume(): Promise<void>;
  /** Goes on with one of an earlier visit, whose variants come to the page. */
  resumeEarlier(): Promise<void>;
}

/** What a variant is called in its result, in both languages. */
export type NameOf = (form: VariantForm) => LocalText;

export interface CompareParts {
  readonly twin: TwinStore;
  readonly sweeps: SweepRunner;
  /** Started when two days are asked for. */
  readonly worker: () => SimulationWorker;
  /** A shipped floor plan by id. */
  readonly loadPlan: (id: string) => Promise<FloorPlan>;
}

export function createCompare({ twin, sweeps, worker, loadPlan }: CompareParts): Compare {
  const store = createStore<CompareState>(() => ({
    forms: [],
    untouched: true,
    edited: null,
    refused: {},
    rule: FIRST_RULE,
    seed: 1,
    asked: null,
    before: null,
    view: 'figures',
  }));
  let ids = 0;
  const newId = () => `v${++ids}`;
  /** Counts what each variant was asked to become, so that the last one wins. */
  const takings: Record<string, number> = {};

  const planOf = async ({ floorplan }: Scenario): Promise<FloorPlan | null> =>
    typeof floorplan === 'string' ? await loadPlan(floorplan) : floorplan;

  const touch = (change: (forms: readonly VariantForm[]) => readonly VariantForm[]) =>
    store.setState(({ forms }) => ({ forms: change(forms), untouched: false }));

  function edit(id: string, change: Partial<VariantForm>): void {
    touch((forms) => forms.map((form) => (form.id === id ? { ...form, ...change } : form)));
    store.setState(({ refused: { [id]: _, ...refused } }) => ({ refused }));
  }

  function insert(form: VariantForm, after: number): void {
    if (store.getState().forms.length >= MOST_VARIANTS) return;
    touch((forms) => [...forms.slice(0, after + 1), form, ...forms.slice(after + 1)]);
    store.setState({ edited: form.id });
  }

  /** Another hall keeps the name and the changes, but not a number of windows of the old one. */
  async function take(
    id: string,
    named: string,
    read: () => Promise<Partial<VariantForm>>,
  ): Promise<void> {
    const taking = (takings[id] ?? 0) + 1;
    takings[id] = taking;
    try {
      const change = await read();
      if (takings[id] === taking) edit(id, change);
    } catch (error) {
      if (takings[id] !== taking) return;
      const problems = error instanceof InputError ? error.problems : [];
      store.setState(({ refused }) => ({
        refused: { ...refused, [id]: { source: named, problems } },
      }));
    }
  }

  async function start(asked: Asked): Promise<void> {
    const { asked: last, before } = store.getState();
    const { answer } = sweeps.store.getState().compare;
    const kept = last && answer && answer.replications > 0 ? { asked: last, answer } : before;
    store.setState({ asked, before: kept });
    await sweeps.run('compare', asked.request);
  }

  async function compareForms(nameOf: NameOf): Promise<void> {
    const { forms, rule, seed } = store.getState();
    const subjects = forms.map((form): Subject | FormProblem => {
      const { scenario, problem } = checkForm(form);
      return (
        problem ?? {
          scenario: { ...scenario, name: nameOf(form) },
          floorplan: form.floorplan,
          seed,
        }
      );
    });
    const variants = subjects.filter((subject) => 'scenario' in subject);
    if (!mayRun(forms)) return;
    await start({ forms, subjects, request: { variants, rule: ruleOf(rule) } });
  }

  return {
    store,
    duo: createDuo(worker),
    edit,
    async begin(nameOf) {
      const { question, settings } = twin.getState();
      if (!question || !store.getState().untouched) return;
      if (store.getState().forms[0]?.scenario === question.scenario) return;
      const other = otherLayout(question.floorplan);
      const plan = other ? await loadPlan(other).catch(() => null) : null;
      // Another hall may have been opened, or something touched, while the plan was on its way.
      if (twin.getState().question !== question || !store.getState().untouched) return;
      const forms = firstForms(question, plan, newId);
      store.setState({ forms, edited: forms[1]!.id, seed: settings?.seed ?? 1 });
      if (store.getState().asked === null) await sweeps.lookForUnfinished('compare');
      const mayGoOn = sweeps.store.getState().unfinished.compare !== undefined;
      const present = store.getState();
      if (present.forms !== forms || !present.untouched || mayGoOn) return;
      // Only one sweep runs at a time: what another page has under way is not stopped unasked.
      const { unfinished: _, ...kinds } = sweeps.store.getState();
      if (Object.values(kinds).some(({ status }) => status === 'working')) return;
      await compareForms(nameOf);
    },
    add(like) {
      const { forms } = store.getState();
      const at = like === undefined ? forms.length - 1 : forms.findIndex(({ id }) => id === like);
      const model = forms[at];
      if (model) insert({ ...model, id: newId(), name: '' }, at);
    },
    addOpen() {
      const { question } = twin.getState();
      if (question) insert(openForm(newId(), question), store.getState().forms.length - 1);
    },
    remove(id) {
      if (store.getState().forms.length <= FEWEST_VARIANTS) return;
      touch((forms) => forms.filter((form) => form.id !== id));
    },
    makeFirst: (id) =>
      touch((forms) => [
        ...forms.filter((form) => form.id === id),
        ...forms.filter((form) => form.id !== id),
      ]),
    takeOpen(id) {
      const { question } = twin.getState();
      if (!question) return;
      const { source, scenario, floorplan } = openForm(id, question);
      takings[id] = (takings[id] ?? 0) + 1;
      edit(id, { source, scenario, floorplan, windows: null });
    },
    takeHall: (id, hall) =>
      take(id, hall, async () => {
        const scenario = hallScenario(hall);
        const source: Source = { kind: 'hall', hall };
        return { source, scenario, floorplan: await planOf(scenario), windows: null };
      }),
    takePlan: (id, plan) => take(id, plan, async () => ({ floorplan: await loadPlan(plan) })),
    takeFile: (id, file) =>
      take(id, file.name, async () => {
        if (file.size > MAX_INPUT_BYTES) throw tooLarge(file.name);
        const scenario = readScenario(await file.text(), file.name);
        const floorplan = await planOf(scenario);
        const own = typeof scenario.floorplan === 'string' ? null : floorplan;
        const problems = own ? checkFloorPlan(own) : [];
        if (problems.length > 0) throw new InputError(file.name, problems);
        const source: Source = { kind: 'file', hall: null, name: file.name };
        return { source, scenario, floorplan, windows: null };
      }),
    async run(nameOf) {
      store.setState({ untouched: false });
      await compareForms(nameOf);
    },
    async resume() {
      const { asked } = store.getState();
      if (asked) await start(asked);
    },
    async resumeEarlier() {
      const job = sweeps.store.getState().unfinished.compare?.job;
      if (job?.kind !== 'compare') return;
      const { variants, rule } = job.request;
      const forms = variants.map(({ scenario, floorplan }) =>
        formOf(newId(), { kind: 'kept', hall: null }, scenario, floorplan),
      );
      const seed = variants[0]?.seed ?? 1;
      store.setState({
        forms,
        untouched: false,
        edited: null,
        refused: {},
        rule: ruleFormOf(rule),
        seed,
      });
      await start({ forms, subjects: variants, request: job.request });
    },
  };
}

/** Whether there is something to compare: the first variant and another can be run. */
export function mayRun(forms: readonly VariantForm[]): boolean {
  const good = forms.map((form) => checkForm(form).problem === null);
  return good[0] === true && good.filter(Boolean).length >= FEWEST_VARIANTS;
}
