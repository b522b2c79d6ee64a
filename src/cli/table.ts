/** Columns that a text takes in a terminal: Chinese characters and full-width signs take two. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const char of text)
    width += /[\p{Script=Han}\u3000-\u303F\uFF01-\uFF60\u2E80-\u2FDF]/u.test(char) ? 2 : 1;
  return width;
}

/**
 * Rows in aligned columns, the first row as heading.
 *
 * @param right indices of the columns that are set flush right
 */
export function table(rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const space = ' '.repeat(widths[column]! - displayWidth(cell));
          return right.includes(column) ? space + cell : cell + space;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
