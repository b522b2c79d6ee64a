import { createStore, type StoreApi } from 'zustand/vanilla';
import { SECTION_IDS, type SectionId } from '../../report/document/contents';
import type { FloorPlan } from '../../scenarios/floorplan';
import { HALLS, hallScenario } from '../../scenarios/halls';
import type { Scenario } from '../../scenarios/scenario';
import { validateAgainstPlan } from '../../scenarios/validate-plan';
import type { ReportWorker } from '../../workers/browser-report';
import { Superseded } from '../../workers/lane';
import type { ReportFindings, ReportStep } from '../../workers/report-job';
import type { Question } from '../state/store';

/** What the user asks of a report. */
export interface ReportForm {
  /** '' names it after the hall. */
  readonly title: string;
  readonly author: string;
  /** "YYYY-MM-DD". */
  readonly date: string;
  readonly languages: 'both' | 'zh' | 'en';
  readonly sections: readonly SectionId[];
  /** Halls by id, or `@plan`: the same scenario in another floor plan. */
  readonly against: readonly string[];
  readonly search: boolean;
}

export interface ReportState {
  readonly form: ReportForm;
  readonly status: 'idle' | 'working' | 'failed';
  readonly step: ReportStep;
  readonly done: number;
  readonly of: number;
  readonly reason: string | null;
  readonly findings: ReportFindings | null;
  /** What the findings answer. */
  readonly answers: Question | null;
  /** Scenarios that they compare with. */
  readonly compared: readonly string[];
}

/** The desk at which reports are made. Every promise settles when the doing is done. */
export interface ReportDesk {
  readonly store: StoreApi<ReportState>;
  change(change: Partial<ReportForm>): void;
  /** Works out what the form asks of a question. */
  run(question: Question): Promise<void>;
  cancel(): void;
}

export function createReportDesk(parts: {
  readonly worker: ReportWorker;
  readonly loadPlan: (id: string) => Promise<FloorPlan>;
  readonly today: string;
}): ReportDesk {
  const { worker, loadPlan, today } = parts;
  const store = createStore<ReportState>(() => ({
    form: {
      title: '',
      author: '',
      date: today,
      languages: 'both',
      sections: SECTION_IDS,
      against: [],
      search: false,
    },
    status: 'idle',
    step: 'simulation',
    done: 0,
    of: 1,
    reason: null,
    findings: null,
    answers: null,
    compared: [],
  }));

  const placed = async (scenario: Scenario) => ({
    scenario,
    floorplan:
      typeof scenario.floorplan === 'string'
        ? await loadPlan(scenario.floorplan)
        : scenario.floorplan,
  });
  /** A scenario to compare with; null if it does not fit. */
  const other = async (word: string, { scenario }: Question) => {
    if (HALLS.some(({ id }) => id === word)) return placed(hallScenario(word));
    const floorplan = await loadPlan(word.slice(1));
    return validateAgainstPlan(scenario, floorplan).length > 0 ? null : { scenario, floorplan };
  };

  let asked = 0;
  return {
    store,
    change: (change) => store.setState((state) => ({ form: { ...state.form, ...change } })),
    async run(question) {
      const asking = ++asked;
      const current = () => asking === asked;
      const { against, search } = store.getState().form;
      store.setState({ status: 'working', step: 'simulation', done: 0, of: 1, reason: null });
      try {
        const found = await Promise.all(
          against.map(async (word) => ({ word, placed: await other(word, question) })),
        );
        const fitting = found.filter(({ placed: one }) => one !== null);
        if (!current()) return;
        const { scenario, floorplan, seed, replications } = question;
        const findings = await worker.workOut(
          {
            scenario,
            floorplan,
            seed,
            replications: Math.max(2, replications),
            against: fitting.map(({ placed: one }) => one!),
            search,
          },
          (step, done, of) => {
            if (current()) store.setState({ step, done, of });
          },
        );
        if (!current()) return;
        store.setState({
          status: 'idle',
          findings,
          answers: question,
          compared: fitting.map(({ word }) => word),
        });
      } catch (error) {
        if (!current()) return;
        store.setState(
          error instanceof Superseded
            ? { status: 'idle' }
            : { status: 'failed', reason: error instanceof Error ? error.message : String(error) },
        );
      } finally {
        // Progress may be told later than the end: it comes through a channel of its own.
        if (current()) asked++;
      }
    },
    cancel: () => worker.cancel(),
  };
}
