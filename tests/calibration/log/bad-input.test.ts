import { describe, expect, it } from 'vitest';
import { xlsxOf } from '../../../src/report/xlsx';
import { fileOf, gzipped, headersByRole, read, refusalOf } from './sources';

const bytes = (...parts: (string | readonly number[])[]) =>
  new Uint8Array(
    parts.flatMap((part) =>
      typeof part === 'string' ? [...new TextEncoder().encode(part)] : part,
    ),
  );
const clock = (s: number) => new Date(s * 1000).toISOString().slice(11, 19);
const HEADER = '号码,取号时间,叫号时间,开始时间,结束时间,窗口';
const rows = (
  n: number,
  window: (i: number) => string = () => '1',
  date: (i: number) => string = () => '2026-03-02',
) =>
  Array.from({ length: n }, (_, i) => {
    const at = (s: number) => `${date(i)} ${clock(9 * 3600 + (i % 300) * 60 + s)}`;
    return `A${i},${at(5)},${at(65)},${at(75)},${at(305)},${window(i)}`;
  });
const SHEET = { name: 'x', title: 'x', about: [], columns: [{ name: 'a' }], rows: [[1]] };
const text = [HEADER, ...rows(60)].join('\n');

/** Paths and English messages. */
const refused = async (
  content: Parameters<typeof read>[0],
  options?: Parameters<typeof read>[1],
) => {
  const problems = await refusalOf(read(content, options));
  for (const { message, remedy } of problems)
    for (const words of [message, remedy]) {
      expect(words.zh).toMatch(/\p{Script=Han}/u);
      expect(words.en.length).toBeGreaterThan(10);
    }
  return problems.map(({ path, message }) => `${path}: ${message.en}`);
};

describe('what is no log is refused with what it is', () => {
  it.each([
    ['nothing', new Uint8Array(), /The file is empty/],
    ['blank lines', '\n\n \n', /empty/],
    ['a header alone', `${HEADER}\n`, /a header and no row/],
    ['one row', [HEADER, ...rows(1)].join('\n'), /Only 1 row/],
    ['one column', 'abc\ndef\nghi\n', /Only one column/],
    ['a PNG', bytes([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), /a PNG picture/],
    ['a JPEG', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 16]), /a JPEG picture/],
    ['a PDF', '%PDF-1.7\n…', /a PDF/],
    ['an old workbook', bytes([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), /an old Office/],
    ['JSON', '{"tickets": []}', /JSON, XML or a web page/],
    ['any bytes', bytes('abc', [0, 1, 2, 3], 'def'), /a binary file/],
    ['a cut-off zip', bytes('PK', [3, 4, 20, 0]), /cut off/],
    ['a cut-off gzip', gzipped(text).subarray(0, 200), /damaged or cut off/],
  ])('%s', async (_, content, message) => {
    expect((await refused(content)).join()).toMatch(message);
  });

  it('a Word document, and an archive of other things', async () => {
    const book = Buffer.from(await xlsxOf([SHEET]));
    const renamed = (name: string) =>
      new Uint8Array(Buffer.from(book.toString('latin1').replaceAll('xl/', name), 'latin1'));
    expect((await refused(renamed('wd/'))).join()).toMatch(/ZIP archive/);
    const word = Buffer.from(
      book.toString('latin1').replaceAll('xl/wor', 'word/r').replaceAll('xl/', 'wd/'),
      'latin1',
    );
    expect((await refused(new Uint8Array(word))).join()).toMatch(/Word document/);
  });

  it('bombs: a workbook and packed text that unpack to far too much', async () => {
    const book = Buffer.from(await xlsxOf([SHEET]));
    const entry = book.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    book.writeUInt32LE(0xffff_0000, entry + 24);
    expect((await refused(new Uint8Array(book))).join()).toMatch(/far more than any log/);
    const zeros = gzipped(text + '\n'.repeat(60_000_000));
    expect((await refused(fileOf(zeros, 'log.csv.gz', 16_384))).join()).toMatch(
      /far more than any log/,
    );
  });
});

