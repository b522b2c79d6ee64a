import Papa from 'papaparse';
import { harmless } from './harmless';
import { type Cell, type Column, headerOf, linesAbove, linesBelow, type Sheet } from './sheet';

/** Without it Excel on a Chinese Windows reads the file as GBK. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Plain text cannot show a share as per cent, so its header says what the numbers are. */
function header(column: Column): string {
  return headerOf(column.format === 'share' && !column.unit ? { ...column, unit: '0–1' } : column);
}

function field(cell: Cell): string | number | null {
  if (typeof cell === 'string') return harmless(cell);
  return cell !== null && Number.isFinite(cell) ? cell : null;
}

/** A sheet as a CSV file: UTF-8 with byte order mark, commas, lines ended by CR and LF. */
export function csvOf(sheet: Sheet): string {
  const lines = [
    ...linesAbove(sheet),
    sheet.columns.map(header),
    ...sheet.rows,
    ...linesBelow(sheet),
  ];
  const text = Papa.unparse(
    lines.map((line) => line.map(field)),
    { newline: '\r\n', delimiter: ',' },
  );
  return `${BYTE_ORDER_MARK}${text}\r\n`;
}
