import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonWithin, SCENARIO_BLOCK } from '../../src/scenarios/carried';
import { hallScenario } from '../../src/scenarios/halls';
import { folder } from './command';
import { hallHere } from './in-process';

const here = folder();
const file = (name: string) => path.join(here.path, name);
afterAll(() => here.remove());

const BASE = ['--replications', '4', '--date', '2026-03-02', '--workers', '1'];
const write = (name: string, argv: readonly string[]) =>
  hallHere(['report', ...argv, ...BASE, '-o', file(name), '--json']);

const HOSTILE = '</script><script>alert(1)</script><img src=x onerror="alert(2)">\'"&]]>\\';

/** A hall whose every name is an attack. */
function hostile() {
  const scenario = structuredClone(hallScenario('quxi'));
  return {
    ...scenario,
    name: HOSTILE,
    description: HOSTILE,
    classes: scenario.classes.map((one) => ({ ...one, name: HOSTILE })),
    windows: scenario.windows.map((one) => ({
      ...one,
      name: HOSTILE,
      provenance: { kind: 'assumption', note: HOSTILE },
    })),
  };
}

/** Every element that a report is made of. */
const ELEMENTS = new Set(
  'html head meta title style body input div label main p h1 h2 h3 dl dt dd section ol ul li b br small table caption colgroup col thead tbody tr th td figure figcaption span i svg g rect line path polygon text pre code script'.split(
    ' ',
  ),
);

/** What would be fetched, run or is not of a report. */
function strangers(html: string): string[] {
  const found: string[] = [];
  for (const [tag, name] of html.matchAll(/<\/?([a-z][\w:-]*)[^>]*>/gi)) {
    if (!ELEMENTS.has(name!.toLowerCase())) found.push(tag);
    if (/\s(on\w+|src|href|srcset|action|xlink:href)\s*=/i.test(tag)) found.push(tag);
  }
  const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
  if (scripts.join() !== `<script type="application/json" id="${SCENARIO_BLOCK}">`)
    found.push(...scripts);
  const style = html.slice(html.indexOf('<style>'), html.indexOf('</style>'));
  if (/url\(|@import/.test(style)) found.push('style');
  return found;
}

describe('hall report', () => {
  let plain = '';
  beforeAll(async () => {
    const { code, stderr } = await write('plain.html', ['quxi']);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    plain = readFileSync(file('plain.html'), 'utf8');
  });

  it('is one file of its own in both languages', () => {
    expect(strangers(plain)).toEqual([]);
    expect(plain.match(/<main /g)).toHaveLength(2);
    for (const words of ['曲溪街道政务服务大厅', 'Quxi service hall', '1:100', '95% 置信区间'])
      expect(plain).toContain(words);
    // The language that it was asked for in is on show, the other at a click, without a script.
    expect(plain).toMatch(/id="lang-en"[^>]* checked>/);
  });

  it('gives the same bytes again, with any number of threads', async () => {
    const again = await hallHere([
      'report',
      'quxi',
      ...BASE.slice(0, -1),
      '2',
      '-o',
      file('again.html'),
    ]);
    expect(again.code).toBe(0);
    expect(readFileSync(file('again.html'), 'utf8')).toBe(plain);
  });

  it('gives the same bytes by its own command, whatever language that is run in', async () => {
    const command = /<pre>([^<]*)<\/pre>/.exec(plain)![1]!;
    expect(command).toContain('--lang en,zh');
    const elsewhere = file('elsewhere.html');
    const argv = ['report', 'quxi', ...BASE, '--lang', 'en,zh', '-o', elsewhere];
    expect((await hallHere(argv, 'zh')).code).toBe(0);
    expect(readFileSync(elsewhere, 'utf8')).toBe(plain);
  });

  it('carries the scenario, by its hash, ready to be run again', async () => {
    const carried = JSON.parse(jsonWithin(plain));
    const hash = createHash('sha256').update(JSON.stringify(carried)).digest('hex');
    expect(plain).toContain(hash);
    const argv = ['--replications', '4', '--json'];
    const fromReport = await hallHere(['simulate', file('plain.html'), ...argv]);
    const fromHall = await hallHere(['simulate', 'quxi', ...argv]);
    expect(fromReport.code).toBe(0);
    expect(fromReport.stdout).toBe(fromHall.stdout);
  });

  it('says in JSON what it wrote', async () => {
    const { stdout } = await write('parts.html', [
      'quxi',
      '--lang',
      'en',
      '--sections',
      'rules,answer',
      '--title',
      "Tom's hall",
    ]);
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({
      path: file('parts.html'),
      sections: ['answer', 'rules'],
      languages: ['en'],
    });
    expect(answer.command).toContain(`--title 'Tom'\\''s hall'`);
    const html = readFileSync(file('parts.html'), 'utf8');
    expect(Buffer.byteLength(html)).toBe(answer.bytes);
    expect(html).toContain('Tom&#39;s hall');
    expect(html.match(/<h2>/g)).toHaveLength(2);
    expect(html).not.toContain('<main class="zh"');
  });

  it('treats names from files as text everywhere', async () => {
    writeFileSync(file('hostile.json'), JSON.stringify(hostile()));
    const { code, stderr } = await write('hostile.html', [
      file('hostile.json'),
      '--against',
      'quxi@hall-150-l',
      '--title',
      HOSTILE,
      '--author',
      HOSTILE,
    ]);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const html = readFileSync(file('hostile.html'), 'utf8');
    expect(strangers(html)).toEqual([]);
    expect(JSON.parse(jsonWithin(html)).name).toBe(HOSTILE);
  });

  it('compares and searches when asked', async () => {
    const quiet = hallScenario('putian');
    const scenario = {
      ...quiet,
      floorplan: null,
      demand: { ...quiet.demand, visitsPerDay: 60 },
    };
    writeFileSync(file('quiet.json'), JSON.stringify(scenario));
    const { stdout } = await write('more.html', [
      file('quiet.json'),
      '--against',
      'putian@hall-150-u',
      '--plan-search',
    ]);
    expect(JSON.parse(stdout).sections).toEqual(
      expect.arrayContaining(['comparison', 'search', 'waiting']),
    );
    const html = readFileSync(file('more.html'), 'utf8');
    // Without a plan there is none to draw, and nothing to look at.
    expect(html).not.toContain('class="part-plan"');
    for (const words of ['B − A', 'putian@hall-150-u', '建议埔田镇政务服务大厅设置受理窗口'])
      expect(html).toContain(words);
  });

  it.each([
    [['quxi'], '--output'],
    [['quxi', '-o', '/nowhere/at/all.html'], '--output'],
    [['quxi', '-o', 'r.html', '--date', '2026-02-30'], '--date'],
    [['quxi', '-o', 'r.html', '--sections', 'answer,appendix'], '--sections'],
    [['quxi', '-o', 'r.html', '--lang', 'fr'], '--lang'],
    [['quxi', '-o', 'r.html', '--replications', '1'], '--replications'],
    [['nohall', '-o', 'r.html'], 'nohall'],
  ])('refuses %j, naming what is wrong', async (argv, named) => {
    const { code, stdout, stderr } = await hallHere(['report', ...argv]);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(named);
    expect(existsSync('r.html')).toBe(false);
  });
});
