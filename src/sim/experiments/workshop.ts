import { createNavigator, type Navigator } from '../../geometry/navigator';
import type { FloorPlan } from '../../scenarios/floorplan';
import { compileHall } from '../hall/model';
import type { Engine } from '../kernel/calendar';
import type { ReplicationFigures } from '../stats/hall-statistics';
import type { Ask, Detail, FiguresOf, Variant } from './evaluator';
import { type Experiment, experimentOf, replicate, replicateWaits } from './simulate';

/** Floor plans whose walking routes are kept. */
const PLANS_KEPT = 8;

/** Prepares variants, those in one floor plan with the same routes, and runs replications of them. */
export class Workshop {
  private readonly navigators = new Map<string, Navigator>();

  constructor(private readonly engine: Engine = 'default') {}

  prepare({ scenario, floorplan, seed, state }: Variant): Experiment {
    const model = compileHall(scenario, floorplan && this.navigatorOf(floorplan));
    return experimentOf(model, floorplan?.id ?? null, seed, state ?? null);
  }

  /** Figures of replications in their order, as plain data. */
  run<D extends Detail>(
    experiment: Experiment,
    detail: D,
    { from, to }: Pick<Ask, 'from' | 'to'>,
  ): FiguresOf<D>[] {
    const figures: FiguresOf<Detail>[] = [];
    for (let r = from; r < to; r++) {
      if (detail === 'waits') {
        figures.push(replicateWaits(experiment, r, this.engine));
        continue;
      }
      const one: ReplicationFigures = replicate(experiment, r, this.engine);
      figures.push(detail === 'full' ? one : { all: one.all, stopped: one.stopped });
    }
    return figures as FiguresOf<D>[];
  }

  /** The routes of a floor plan, by its contents: two plans may bear the same id. */
  private navigatorOf(plan: FloorPlan): Navigator {
    const key = JSON.stringify(plan);
    let navigator = this.navigators.get(key);
    if (!navigator) {
      navigator = createNavigator(plan);
      if (this.navigators.size === PLANS_KEPT)
        this.navigators.delete(this.navigators.keys().next().value!);
      this.navigators.set(key, navigator);
    }
    return navigator;
  }
}
