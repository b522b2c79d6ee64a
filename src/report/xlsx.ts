import writeXlsxFile, { type CellObject, type SheetData } from 'write-excel-file/universal';
import { harmless } from './harmless';
import { type Cell, type Column, headerOf, linesAbove, linesBelow, type Sheet } from './sheet';
import { tabNames } from './tab-names';

const FORMATS: Readonly<Record<NonNullable<Column['format']>, string>> = {
  share: '0.0%',
  integer: '0',
  decimal: '0.00##',
};

/** Excel calls a file broken that has a longer text in a cell. */
const LONGEST_TEXT = 32_767;
/** Widths of columns, in characters. */
const NARROWEST = 8;
const WIDEST = 48;
/** Lines that stay in view; more of them would leave no room for the rows on a small screen. */
const MOST_STICKY = 12;

/** Characters that a text takes in a column: those of Chinese take two. */
function widthOf(text: string): number {
  let width = 0;
  for (const char of text)
    width += /[\p{Script=Han}\u2E80-\u2FDF\u3000-\u303F\uFF01-\uFF60]/u.test(char) ? 2 : 1;
  return width;
}

function textCell(text: string, bold: boolean): CellObject {
  const value = harmless(text).slice(0, LONGEST_TEXT);
  return { value, type: String, ...(bold ? { fontWeight: 'bold' as const } : {}) };
}

function cellOf(cell: Cell, format?: Column['format']): CellObject | null {
  if (typeof cell === 'string') return cell === '' ? null : textCell(cell, false);
  if (cell === null || !Number.isFinite(cell)) return null;
  return { value: cell, type: Number, ...(format ? { format: FORMATS[format] } : {}) };
}

function dataOf(sheet: Sheet): SheetData {
  const [title, ...about] = linesAbove(sheet);
  return [
    title!.map((text) => textCell(String(text), true)),
    ...about.map((line) => line.map((cell) => cellOf(cell))),
    sheet.columns.map((column) => textCell(headerOf(column), true)),
    ...sheet.rows.map((row) => row.map((cell, i) => cellOf(cell, sheet.columns[i]?.format))),
    ...linesBelow(sheet).map((line) => line.map((cell) => cellOf(cell))),
  ];
}

/** As wide as the longest text; the title, values above the table and notes may run on to the right. */
function columnWidth(sheet: Sheet, index: number): number {
  const texts = [headerOf(sheet.columns[index]!)];
  for (const row of sheet.rows) {
    const cell = row[index];
    if (typeof cell === 'string') texts.push(cell);
  }
  if (index === 0) texts.push(...sheet.about.map(([label]) => label));
  const widest = texts.reduce((most, text) => Math.max(most, widthOf(text)), NARROWEST);
  return Math.min(WIDEST, widest) + 2;
}

/**
 * Sheets as an Excel workbook, the same in a browser and in Node.
 *
 * @throws RangeError if there are none
 */
export async function xlsxOf(sheets: readonly Sheet[]): Promise<Uint8Array> {
  if (sheets.length === 0) throw new RangeError('a workbook needs a sheet');
  const names = tabNames(sheets.map(({ name }) => name));
  const file = writeXlsxFile(
    sheets.map((sheet, i) => {
      const headerEnds = linesAbove(sheet).length + 1;
      return {
        sheet: names[i]!,
        data: dataOf(sheet),
        columns: sheet.columns.map((_, column) => ({ width: columnWidth(sheet, column) })),
        ...(headerEnds <= MOST_STICKY ? { stickyRowsCount: headerEnds } : {}),
      };
    }),
  );
  const blob = await file.toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}
