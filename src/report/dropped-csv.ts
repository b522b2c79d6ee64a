import Papa from 'papaparse';
import { eachDropped } from '../calibration/log/dropped-rows';
import type { Peek } from '../calibration/log/peek';
import { type Protocol, REASONS } from '../calibration/log/reasons';
import type { LogSource } from '../calibration/log/source';
import type { Language } from '../scenarios/text';
import { harmless } from './harmless';

const HEADER = { zh: ['原行号', '原因'], en: ['line', 'reason'] } as const;
const CHUNK = 5000;

/** The rows that were left out as a CSV file: the line they were on, why, and the row as it was. */
export async function droppedCsv(
  source: LogSource,
  peek: Pick<Peek, 'encoding' | 'separator' | 'headerLine' | 'headers'>,
  protocol: Pick<Protocol, 'lines' | 'reasons'>,
  language: Language,
): Promise<string> {
  const parts: string[] = [];
  let rows: string[][] = [[...HEADER[language], ...peek.headers.map(harmless)]];
  const flush = () => {
    if (rows.length > 0) parts.push(Papa.unparse(rows, { newline: '\r\n' }));
    rows = [];
  };
  await eachDropped(source, peek, protocol, (line, reason, cells) => {
    rows.push([String(line), REASONS[reason][language], ...cells.map(safe)]);
    if (rows.length >= CHUNK) flush();
  });
  flush();
  return `\uFEFF${parts.join('\r\n')}\r\n`;
}

/** A number or time as it was; whatever a spreadsheet could take for a formula, harmless. */
const safe = (cell: string) => (/^-?\d[\d:. ]*$/.test(cell) ? cell : harmless(cell));
