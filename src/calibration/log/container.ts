import type { Problem, Words } from '../../scenarios/problem';
import { say } from '../../scenarios/problems-text';

/** What a file is by its first bytes: its name may say anything. */
export type Container = 'text' | 'gzip' | 'zip' | 'refused';

/** Each byte as a character of its own. */
const ascii = (bytes: Uint8Array) => String.fromCharCode(...bytes);
const starts = (head: Uint8Array, ...bytes: number[]) => bytes.every((byte, i) => head[i] === byte);

export function containerOf(head: Uint8Array): Container {
  if (starts(head, 0x1f, 0x8b)) return 'gzip';
  if (starts(head, 0x50, 0x4b, 0x03, 0x04) || starts(head, 0x50, 0x4b, 0x05, 0x06)) return 'zip';
  return notALog(head) === null ? 'text' : 'refused';
}

const SAVE_AS = [
  '请在取号系统或表格软件里另存为 CSV（UTF-8）或 XLSX 后再打开',
  'Save it as CSV (UTF-8) or XLSX in the ticket system or the spreadsheet, and open that',
] as const;

/** Why bytes that are neither packed nor text can't be a log; null if they may be. */
export function notALog(head: Uint8Array): Words | null {
  const is = (zh: string, en: string) =>
    say(`这是${zh}，不是取号记录`, `This is ${en}, not a log`, ...SAVE_AS);
  if (starts(head, 0x89, 0x50, 0x4e, 0x47)) return is('一张 PNG 图片', 'a PNG picture');
  if (starts(head, 0xff, 0xd8, 0xff)) return is('一张 JPEG 图片', 'a JPEG picture');
  if (starts(head, 0x47, 0x49, 0x46, 0x38)) return is('一张 GIF 图片', 'a GIF picture');
  if (starts(head, 0x42, 0x4d) && head.subarray(0, 64).includes(0))
    return is('一张 BMP 图片', 'a BMP picture');
  if (starts(head, 0x25, 0x50, 0x44, 0x46)) return is('一份 PDF', 'a PDF');
  if (starts(head, 0xd0, 0xcf, 0x11, 0xe0))
    return is('旧版 Office 文件（.xls 或 .doc）', 'a file of an old Office (.xls or .doc)');
  if (starts(head, 0x52, 0x61, 0x72, 0x21)) return is('RAR 压缩包', 'a RAR archive');
  if (starts(head, 0x37, 0x7a, 0xbc, 0xaf)) return is('7z 压缩包', 'a 7z archive');
  if (starts(head, 0x53, 0x51, 0x4c, 0x69)) return is('SQLite 数据库', 'an SQLite database');
  const nul = head.indexOf(0);
  if (nul >= 0 && !isWide(head)) return is('二进制文件', 'a binary file');
  if (/^\s*[{[<]/.test(ascii(head.subarray(0, 200)).replace(/^ï»¿/, '')))
    return is('JSON、XML 或网页', 'JSON, XML or a web page');
  return null;
}

/** Whether the zeros in the bytes are those of UTF-16. */
function isWide(head: Uint8Array): boolean {
  if (starts(head, 0xff, 0xfe) || starts(head, 0xfe, 0xff)) return true;
  const look = Math.min(head.length, 2000);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < look; i++) if (head[i] === 0) i % 2 === 0 ? even++ : odd++;
  return Math.max(even, odd) > look / 5 && Math.min(even, odd) < Math.max(even, odd) / 10;
}

/** A workbook may unpack to this much. */
export const MOST_SHEET_BYTES = 400_000_000;
/** Packed text may unpack to this much, and beyond the second figure to 200 times its size only. */
export const MOST_TEXT_BYTES = 4_000_000_000;
const BOMB_FROM = 50_000_000;
const BOMB_RATIO = 200;

/** Whether so much from so little is a bomb and no log. */
export function isBomb(packed: number, unpacked: number, most: number): boolean {
  return unpacked > most || (unpacked > BOMB_FROM && unpacked > packed * BOMB_RATIO);
}

/** What a zip file says it holds. */
export interface ZipContent {
  readonly names: readonly string[];
  /** Bytes unpacked, as the list of contents says. */
  readonly unpacked: number;
}

/**
 * Reads the list of contents at a zip file's end, unpacking nothing. Null if there is none.
 */
export function zipContent(file: Uint8Array): ZipContent | null {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  let end = file.length - 22;
  const least = Math.max(0, file.length - 22 - 65_535);
  while (end >= least && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < least) return null;
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const names: string[] = [];
  let unpacked = 0;
  for (let i = 0; i < entries; i++) {
    if (at + 46 > file.length || view.getUint32(at, true) !== 0x02014b50) return null;
    unpacked += view.getUint32(at + 24, true);
    const name = view.getUint16(at + 28, true);
    names.push(ascii(file.subarray(at + 46, at + 46 + name)));
    at += 46 + name + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return { names, unpacked };
}

/** What is wrong with a zip file that should be a workbook; null if nothing is seen. */
export function notAWorkbook(file: Uint8Array): Problem | null {
  const content = zipContent(file);
  const wrong = (words: Words): Problem => ({ path: '', ...words });
  if (content === null) return wrong(CONTAINER_MESSAGES.brokenZip());
  const has = (name: string) => content.names.some((one) => one.startsWith(name));
  if (has('word/'))
    return wrong(
      say(
        '这是一份 Word 文档（DOCX），不是取号记录',
        'This is a Word document (DOCX), not a log',
        ...SAVE_AS,
      ),
    );
  if (has('ppt/'))
    return wrong(
      say(
        '这是一份演示文稿（PPTX），不是取号记录',
        'This is a presentation (PPTX), not a log',
        ...SAVE_AS,
      ),
    );
  if (!has('xl/')) return wrong(CONTAINER_MESSAGES.archive());
  if (isBomb(file.length, content.unpacked, MOST_SHEET_BYTES))
    return wrong(CONTAINER_MESSAGES.bomb());
  return null;
}

export const CONTAINER_MESSAGES = {
  brokenZip: () =>
    say(
      '工作簿不完整，读不出目录',
      'The workbook is cut off: its list of contents is missing',
      '请重新导出或重新复制这个文件',
      'Export it again, or copy the file again',
    ),
  archive: () =>
    say(
      '这是 ZIP 压缩包，不是工作簿',
      'This is a ZIP archive, not a workbook',
      '请先解压，再打开里面的 CSV 或 XLSX',
      'Unpack it first, and open the CSV or XLSX in it',
    ),
  bomb: () =>
    say(
      '文件解压后大得离谱，没有读下去',
      'The file unpacks to far more than any log would; it was not read on',
      '请确认文件来源；真的这么大时，请按月导出为 CSV',
      'Check where the file is from; if it is really that large, export it as CSV month by month',
    ),
  brokenGzip: () =>
    say(
      '压缩文件损坏或不完整',
      'The packed file is damaged or cut off',
      '请重新导出或重新复制这个文件',
      'Export it again, or copy the file again',
    ),
  brokenWorkbook: () =>
    say(
      '工作簿读不出来',
      'The workbook cannot be read',
      '请用表格软件打开，另存为 XLSX 或 CSV 后再试',
      'Open it in a spreadsheet, save it as XLSX or CSV, and try that',
    ),
} as const;
