import type { Edition } from './optics/standards';
import type { PlaneCoverage } from './plane';

/** Area of a plane seen at each class's density or better, m², in the order of the classes. */
export function areasByClass(
  { grid: { free, cellM }, pxPerM }: Pick<PlaneCoverage, 'grid' | 'pxPerM'>,
  edition: Edition,
): { readonly id: string; readonly m2: number }[] {
  return edition.classes.map((one) => {
    const limit = Math.fround(one.pxPerM);
    let cells = 0;
    for (let cell = 0; cell < free.length; cell++) if (pxPerM[cell]! >= limit) cells += free[cell]!;
    return { id: one.id, m2: cells * cellM * cellM };
  });
}
