/** What was found. */
export interface Minimum {
  readonly at: readonly number[];
  readonly value: number;
}

/** Worse than any value: where the function says nothing. */
const WORST = 1e300;

/**
 * The minimum of a function of a few variables near `start`, without derivatives.
 * Source: Nelder and Mead, A simplex method for function minimization, The Computer Journal 7
 * (1965) 308–313.
 *
 * @param step size of the first simplex in each direction
 * @param most evaluations
 */
export function minimise(
  f: (x: readonly number[]) => number,
  start: readonly number[],
  step = 0.25,
  most = 400,
  tolerance = 1e-7,
): Minimum {
  const k = start.length;
  let left = most;
  const evaluate = (at: readonly number[]): Minimum => {
    left--;
    const value = f(at);
    return { at, value: Number.isFinite(value) ? value : WORST };
  };
  const corners = [evaluate(start)];
  for (let i = 0; i < k; i++) corners.push(evaluate(start.map((x, j) => (i === j ? x + step : x))));
  const byValue = (a: Minimum, b: Minimum) => a.value - b.value;
  while (left > 0) {
    corners.sort(byValue);
    const best = corners[0]!;
    const worst = corners[k]!;
    const spread = Math.max(
      ...best.at.map((x, j) => Math.max(...corners.map((c) => Math.abs(c.at[j]! - x)))),
    );
    if (worst.value - best.value < tolerance && spread < 1e-3) break;
    const centre = start.map((_, j) => {
      let sum = 0;
      for (let i = 0; i < k; i++) sum += corners[i]!.at[j]!;
      return sum / k;
    });
    const along = (t: number) => evaluate(centre.map((x, j) => x + t * (worst.at[j]! - x)));
    const mirrored = along(-1);
    if (mirrored.value < best.value) {
      const further = along(-2);
      corners[k] = further.value < mirrored.value ? further : mirrored;
    } else if (mirrored.value < corners[k - 1]!.value) corners[k] = mirrored;
    else {
      const nearer = along(mirrored.value < worst.value ? -0.5 : 0.5);
      if (nearer.value < Math.min(worst.value, mirrored.value)) corners[k] = nearer;
      else
        for (let i = 1; i <= k; i++)
          corners[i] = evaluate(corners[i]!.at.map((x, j) => (x + best.at[j]!) / 2));
    }
  }
  return corners.sort(byValue)[0]!;
}

/** The zero of a function that changes its sign once between `low` and `high`, by halving; the nearer end if it does not. */
export function zeroOf(f: (x: number) => number, low: number, high: number, steps = 60): number {
  const rising = f(high) > 0;
  let [a, b] = [low, high];
  for (let i = 0; i < steps; i++) {
    const middle = (a + b) / 2;
    if (f(middle) > 0 === rising) b = middle;
    else a = middle;
  }
  return (a + b) / 2;
}

/**
 * Covariance of maximum-likelihood estimates: the inverse of the observed information, by central
 * differences. null where it is not positive definite (a parameter that the data do not hold).
 *
 * @param f negative log-likelihood
 */
export function covariance(
  f: (x: readonly number[]) => number,
  at: readonly number[],
  step = 1e-3,
): readonly (readonly number[])[] | null {
  const k = at.length;
  const known = new Map<string, number>();
  const moved = (i: number, a: number, j: number, b: number) => {
    // The same place for both orders of a pair, and for each of the diagonal: looked at once.
    const place = at.map((x, n) => x + (n === i ? a : 0) + (n === j ? b : 0));
    const key = place.join();
    let value = known.get(key);
    if (value === undefined) {
      value = f(place);
      known.set(key, value);
    }
    return value;
  };
  const middle = f(at);
  const h = step;
  const information = at.map((_, i) =>
    at.map((_, j) =>
      i === j
        ? (moved(i, h, -1, 0) - 2 * middle + moved(i, -h, -1, 0)) / (h * h)
        : (moved(i, h, j, h) - moved(i, h, j, -h) - moved(i, -h, j, h) + moved(i, -h, j, -h)) /
          (4 * h * h),
    ),
  );
  const inverse = inverseOf(information);
  if (!inverse) return null;
  for (let i = 0; i < k; i++) if (!(inverse[i]![i]! > 0)) return null;
  return inverse;
}

/** Gauss–Jordan with row exchange; null for a singular matrix. */
function inverseOf(matrix: readonly (readonly number[])[]): number[][] | null {
  const k = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => Number(i === j))]);
  for (let i = 0; i < k; i++) {
    let pivot = i;
    for (let r = i + 1; r < k; r++)
      if (Math.abs(rows[r]![i]!) > Math.abs(rows[pivot]![i]!)) pivot = r;
    [rows[i], rows[pivot]] = [rows[pivot]!, rows[i]!];
    const scale = rows[i]![i]!;
    if (!(Math.abs(scale) > 1e-12)) return null;
    rows[i] = rows[i]!.map((x) => x / scale);
    for (let r = 0; r < k; r++)
      if (r !== i) {
        const factor = rows[r]![i]!;
        rows[r] = rows[r]!.map((x, j) => x - factor * rows[i]![j]!);
      }
  }
  return rows.map((row) => row.slice(k));
}
