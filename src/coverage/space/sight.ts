import type { FloorPlan } from '../../scenarios/floorplan';
import { BvhCaster, type Caster } from './caster';
import { Crowd } from './people';
import { type Owner, type Solid, trianglesOf } from './solid';
import { solidsOf } from './solids';

/** What can be seen in a room: its solids, and the people who are in it now. */
export class Sight {
  readonly solids: readonly Solid[];
  readonly crowd: Crowd;
  readonly #owners: readonly Owner[];
  readonly #caster: Caster;

  /**
   * @param caster how solids are hit; default: by a bounding volume hierarchy
   */
  constructor(
    solids: readonly Solid[],
    crowd = new Crowd(),
    caster: (triangles: ReturnType<typeof trianglesOf>) => Caster = (t) => new BvhCaster(t),
  ) {
    const triangles = trianglesOf(solids);
    this.solids = solids;
    this.crowd = crowd;
    this.#owners = triangles.owners;
    this.#caster = caster(triangles);
  }

  /** How far from the start the last `blocker` stands, metres; undefined meaning if there is none. */
  hitM = 0;

  /**
   * Index of the first thing or person on the way from a to b, −1 for a free view.
   * @param except index in the crowd of a person who is looked past; −1 for nobody
   */
  blocker(
    ax: number,
    ay: number,
    az: number,
    bx: number,
    by: number,
    bz: number,
    except = -1,
  ): number {
    const person = this.crowd.cast(ax, ay, az, bx, by, bz, except);
    const solid = this.#caster.cast(ax, ay, az, bx, by, bz);
    if (solid >= 0 && (person < 0 || this.#caster.hitM < this.crowd.hitM)) {
      this.hitM = this.#caster.hitM;
      return solid;
    }
    if (person < 0) return -1;
    this.hitM = this.crowd.hitM;
    return this.#owners.length + person;
  }

  /** Who or what an index of `blocker` is. */
  owner(index: number): Owner {
    return this.#owners[index] ?? this.crowd.people[index - this.#owners.length]!.owner;
  }
}

/** The sight in a floor plan's room, with people or empty. */
export function sightOf(plan: FloorPlan, crowd = new Crowd()): Sight {
  return new Sight(solidsOf(plan), crowd);
}