describe('a log that can not be used as a whole says why', () => {
  it('cells do not fit the header: the separator changes', async () => {
    const mixed = [HEADER, ...rows(40), ...rows(30).map((row) => row.replaceAll(',', ';'))].join(
      '\n',
    );
    expect((await refused(mixed)).join()).toMatch(/30 rows \(43%\) have more or fewer cells/);
    expect((await refused(text, { peek: { separator: ';' } })).join()).toMatch(/only one column/);
  });

  it('a line without end', async () => {
    expect((await refused(`${text}\n"${'x'.repeat(1_200_000)}`)).join()).toMatch(/never closed/);
  });

  it('two encodings', async () => {
    const gbk = [0xb4, 0xf3, 0xcc, 0xfc];
    const both = bytes(`${HEADER}\n`, ...rows(30).flatMap((row) => [row, gbk, '\n']));
    expect((await refused(both)).join()).toMatch(/UTF-8 in part and GB18030 in part/);
    const forced = await refused(both, { peek: { encoding: 'utf-8' } });
    expect(forced.join()).toMatch(/30 rows \(100%\) have characters/);
  });

  it('columns: unknown, twice, missing', async () => {
    expect(await refused(text, { wishes: { columns: { call: '叫号', windw: '窗口' } } })).toEqual([
      'map.call: There is no column "叫号"',
      'map.windw: "windw" is not something that a column may be',
    ]);
    expect(await refused(text, { wishes: { columns: { call: '叫号时间', start: '3' } } })).toEqual([
      'map.start: Column "叫号时间" is used twice: call time, start of service',
    ]);
    expect((await refused('a,b\n1,x\n2,y\n3,x\n')).join()).toMatch(
      /^map.ticket: No ticket time or call time/,
    );
  });

  it('ten thousand windows, a year of silence, times that contradict each other', async () => {
    const many = [HEADER, ...rows(10_000, (i) => `W${i}`)].join('\n');
    expect((await refused(many)).join()).toMatch(
      /^map.window: Column "窗口" has 10000 different names/,
    );
    const years = [
      HEADER,
      ...rows(40),
      ...rows(
        40,
        () => '1',
        () => '2027-03-02',
      ),
    ].join('\n');
    expect((await refused(years)).join()).toMatch(
      /^from: There is no row between 2026-03-02 and 2027-03-02: 364 days/,
    );
    const wishes = { columns: { ticket: '结束时间', end: '取号时间' } };
    expect((await refused(text, { wishes })).join()).toMatch(/contradicts itself: 100%/);
  });

  it('nothing is left: why, and an example', async () => {
    const wanted = { from: '2030-01-01' };
    expect((await refused(text, { wanted })).join()).toMatch(
      /None of 60 rows can be used, mostly for: left out as asked/,
    );
    expect((await refused(text, { wanted: { from: '5.3.2026' } })).join()).toMatch(
      /^from: "5.3.2026" is not a date/,
    );
  });
});

describe('the same log in any wrapping is the same log', () => {
  const gb18030 = () => {
    const chars: Readonly<Record<string, readonly number[]>> = {
      号: [0xba, 0xc5],
      码: [0xc2, 0xeb],
      取: [0xc8, 0xa1],
      时: [0xca, 0xb1],
      间: [0xbc, 0xe4],
      叫: [0xbd, 0xd0],
      开: [0xbf, 0xaa],
      始: [0xca, 0xbc],
      结: [0xbd, 0xe1],
      束: [0xca, 0xf8],
      窗: [0xb4, 0xb0],
      口: [0xbf, 0xda],
    };
    return new Uint8Array([...text].flatMap((char) => chars[char] ?? [char.charCodeAt(0)]));
  };
  const utf16 = (little: boolean) => {
    const out = Buffer.from(`\uFEFF${text}`, 'utf16le');
    return new Uint8Array(little ? out : out.swap16());
  };

  it.each([
    ['UTF-8 with a byte order mark', () => bytes([0xef, 0xbb, 0xbf], text)],
    ['UTF-16, little end first', () => utf16(true)],
    ['UTF-16, big end first', () => utf16(false)],
    ['GB18030', gb18030],
    ['gzip', () => gzipped(text)],
    ['gzip of GB18030', () => gzipped(gb18030())],
    ['tabs', () => bytes(text.replaceAll(',', '\t'))],
    ['semicolons', () => bytes(text.replaceAll(',', ';'))],
    [
      'quotes and Windows line ends',
      () =>
        bytes(
          text
            .split('\n')
            .map((row) =>
              row
                .split(',')
                .map((c) => `"${c}"`)
                .join(','),
            )
            .join('\r\n'),
        ),
    ],
  ])('%s', async (_, make) => {
    const [plain, wrapped] = [await read(text), await read(make())];
    expect(headersByRole(wrapped)).toEqual(headersByRole(plain));
    expect(wrapped.log).toEqual(plain.log);
  });

  it('a workbook', async () => {
    const [header, ...body] = text.split('\n').map((row) => row.split(','));
    const book = await xlsxOf([
      { ...SHEET, title: '取号记录', columns: header!.map((name) => ({ name })), rows: body },
    ]);
    const done = await read(new Uint8Array(book));
    expect(done.log).toEqual((await read(text)).log);
  });
});
