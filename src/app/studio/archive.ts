import { Dexie, type EntityTable } from 'dexie';
import { type FloorPlan, floorPlanSchema, type Point } from '../../scenarios/floorplan';

/** Why a version was kept. */
export type VersionReason = 'auto' | 'manual' | 'opened';

/** A plan as it once was. */
export interface PlanVersion {
  readonly number: number;
  readonly planId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly reason: VersionReason;
  readonly plan: FloorPlan;
}

interface Draft {
  readonly planId: string;
  readonly at: number;
  readonly plan: FloorPlan;
}

/** A picture under a plan, and where it lies. */
export interface KeptUnderlay {
  readonly planId: string;
  readonly name: string;
  readonly picture: Blob;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Its lower left corner in the plan, metres. */
  readonly at: Point;
  readonly metresPerPx: number;
  /** 0 to 1. */
  readonly opacity: number;
}

type Database = Dexie & {
  drafts: EntityTable<Draft, 'planId'>;
  versions: EntityTable<PlanVersion, 'number'>;
  underlays: EntityTable<KeptUnderlay, 'planId'>;
};

/** Versions of one plan that are kept; those that the user kept by hand always are. */
const MOST_AUTOMATIC = 40;
/** An automatic version at most this often, ms. */
const BETWEEN_MS = 5 * 60_000;

/** Plans that are being drawn, kept in the browser so that a closed tab or a crash costs nothing. */
export class PlanArchive {
  readonly #database: Database;

  constructor(name = 'hall-twin-plans') {
    this.#database = new Dexie(name) as Database;
    this.#database.version(1).stores({ drafts: 'planId, at', versions: '++number, planId, at' });
    this.#database.version(2).stores({ underlays: 'planId' });
  }

  /** The plan as it was left; null if it was not changed, or what is kept is no plan any more. */
  async draft(planId: string): Promise<{ readonly at: number; readonly plan: FloorPlan } | null> {
    const kept = await this.#database.drafts.get(planId);
    const read = kept && floorPlanSchema.safeParse(kept.plan);
    return read?.success ? { at: kept!.at, plan: read.data } : null;
  }

  /** Keeps a plan as it is now, and now and then a version to go back to. Rejects if it can't. */
  async keep(planId: string, plan: FloorPlan, now: number): Promise<void> {
    const { drafts, versions } = this.#database;
    await drafts.put({ planId, at: now, plan });
    const last = await versions.where({ planId }).last();
    if (!last || now - last.at >= BETWEEN_MS) await this.addVersion(planId, plan, 'auto', now);
  }

  async addVersion(
    planId: string,
    plan: FloorPlan,
    reason: VersionReason,
    now: number,
  ): Promise<void> {
    const { versions } = this.#database;
    await versions.add({ planId, at: now, reason, plan } as PlanVersion);
    const automatic = await versions
      .where({ planId })
      .filter((version) => version.reason !== 'manual')
      .primaryKeys();
    await versions.bulkDelete(automatic.slice(0, -MOST_AUTOMATIC));
  }

  /** Every version of a plan, the newest first. */
  async versions(planId: string): Promise<readonly PlanVersion[]> {
    const found = await this.#database.versions.where({ planId }).toArray();
    return found.reverse();
  }

  /** Forgets what was left; versions stay. */
  async forget(planId: string): Promise<void> {
    await this.#database.drafts.delete(planId);
  }

  /** The picture that lay under a plan; null if none did. */
  async underlay(planId: string): Promise<KeptUnderlay | null> {
    return (await this.#database.underlays.get(planId)) ?? null;
  }

  /** Rejects if the browser has no room. */
  async keepUnderlay(underlay: KeptUnderlay): Promise<void> {
    await this.#database.underlays.put(underlay);
  }

  async forgetUnderlay(planId: string): Promise<void> {
    await this.#database.underlays.delete(planId);
  }
}
