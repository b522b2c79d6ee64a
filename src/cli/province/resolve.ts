import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fitted } from '../../drawing/fit-scenario';
import { ASSUMPTIONS, type AssumptionId } from '../../scenarios/assumptions';
import type { FloorPlan } from '../../scenarios/floorplan';
import { HALLS, townshipScenario, visitsOfResidents } from '../../scenarios/halls';
import { InputError, type Problem } from '../../scenarios/problem';
import { numberOf } from '../../scenarios/provenance';
import { MAX_INPUT_BYTES, readSweepPlan, tooLarge } from '../../scenarios/read';
import type { Scenario } from '../../scenarios/scenario';
import type { SweepGrid, SweepHall, SweepPlan } from '../../scenarios/sweep-plan';
import { validateAgainstPlan } from '../../scenarios/validate-plan';
import { Workshop } from '../../sim/experiments/workshop';
import type { Engine } from '../../sim/kernel/calendar';
import { ORGANISATIONS } from '../../sim/planning/design';
import { keyOf } from '../../workers/journal';
import {
  OWN_LAYOUT,
  pointsOf,
  type SweepTask,
  type TaskGroup,
  type TaskHall,
  withWindows,
} from '../../workers/province/task';
import { loadFloorPlan, loadRun, shippedFloorPlans, shippedScenarios } from '../documents';
import { REFUSALS, refusal } from '../refusals';
import { readHallsTable } from './halls-table';
import { SWEEP_REFUSALS } from './refusals';

/** Names walking that takes no time where a floor plan is asked for. */
const NO_PLAN = 'none';
/** Pieces that a sweep is cut into if they would not be too small or too large. */
const PIECES = 64;
/** Simulated visits of a piece: fewer, and handing it on costs too much; more, and little would be spread. */
const SMALLEST_PIECE = 25_000;
const LARGEST_PIECE = 150_000;

/** A plan with everything that it names, ready to be run anywhere. */
export interface ResolvedSweep {
  readonly task: SweepTask;
  /** Headings of the table of halls that say nothing to a sweep. */
  readonly unused: readonly string[];
}

/**
 * Reads a plan and all that it names: halls, scenarios, floor plans.
 *
 * @throws InputError with every problem found
 */
export async function resolveSweep(file: string, engine: Engine): Promise<ResolvedSweep> {
  const plan = readSweepPlan(textOf(file), file);
  const reader = new PlanReader(file, plan);
  return reader.read(engine);
}

function textOf(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    if (code === 'EISDIR') throw refusal(file, '', REFUSALS.isFolder());
    throw refusal(file, '', REFUSALS.unreadable(code));
  }
  if (bytes.length > MAX_INPUT_BYTES) throw tooLarge(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refusal(file, '', REFUSALS.notUtf8());
  }
}

/** A hall, and where problems say that it stands. */
interface NamedHall {
  readonly hall: SweepHall | string;
  readonly source: string;
  readonly path: (field: string) => string;
}

class PlanReader {
  private readonly folder: string;
  private readonly documents: Record<string, Scenario | FloorPlan> = {};
  private readonly problems: { source: string; problem: Problem }[] = [];
  private readonly checked = new Map<string, boolean>();
  private readonly visits = new Map<string, number>();
  private readonly plans = new Map<string, { key: string | null; plan: FloorPlan | null }>();

  constructor(
    private readonly file: string,
    private readonly plan: SweepPlan,
  ) {
    this.folder = path.dirname(file);
  }

  async read(engine: Engine): Promise<ResolvedSweep> {
    const { plan } = this;
    const grids = Array.isArray(plan.variants) ? plan.variants : [plan.variants];
    const groups = grids.flatMap((grid, i) =>
      this.groupsOf(grid, Array.isArray(plan.variants) ? `variants[${i}]` : 'variants'),
    );
    const distinct = [...new Map(groups.map((group) => [JSON.stringify(group), group])).values()];
    const { named, unused } = await this.named();
    const halls: TaskHall[] = [];
    const ids = new Set<string>();
    for (const one of named) {
      const hall = this.hallOf(one);
      if (!hall) continue;
      if (ids.has(hall.id)) this.wrong(one, 'id', SWEEP_REFUSALS.doubledHall(hall.id));
      ids.add(hall.id);
      halls.push(hall);
      for (const group of distinct) this.checkLayout(one, hall, group);
    }
    this.refuseIfAny();
    const { id, seed, replications, promise, judging } = plan;
    const whole = { id, engine, seed, replications, promise, judging, halls, groups: distinct };
    const visitsAPiece = plan.visitsAPiece ?? pieceFor(whole);
    return { task: { ...whole, visitsAPiece, documents: this.documents }, unused };
  }

