import type { FixtureKind } from '../../scenarios/floorplan';
import type { Frame } from './frame';
import { areaOf, grown, meet, type Rect, rect } from './rect';
import type { Skeleton } from './skeleton';

/** Puts a piece of furniture into the plan. */
type Add = (
  kind: FixtureKind,
  id: string,
  size: readonly [number, number, number],
  at: { readonly u: number; readonly v: number; readonly facingDeg: number },
  spots: { readonly userM?: number; readonly staffM?: number; readonly number?: number },
) => void;

/** Approvers' desks with their backs to the far walls of back offices, then copier and cabinets. */
export function approvers({ columns, doors }: Frame, { offices }: Skeleton, add: Add): void {
  const taken: Rect[] = [
    ...columns.map((column) => grown(column, 0.05)),
    ...doors.map(({ u, v }) => rect(u - 1, v - 1, u + 1, v + 1)),
  ];
  const items = [
    ...[1, 2, 3, 4].map((number) => ({ kind: 'approverDesk' as const, number })),
    { kind: 'copier' as const, number: undefined },
    { kind: 'cabinet' as const, number: 1 },
    { kind: 'cabinet' as const, number: 2 },
  ];
  const size = {
    approverDesk: [1.4, 0.6, 0.75],
    copier: [0.9, 0.7, 1.1],
    cabinet: [0.9, 0.4, 1.8],
  } as const;
  // The largest office first; what finds no room along its wall goes into the next.
  const rooms = [...offices].sort((a, b) => areaOf(b) - areaOf(a));
  let [office] = rooms;
  let u = (office?.u0 ?? 0) + 0.2;
  for (const { kind, number } of items) {
    const [widthM, depthM, heightM] = size[kind];
    while (office) {
      const { v1, u1 } = office;
      const ground = () =>
        rect(u, v1 - depthM - (kind === 'approverDesk' ? 0.9 : 0.7), u + widthM, v1);
      while (u + widthM <= u1 && taken.some((other) => meet(other, ground()))) u += 0.1;
      if (u + widthM <= u1 - 0.1) break;
      rooms.shift();
      [office] = rooms;
      u = (office?.u0 ?? 0) + 0.2;
    }
    if (!office) return;
    const at = { u: u + widthM / 2, v: office.v1 - depthM / 2 - 0.02, facingDeg: 90 };
    const id =
      number === undefined ? kind : `${kind === 'cabinet' ? 'cabinet' : 'approver-desk'}-${number}`;
    add(kind, id, [widthM, depthM, heightM], at, {
      ...(kind === 'approverDesk' ? { staffM: 0.65 } : {}),
      ...(number === undefined ? {} : { number }),
    });
    u += widthM + 0.1;
  }
}
