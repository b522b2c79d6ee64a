import type { CoveringProblem } from '../../../src/coverage/placement/problem';

/** Sets over elements 0 … n−1 as a covering; the site of a candidate is its number. */
export function problemOf(
  n: number,
  sets: readonly (readonly number[])[],
  times = 1,
): CoveringProblem<number> {
  return {
    requirements: Array.from({ length: n }, (_, e) => ({ id: `e${e}`, times })),
    candidates: sets.map((covers, site) => ({ site, covers: covers.map((e) => `e${e}`) })),
  };
}

/** Blocks become elements and points candidates: points that meet every block. */
export function blockingSets(points: number, blocks: readonly (readonly number[])[], times = 1) {
  const through = Array.from({ length: points }, (_, p) =>
    blocks.flatMap((block, b) => (block.includes(p) ? [b] : [])),
  );
  return problemOf(blocks.length, through, times);
}

/** Lines of the projective plane over the integers modulo a prime q: q² + q + 1 of q + 1 points. */
export function projectivePlane(q: number): number[][] {
  const points: (readonly [number, number, number])[] = [
    ...Array.from({ length: q * q }, (_, i) => [1, Math.floor(i / q), i % q] as const),
    ...Array.from({ length: q }, (_, i) => [0, 1, i] as const),
    [0, 0, 1],
  ];
  return points.map(([a, b, c]) =>
    points.flatMap(([x, y, z], p) => ((a * x + b * y + c * z) % q === 0 ? [p] : [])),
  );
}

/** Lines of the affine space of n dimensions over three elements: a Steiner triple system of 3ⁿ. */
export function affineTriples(n: number): number[][] {
  const digits = (p: number) => Array.from({ length: n }, (_, i) => Math.floor(p / 3 ** i) % 3);
  const third = (a: number, b: number) => {
    const [x, y] = [digits(a), digits(b)];
    // Three different points are on a line if they add up to zero.
    return x.reduce((sum, d, i) => sum + ((6 - d - y[i]!) % 3) * 3 ** i, 0);
  };
  return triples(3 ** n, third);
}

/** Lines of the projective space of three dimensions over two elements: a system of 15. */
export function projectiveTriples(): number[][] {
  return triples(15, (a, b) => ((a + 1) ^ (b + 1)) - 1);
}

function triples(points: number, third: (a: number, b: number) => number): number[][] {
  const found: number[][] = [];
  for (let a = 0; a < points; a++)
    for (let b = a + 1; b < points; b++) {
      const c = third(a, b);
      if (c > b) found.push([a, b, c]);
    }
  return found;
}

/** Bose's Steiner triple system of 6n + 3 points (Annals of Eugenics 9, 1939). */
export function boseTriples(n: number): number[][] {
  const m = 2 * n + 1;
  const point = (x: number, level: number) => (x % m) + m * (level % 3);
  const found: number[][] = [];
  for (let x = 0; x < m; x++) found.push([point(x, 0), point(x, 1), point(x, 2)]);
  for (let level = 0; level < 3; level++)
    for (let x = 0; x < m; x++)
      for (let y = x + 1; y < m; y++)
        found.push([point(x, level), point(y, level), point((x + y) * (n + 1), level + 1)]);
  return found;
}

/**
 * Greedy's worst case: two rows of 2ᵏ − 1 elements, which two sets cover, and columns of 1, 2, 4, …
 * across both rows, each of which is a little larger than what a row has left.
 */
export function greedyTrap(k: number): { n: number; sets: number[][] } {
  const half = 2 ** k - 1;
  const row = (from: number) => Array.from({ length: half }, (_, i) => from + i);
  const columns = Array.from({ length: k }, (_, i) => {
    const from = 2 ** i - 1;
    return Array.from({ length: 2 ** i }, (_, j) => [from + j, half + from + j]).flat();
  });
  return { n: 2 * half, sets: [row(0), row(half), ...columns] };
}
