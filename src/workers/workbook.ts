import readXlsxFile from 'read-excel-file/universal';

/** Excel's own day 0: a time of day without a date is a moment of it. */
const DAY_ZERO_YEARS = 1901;

/**
 * Text of the cells of a workbook's first sheet that has any. Dates are written as ISO, times of
 * day without a date as such.
 */
export async function sheetOf(workbook: Uint8Array): Promise<string[][]> {
  const copy = workbook.slice().buffer;
  const sheets = await readXlsxFile(copy, { trim: false });
  const sheet = sheets.find(({ data }) => data.length > 0);
  return (sheet?.data ?? []).map((row) => row.map(textOf));
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) {
    if (Number.isNaN(cell.getTime())) return '';
    // Excel keeps times as fractions of a day: to the second they are rounded.
    const iso = new Date(Math.round(cell.getTime() / 1000) * 1000).toISOString();
    const clock = iso.slice(11, 19);
    if (cell.getUTCFullYear() < DAY_ZERO_YEARS) return clock;
    return clock === '00:00:00' ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${clock}`;
  }
  return String(cell);
}
