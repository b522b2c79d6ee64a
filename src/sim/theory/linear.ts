/** A matrix as a list of rows. */
export type Matrix = readonly (readonly number[])[];

/** The product of two matrices. */
export function times(a: Matrix, b: Matrix): number[][] {
  return a.map((row) => b[0]!.map((_, j) => row.reduce((sum, x, k) => sum + x * b[k]![j]!, 0)));
}

/**
 * The inverse by Gauss–Jordan elimination with the largest pivot of each column. Throws RangeError
 * if the matrix is singular.
 */
export function inverse(matrix: Matrix): number[][] {
  const n = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let i = column + 1; i < n; i++)
      if (Math.abs(rows[i]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = i;
    const chosen = rows[pivot]!;
    if (!(Math.abs(chosen[column]!) > 0)) throw new RangeError('the matrix is singular');
    rows[pivot] = rows[column]!;
    const scale = chosen[column]!;
    rows[column] = chosen.map((x) => x / scale);
    for (let i = 0; i < n; i++) {
      const factor = rows[i]![column]!;
      if (i !== column && factor !== 0)
        rows[i] = rows[i]!.map((x, j) => x - factor * rows[column]![j]!);
    }
  }
  return rows.map((row) => row.slice(n));
}