  private async named(): Promise<{ named: NamedHall[]; unused: readonly string[] }> {
    const { halls } = this.plan;
    if (typeof halls === 'string') {
      const source = path.relative('', path.resolve(this.folder, halls)) || halls;
      const table = await readHallsTable(path.resolve(this.folder, halls), source);
      return {
        named: table.halls.map((hall, i) => ({
          hall,
          source,
          path: (field) => `row ${table.rows[i]}, ${field}`,
        })),
        unused: table.unused,
      };
    }
    return {
      named: halls.map((hall, i) => ({
        hall,
        source: this.file,
        path: (field) =>
          typeof hall === 'string' || field === '' ? `halls[${i}]` : `halls[${i}].${field}`,
      })),
      unused: [],
    };
  }

  private wrong(at: NamedHall, field: string, words: Omit<Problem, 'path'>): void {
    this.problems.push({ source: at.source, problem: { path: at.path(field), ...words } });
  }

  private refuseIfAny(): void {
    const [first] = this.problems;
    if (!first) return;
    throw new InputError(
      first.source,
      this.problems.slice(0, 40).map(({ problem }) => problem),
    );
  }

  private keep(document: Scenario | FloorPlan): string {
    const key = keyOf(document).slice(0, 16);
    this.documents[key] = document;
    return key;
  }

  /** A floor plan by id, file or `none`; problems name `field`. */
  private floorPlan(name: string): { key: string | null; plan: FloorPlan | null } {
    if (name === NO_PLAN) return { key: null, plan: null };
    let found = this.plans.get(name);
    if (!found) {
      const shipped = shippedFloorPlans().includes(name);
      const plan = loadFloorPlan(shipped ? name : path.join(this.folder, name));
      found = { key: this.keep(plan), plan };
      this.plans.set(name, found);
    }
    return found;
  }

  private groupsOf(grid: SweepGrid, at: string): TaskGroup[] {
    const { windows, organisation, layout = [OWN_LAYOUT] } = grid;
    if (windows && windows.from > windows.to)
      throw refusal(this.file, `${at}.windows`, SWEEP_REFUSALS.windowsReversed());
    let crossed: [AssumptionId, number][][] = [[]];
    for (const id of ASSUMPTIONS) {
      const values = grid[id];
      if (!values) continue;
      crossed = crossed.flatMap((before) =>
        values.map((value): [AssumptionId, number][] => [...before, [id, value]]),
      );
    }
    return layout.flatMap((name) => {
      const key = name === OWN_LAYOUT ? OWN_LAYOUT : this.floorPlan(name).key;
      return crossed.map(
        (assumptions): TaskGroup => ({
          layout: key,
          assumptions,
          windows: windows ?? null,
          organisations: organisation ?? (windows ? ORGANISATIONS : []),
        }),
      );
    });
  }

  /** A hall with its documents; null if it is wrong, which is then noted. */
  private hallOf(at: NamedHall): TaskHall | null {
    const hall: SweepHall | string = at.hall;
    if (typeof hall === 'string') return this.fromScenario(at, { id: hall }, hall);
    if (hall.scenario !== undefined) return this.fromScenario(at, hall, hall.scenario);
    return this.township(at, hall);
  }

  private fromScenario(
    at: NamedHall,
    hall: Partial<SweepHall> & { id: string },
    named: string | Scenario,
  ): TaskHall | null {
    let scenario: Scenario;
    let plan: FloorPlan | null;
    const shipped = typeof named === 'string' ? HALLS.find(({ id }) => id === named) : undefined;
    if (typeof named === 'string') {
      const file = path.join(this.folder, named);
      const isShipped = shippedScenarios().includes(named) && !existsSync(file);
      const run = loadRun(isShipped ? named : file);
      ({ scenario, plan } = run);
    } else {
      scenario = named;
      const own = named.floorplan;
      plan = own === null ? null : typeof own === 'string' ? this.floorPlan(own).plan : own;
    }
    if (hall.floorplan !== undefined) ({ plan } = this.floorPlan(hall.floorplan));
    const visits =
      hall.visitsPerDay ??
      (hall.residents !== undefined && !shipped ? visitsOfResidents(hall.residents) : null);
    if (visits !== null && !scenario.demand) {
      this.wrong(at, 'visitsPerDay', SWEEP_REFUSALS.noDemand());
      return null;
    }
    return this.finished(at, scenario, plan, {
      id: typeof at.hall === 'string' ? scenario.id : hall.id,
      name: hall.name ?? shipped?.name ?? scenario.name,
      areaM2: hall.areaM2 ?? shipped?.minimumAreaM2 ?? null,
      residents: hall.residents ?? shipped?.residents?.count ?? null,
      visitsPerDay: visits,
      windows: hall.windows ?? null,
    });
  }

