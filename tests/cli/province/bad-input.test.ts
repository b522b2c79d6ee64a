import { closeSync, openSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { readHallsTable } from '../../../src/cli/province/halls-table';
import { folder } from '../command';
import { hallHere } from '../in-process';

const files = folder();
afterAll(() => files.remove());
let count = 0;

function planOf(halls: unknown, more: object = {}): string {
  return files.write(`plan-${count++}.json`, {
    format: 'hall-twin/sweep',
    version: 1,
    id: 'bad',
    halls,
    replications: 50,
    ...more,
  });
}

async function refused(argv: readonly string[], said: readonly RegExp[]): Promise<void> {
  for (const language of ['en', 'zh'] as const) {
    const { code, stdout, stderr } = await hallHere(argv, language);
    if (language === 'en') for (const words of said) expect(stderr).toMatch(words);
    expect(stderr, 'says what to do').toMatch(/\n {2}→ \S/);
    expect(stderr, 'no trace of the program').not.toMatch(/\n\s+at /);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  }
}

const HEAD = 'name,area,visits,windows';

describe('a table of halls that is wrong ends with 2, row, column and a remedy', () => {
  it.each<[string, string, RegExp[]]>([
    ['an area that is missing', `${HEAD}\nA,,300,13\n`, [/row 2, area\n {2}It is empty/]],
    [
      'a doubled name',
      `${HEAD}\nA,200,300,13\nA,150,200,13\n`,
      [/row 3, name\n {2}"A" is in row 2/],
    ],
    ['a negative number', `${HEAD}\nA,200,-300,13\n`, [/row 2, visits\n {2}-300 is out of range/]],
    [
      'words for a number',
      `${HEAD}\nA,200 m²,300,13\n`,
      [/row 2, area\n {2}"200 m²" is not a number/],
    ],
    ['half a window', `${HEAD}\nA,200,300,3.5\n`, [/row 2, windows\n {2}"3.5" is out of range/]],
    [
      'no visits and no residents',
      `${HEAD}\nA,200,,13\n`,
      [/row 2, visits\n {2}Neither visits nor/],
    ],
    ['a column that is missing', 'name,visits\nA,300\n', [/row 1\n.*area.*missing/]],
    ['no halls', `${HEAD}\n`, [/The table has no halls/]],
    ['several faults', `${HEAD}\n,200,300,13\nB,,300,13\n`, [/row 2, name/, /row 3, area/]],
    ['no room', `${HEAD}\nA,200,300,40\n`, [/row 2, windows\n.*no room for 40/]],
    [
      'a floor plan that is nowhere',
      'name,area,visits,plan\nA,200,300,nowhere\n',
      [/There is no file .*nowhere/],
    ],
  ])('%s', async (_, content, said) => {
    const table = `table-${count++}.csv`;
    files.write(table, content);
    await refused(['sweep', planOf(table)], said);
  });

  it('a table that is nowhere, or is no workbook', async () => {
    await refused(['sweep', planOf('nowhere.csv')], [/no table of halls/]);
    files.write('junk.xlsx', 'PK junk');
    await refused(['sweep', planOf('junk.xlsx')], [/not an XLSX file/]);
  });
});

describe('a table of halls', () => {
  const rows = [
    ['镇街', '面积（㎡）', '日来访量', '窗口数', '备注'],
    ['甲镇', '200', '1,360', '13', '电话'],
    ['乙镇', '150', '２４０', '', ''],
  ];
  const read = [
    { id: 'h2', name: '甲镇', areaM2: 200, visitsPerDay: 1360, windows: 13 },
    { id: 'h3', name: '乙镇', areaM2: 150, visitsPerDay: 240 },
  ];
  // As Excel on a Chinese Windows saves it: the two signs of 镇 and 甲 in GBK, say.
  const gbk = Buffer.concat([
    Buffer.from('name,area,visits\n'),
    Buffer.from([0xbc, 0xd7, 0xd5, 0xf2]),
    Buffer.from(',200,300\n'),
  ]);

  it('is read from CSV, from XLSX and in GBK alike', async () => {
    const csv = files.write(
      'halls.csv',
      `\uFEFF${rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n')}`,
    );
    expect(await readHallsTable(csv, 'halls.csv')).toEqual({
      halls: read,
      rows: [2, 3],
      unused: ['备注'],
    });
    const xlsx = path.join(files.path, 'halls.xlsx');
    const sheet = rows.map((row) => row.map((value) => (value === '' ? null : { value })));
    await writeXlsxFile(sheet).toFile(xlsx);
    expect((await readHallsTable(xlsx, 'halls.xlsx')).halls).toEqual(read);
    const old = path.join(files.path, 'gbk.csv');
    writeFileSync(old, gbk);
    expect((await readHallsTable(old, 'gbk.csv')).halls[0]).toMatchObject({ name: '甲镇' });
  });
});

describe('a plan that is wrong', () => {
  const township = { id: 'a', areaM2: 200, visitsPerDay: 300 };
  it.each<[string, () => string, RegExp]>([
    [
      'a hall twice',
      () => planOf(['quxi', 'quxi']),
      /halls\[1\]\n {2}The hall "quxi" occurs twice/,
    ],
    ['no area', () => planOf([{ id: 'a', visitsPerDay: 9 }]), /halls\[0\]\.areaM2/],
    ['no visits', () => planOf([{ id: 'a', areaM2: 200 }]), /halls\[0\]\.visitsPerDay/],
    ['a negative area', () => planOf([{ ...township, areaM2: -1 }]), /areaM2\n.*too small/],
    ['an unknown field', () => planOf([township], { days: 3 }), /days\n {2}Unknown field/],
    ['too few runs', () => planOf([township], { replications: 3 }), /replications\n.*too small/],
    [
      'windows the wrong way',
      () => planOf([township], { variants: { windows: { from: 9, to: 3 } } }),
      /variants\.windows\n {2}from is larger than to/,
    ],
    [
      'an unknown layout',
      () => planOf([township], { variants: { layout: ['nowhere'] } }),
      /There is no file .*nowhere/,
    ],
  ])('%s', async (_, plan, said) => refused(['sweep', plan()], [said]));

  it('and flags that do not go together', async () => {
    const plan = planOf([township]);
    await refused(['sweep'], [/No plan is named/]);
    await refused(['sweep', plan, '--slice', '0'], [/belong together/]);
    await refused(['sweep', plan, '--slices', '2', '--slice', '2'], [/--slice\n.*out of range/]);
    await refused(['sweep', plan, '--slices', '2', '--slice', '1'], [/has to write a journal/]);
    await refused(
      ['sweep', plan, '--slices', '2', '--slice', '1', '--journal', 'x', '--csv', 'y'],
      [/One slice alone has no tables \(--csv\)/],
    );
    await refused(['sweep', plan, '--queue', 'redis://127.0.0.1', '--workers', '2'], [/exclude/]);
    await refused(['merge', plan], [/not a journal of hall sweep/]);
  });
});

describe('a disk that is full', () => {
  const plan = planOf([{ id: 'a', floorplan: 'none', visitsPerDay: 20, windows: 4 }]);

  it.runIf(process.platform === 'linux')(
    'is said in one line, and what was done is kept',
    async () => {
      const journal = path.join(files.path, 'kept.jsonl');
      const results = path.join(files.path, 'full.ndjson');
      symlinkSync('/dev/full', results);
      await hallHere(['sweep', plan, '--workers', '1', '--journal', journal]);
      const before = readFileSync(journal);
      const full = ['sweep', plan, '--workers', '1', '--resume', journal, '--results', results];
      await refused(full, [/full\.ndjson: --results\n {2}The disk is full/]);
      expect(readFileSync(journal).equals(before)).toBe(true);
      const tables = path.join(files.path, 'full.csv');
      symlinkSync('/dev/full', tables);
      await refused(
        ['merge', journal, '--ranked', tables],
        [/full\.csv: --ranked\n {2}The disk is full/],
      );
      closeSync(openSync(journal, 'r'));
    },
  );
});
