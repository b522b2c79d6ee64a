import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, describe, expect, it } from 'vitest';
import { readScenario } from '../../src/scenarios/read';
import { folder } from './command';
import { hallHere } from './in-process';

const files = folder();
afterAll(() => files.remove());
const LOGS = 'tests/calibration/logs';
const GB = `${LOGS}/putian-gb18030.csv`;
const at = (name: string) => path.join(files.path, name);

describe('hall calibrate', { timeout: 120_000 }, () => {
  it('reads a GB18030 log, writes a scenario that reads back, tables and one JSON document', async () => {
    const [scenario, xlsx, dropped] = [at('s.json'), at('t.xlsx'), at('dropped.csv')];
    const argv = [
      'calibrate',
      GB,
      '-o',
      scenario,
      '--xlsx',
      xlsx,
      '--dropped',
      dropped,
      '--base',
      'quxi',
      '--json',
    ];
    const { code, stdout, stderr } = await hallHere(argv);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const answer = JSON.parse(stdout);
    expect(answer.log).toMatchObject({ kind: 'tickets', encoding: 'gb18030', headerLine: 1 });
    expect(answer.log.days).toHaveLength(10);
    expect(answer.mapping.map(({ role }: { role: string }) => role)).toEqual([
      'date',
      'ticket',
      'number',
      'call',
      'start',
      'end',
      'window',
      'item',
      'outcome',
      'priority',
    ]);
    expect(answer.protocol).toMatchObject({ rows: 3147, kept: 3147, dropped: [] });
    expect(answer.validation.heldBack).toHaveLength(2);
    const fitted = readScenario(readFileSync(scenario, 'utf8'), 's.json');
    expect(fitted.floorplan).toBe('hall-200');
    expect(fitted.windows.length).toBeLessThanOrEqual(13);
    expect(readFileSync(dropped, 'utf8')).toMatch(/^\uFEFFline,reason,日期/);
    const sheets = await readXlsxFile(xlsx);
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'Service times',
      'Arrivals',
      'Windows staffed',
      'Validation',
      'Cleaning',
    ]);
  });

  it.each(['zh', 'en'] as const)(
    'says in %s what it guessed, dropped, fitted and cannot know',
    async (language) => {
      const text = readFileSync(`${LOGS}/putian-utf8.csv`, 'utf8').split('\r\n').slice(0, 700);
      text.push(
        text[3]!,
        '2026-01-05,A900,公安,09:30:00,09:10:00,09:40:00,09:50:00,综合窗口1号,已办,否',
      );
      const file = at(`${language}.csv.gz`);
      writeFileSync(file, gzipSync(text.join('\r\n')));
      const { code, stdout } = await hallHere(
        ['calibrate', file, '--holdout', '1', '--item', '社会保险', '--item', '公安'],
        language,
      );
      expect(code).toBe(0);
      for (const word of language === 'zh'
        ? ['各列的含义', '与另一行完全相同', '时间先后矛盾', '按要求不看', '办理时长', '留出 1 天']
        : [
            'What the columns are',
            'the same as another row',
            'contradicting order',
            'left out as asked',
            'Service times',
            '1 days kept back',
          ])
        expect(stdout).toContain(word);
    },
  );

  it.each([
    [[GB, '--map', 'call=窗'], 'map.call'],
    [[GB, '--map', 'call'], '--map'],
    [[GB, '--map', 'call=3', '--map', 'start=3'], 'map.start'],
    [[GB, '--holdout', '2031-01-01'], 'holdout'],
    [[GB, '--from', '2031-01-01'], 'from'],
    [[GB, '--kind', 'letters'], '--kind'],
    [['no-such-file.csv'], 'no-such-file.csv'],
    [['tests'], 'tests'],
  ] as const)('refuses %j', async (argv, field) => {
    const { code, stdout, stderr } = await hallHere(['calibrate', ...argv, '--json'], 'zh');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(field);
    expect(stderr).toMatch(/→/);
  });
});

describe('hall simulate --log', { timeout: 60_000 }, () => {
  it('writes what hall calibrate reads: tickets in order, on working days', async () => {
    const file = at('log.csv');
    const { code } = await hallHere(
      ['simulate', 'putian', '--replications', '1', '--log', file, '--log-days', '6'],
      'en',
    );
    expect(code).toBe(0);
    const lines = readFileSync(file, 'utf8').trimEnd().split('\r\n');
    expect(lines[0]).toBe(
      '\uFEFFdate,ticket number,item,ticket time,call time,service start,service end,window,outcome,priority',
    );
    expect([...new Set(lines.slice(1).map((line) => line.slice(0, 10)))]).toHaveLength(6);
    const { stdout } = await hallHere(['calibrate', file, '--holdout', '0', '--json']);
    const { protocol, log, calibration } = JSON.parse(stdout);
    expect(protocol).toMatchObject({ rows: lines.length - 1, kept: lines.length - 1, dropped: [] });
    expect(log.columns).toHaveLength(10);
    expect(calibration.service.length).toBeGreaterThan(3);
  });
});