  /** An ordinary township hall with the area, visits and windows of its row. */
  private township(at: NamedHall, hall: SweepHall): TaskHall | null {
    const { areaM2, residents, visitsPerDay } = hall;
    if (hall.floorplan === undefined && areaM2 === undefined) {
      this.wrong(at, 'areaM2', SWEEP_REFUSALS.noArea());
      return null;
    }
    const visits = visitsPerDay ?? (residents === undefined ? null : visitsOfResidents(residents));
    if (visits === null) {
      this.wrong(at, 'visitsPerDay', SWEEP_REFUSALS.noVisits());
      return null;
    }
    const planName =
      hall.floorplan ?? (areaM2! >= 200 ? 'hall-200' : areaM2! >= 150 ? 'hall-150-l' : NO_PLAN);
    return this.finished(at, townshipScenario(), this.floorPlan(planName).plan, {
      id: hall.id,
      name: hall.name ?? hall.id,
      areaM2: areaM2 ?? null,
      residents: residents ?? null,
      visitsPerDay: Math.max(1, visits),
      windows: hall.windows ?? null,
    });
  }

  private finished(
    at: NamedHall,
    scenario: Scenario,
    plan: FloorPlan | null,
    rest: Omit<TaskHall, 'scenario' | 'floorplan' | 'visitsARun'>,
  ): TaskHall | null {
    const keys = { scenario: this.keep(scenario), floorplan: plan && this.keep(plan) };
    const together = `${keys.scenario} ${keys.floorplan}`;
    if (!this.checked.has(together)) {
      const found = plan ? validateAgainstPlan(scenario, plan) : [];
      this.checked.set(together, found.length === 0);
      for (const problem of found)
        this.problems.push({
          source: at.source,
          problem: { ...problem, path: at.path(`scenario.${problem.path}`) },
        });
    }
    if (!this.checked.get(together)) return null;
    this.checkRoom(at, keys.scenario, scenario, plan, rest.windows);
    const own = scenario.demand ? numberOf(scenario.demand.visitsPerDay) : null;
    const scale = rest.visitsPerDay !== null && own ? rest.visitsPerDay / own : 1;
    return { ...rest, ...keys, visitsARun: this.visitsOf(keys.scenario, scenario) * scale };
  }

  private checkRoom(
    at: NamedHall,
    key: string,
    scenario: Scenario,
    plan: FloorPlan | null,
    windows: number | null,
  ): void {
    if (windows === null || plan === null) return;
    const asked = `room ${key} ${plan.id} ${windows}`;
    if (!this.checked.has(asked))
      this.checked.set(asked, withWindows(scenario, plan, windows) !== null);
    if (!this.checked.get(asked))
      this.wrong(at, 'windows', SWEEP_REFUSALS.noRoom(windows, plan.id));
  }

  /** Whether a hall can be put into the layout of a group. */
  private checkLayout(at: NamedHall, hall: TaskHall, group: TaskGroup): void {
    if (group.layout === OWN_LAYOUT || group.layout === null) return;
    const asked = `layout ${hall.scenario} ${group.layout}`;
    if (this.checked.has(asked)) return;
    this.checked.set(asked, true);
    const plan = this.documents[group.layout] as FloorPlan;
    const scenario = this.documents[hall.scenario] as Scenario;
    for (const problem of validateAgainstPlan(fitted(scenario, plan), plan))
      this.problems.push({
        source: at.source,
        problem: { ...problem, path: at.path(`scenario.${problem.path}`) },
      });
  }

  /** Visits of one run as the scenario has them: what it costs, near enough. */
  private visitsOf(key: string, scenario: Scenario): number {
    let visits = this.visits.get(key);
    if (visits === undefined) {
      const workshop = new Workshop();
      const experiment = workshop.prepare({ scenario, floorplan: null, seed: 1 });
      const [run] = workshop.run(experiment, 'summary', { from: 0, to: 1 });
      visits = Math.max(1, run!.all.arrived);
      this.visits.set(key, visits);
    }
    return visits;
  }
}

/** Visits of a piece, so that there are enough pieces to share and none is too small to hand on. */
function pieceFor(task: Pick<SweepTask, 'halls' | 'groups' | 'replications'>): number {
  const points = pointsOf(task).length;
  const visits = task.halls.reduce((sum, { visitsARun }) => sum + visitsARun, 0);
  const even = (visits * points * task.replications) / PIECES;
  return Math.round(Math.min(LARGEST_PIECE, Math.max(SMALLEST_PIECE, even)));
}
