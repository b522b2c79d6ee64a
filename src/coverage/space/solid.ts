import { type Box, cornersOf } from '../../geometry/vector';
import type { Point } from '../../scenarios/floorplan';

/** What kinds of things stand in the way of a line of sight. */
export type OwnerKind =
  | 'wall'
  | 'door'
  | 'column'
  | 'counter'
  | 'fixture'
  | 'seat'
  | 'display'
  | 'sign'
  | 'visitor'
  | 'clerk'
  | 'queue';

/** What a solid belongs to, so that a blocker can be named. */
export interface Owner {
  readonly kind: OwnerKind;
  /** Id in the floor plan: of a visitor or clerk, the window's. */
  readonly id: string;
}

/** An upright prism over a convex footprint: all that furniture and walls are made of here. */
export interface Solid {
  readonly owner: Owner;
  /** Corners, counterclockwise, metres. */
  readonly footprint: readonly Point[];
  readonly bottomM: number;
  readonly topM: number;
}

/** A box of furniture from its rectangle on the floor. */
export function boxSolid(owner: Owner, box: Box, bottomM: number, topM: number): Solid {
  return { owner, footprint: cornersOf(box), bottomM, topM };
}

/** Whether a point of the plan lies in a solid's footprint or on its edge. */
export function footprintHolds({ footprint }: Solid, x: number, y: number): boolean {
  for (let i = 0; i < footprint.length; i++) {
    const [ax, ay] = footprint[i]!;
    const [bx, by] = footprint[(i + 1) % footprint.length]!;
    if ((bx - ax) * (y - ay) - (by - ay) * (x - ax) < 0) return false;
  }
  return true;
}

/** Triangles of solids, each knowing its owner. */
export interface Triangles {
  /** Nine numbers a triangle: x, y, z of its corners, metres in plan coordinates. */
  readonly positions: Float32Array;
  /** Index into `owners` of each triangle. */
  readonly ownerOf: Int32Array;
  readonly owners: readonly Owner[];
}

/** All faces of the solids as triangles; things of one owner share its index. */
export function trianglesOf(solids: readonly Solid[]): Triangles {
  const positions: number[] = [];
  const ownerOf: number[] = [];
  const owners: Owner[] = [];
  const indexOf = new Map<string, number>();
  for (const { owner, footprint, bottomM, topM } of solids) {
    const key = `${owner.kind} ${owner.id}`;
    const index = indexOf.get(key) ?? owners.push(owner) - 1;
    indexOf.set(key, index);
    const corner = (i: number, z: number) => {
      const [x, y] = footprint[i % footprint.length]!;
      positions.push(x, y, z);
    };
    for (let i = 0; i < footprint.length; i++) {
      corner(i, bottomM);
      corner(i + 1, bottomM);
      corner(i + 1, topM);
      corner(i, bottomM);
      corner(i + 1, topM);
      corner(i, topM);
      ownerOf.push(index, index);
    }
    for (let i = 1; i + 1 < footprint.length; i++) {
      corner(0, topM);
      corner(i, topM);
      corner(i + 1, topM);
      corner(0, bottomM);
      corner(i + 1, bottomM);
      corner(i, bottomM);
      ownerOf.push(index, index);
    }
  }
  return {
    positions: Float32Array.from(positions),
    ownerOf: Int32Array.from(ownerOf),
    owners,
  };
}
