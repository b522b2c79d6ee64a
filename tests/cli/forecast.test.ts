import path from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, describe, expect, it } from 'vitest';
import { morningScenario } from '../sim/hall/scenarios';
import { folder } from './command';
import { hallHere } from './in-process';

const files = folder();
afterAll(() => files.remove());

/** A small morning: two windows, and a calendar with a holiday. Nobody walks. */
const hall = files.write(
  'hall.json',
  morningScenario({
    classes: [
      {
        id: 'a',
        name: { zh: '社保', en: 'social insurance' },
        arrivals: { kind: 'share', share: 1 },
        service: { dist: 'gamma', meanS: 240, cv: 0.6 },
      },
    ],
    calendar: { holidays: [{ from: '2026-10-01', to: '2026-10-05' }] },
  }),
);
const STATE = {
  format: 'hall-twin/state',
  version: 1,
  scenario: 'test',
  date: '2026-12-01',
  at: '10:05',
  waiting: [{ count: 8, since: '09:45' }],
  windows: [
    { id: 'w1', open: true, serving: { since: '10:02' } },
    { id: 'w2', open: false },
  ],
};
const state = files.write('state.json', STATE);
const FEW = ['--workers', '1', '--replications', '60'];
const HAN = /\p{Script=Han}/u;

describe('hall forecast', { timeout: 60_000 }, () => {
  it('tells a date’s waits by half hour, those that break the promise and the shifts that mend it', async () => {
    const argv = ['forecast', hall, '--date', '2026-12-01', '--market-day', '1.4', ...FEW];
    const xlsx = path.join(files.path, 'day.xlsx');
    const { code, stdout, stderr } = await hallHere([...argv, '--json', '--xlsx', xlsx]);
    expect(stderr).toBe('');
    // The answer is "no": some half hour breaks the promise.
    expect(code).toBe(1);
    const answer = JSON.parse(stdout);
    expect(answer.day).toMatchObject({ date: '2026-12-01', weekday: 'tue', marketDay: true });
    expect(answer.fan.replications).toBe(60);
    expect(answer.fan.halfHours).toHaveLength(6);
    expect(answer.windows).toEqual([2, 2, 2, 2, 2, 2]);
    expect(answer.broken.length).toBeGreaterThan(0);
    expect(answer.mending.mends).toBe(true);
    expect(answer.words.en.join(' ')).toMatch(/The promise breaks at .*The cheapest that mends it/);
    expect(answer.words.zh.every((line: string) => HAN.test(line))).toBe(true);
    expect((await readXlsxFile(xlsx)).length).toBeGreaterThan(0);
    // The same seed, the same bytes; as words it is a table with a line a half hour.
    expect((await hallHere([...argv, '--json'])).stdout).toBe(stdout);
    const words = await hallHere(argv, 'zh');
    expect(words.stdout.match(/^\d\d:\d\d–\d\d:\d\d /gm)).toHaveLength(6);
  });

  it('says yes of a quiet day', async () => {
    const argv = ['forecast', hall, '--date', '2026-12-01', '--visits', '10', ...FEW];
    const { code, stdout } = await hallHere(argv, 'en');
    expect(code).toBe(0);
    expect(stdout).toContain('Every half hour keeps the promise.');
  });

  it('tells the rest of a day from the hall as it is, and what a window more does, in both languages', async () => {
    const argv = ['forecast', hall, '--state', state, ...FEW];
    const { stdout, stderr } = await hallHere([...argv, '--json']);
    expect(stderr).toBe('');
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({ at: '10:05', waiting: 8, complete: true, tried: 60 });
    expect(answer.fan.halfHours.map(({ fromS }: { fromS: number }) => fromS / 3600)).toEqual([
      10, 10.5, 11, 11.5,
    ]);
    expect(answer.effects).toMatchObject([{ kind: 'open', window: 'w2', added: false }]);
    const { mean } = answer.effects[0].waitMeanS;
    expect(mean).toBeLessThan(0);
    const minutes = (-mean / 60).toFixed(1);
    expect((await hallHere(argv, 'en')).stdout).toContain(
      `Opening w2 now: mean wait of everybody else changes by −${minutes} min`,
    );
    expect((await hallHere(argv, 'zh')).stdout).toContain(
      `现在加开w2：余下各人的平均等候变化 −${minutes} 分钟`,
    );
  });

  /** What is written, the field that the refusal names, and its words. */
  const broken = files.write('broken.json', '{"format": "hall-twin/state", ');
  const unknownWindow = files.write('window.json', {
    ...STATE,
    windows: [{ id: 'w99', open: true }],
  });
  const late = files.write('late.json', { ...STATE, at: '23:30' });
  const nowhere = path.join(files.path, 'nowhere.json');
  it.each([
    [[], '--date', /not said which day/],
    [['--date', '2026-13-40'], '--date', /not a date/],
    [['--date', 'tomorrow'], '--date', /not a date/],
    [['--date', '2026-10-02'], 'date', /closed on 2026-10-02\n.*next open day is 2026-10-06/],
    [['--date', '2026-12-01', '--visits', '-5'], '--visits', /-5/],
    [['--date', '2026-12-01', '--share', '1'], '--share', /1/],
    [['--date', '2026-12-01', '--replications', '3'], '--replications', /3/],
    [['--state', nowhere], '--state', /There is no file ".*nowhere\.json"\n.*Check its name/],
    [['--state', files.path], '--state', /folder/],
    [['--state', broken], '', /JSON/],
    [['--state', unknownWindow], 'windows[0].id', /w99/],
    [['--state', late], 'at', /23:30/],
    [['--state', state, '--visits', '100'], '--visits', /--visits/],
  ] as const)('refuses %j, naming %j and what to do', async (flags, field, words) => {
    for (const language of ['en', 'zh'] as const) {
      const { code, stdout, stderr } = await hallHere(['forecast', hall, ...flags], language);
      expect(stdout).toBe('');
      expect(code).toBe(2);
      expect(stderr.split('\n')[0]).toContain(field);
      expect(stderr).toMatch(/\n {2}→ \S/);
      if (language === 'en') expect(stderr).toMatch(words);
      expect(HAN.test(stderr.split('\n')[1]!)).toBe(language === 'zh');
    }
  });
});
