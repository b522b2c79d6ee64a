import { describe, expect, it } from 'vitest';
import { DEFAULT_VALUE, sourcedParameters } from '../../src/report/parameters';
import { parametersSheet } from '../../src/report/parameters-sheet';
import { HALLS, hallScenario } from '../../src/scenarios/halls';
import { DEMONSTRATIONS, demonstration } from '../../src/scenarios/mechanisms';
import { UNSTATED } from '../../src/scenarios/provenance';
import type { Scenario } from '../../src/scenarios/scenario';
import { LANGUAGES, quxi } from './results';

const found = sourcedParameters(quxi);
const at = (path: string, among = found) => {
  const one = among.find((candidate) => candidate.path === path);
  if (!one) throw new Error(`no parameter ${path}`);
  return one;
};

/** Paths of everything in a document that says itself where it comes from. */
function stated(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'value' in value && 'provenance' in value ? [path] : [];
  const inner = Object.entries(value).flatMap(([key, child]) =>
    stated(child, Array.isArray(value) ? `${path}[${key}]` : path ? `${path}.${key}` : key),
  );
  return [...own, ...inner];
}

const everyScenario: readonly Scenario[] = [
  ...HALLS.map(({ id }) => hallScenario(id)),
  ...DEMONSTRATIONS.map(demonstration),
];

describe('the parameters of a scenario', () => {
  it('are all there that say where they come from, with exactly that', () => {
    for (const scenario of everyScenario) {
      const parameters = sourcedParameters(scenario);
      const paths = new Map(parameters.map((one) => [one.path, one]));
      expect(paths.size).toBe(parameters.length);
      const all = stated(scenario);
      expect(all.length).toBeGreaterThan(10);
      for (const path of all) {
        const source = path
          .split(/[.[\]]+/)
          .filter((key) => key !== '')
          // biome-ignore lint/suspicious/noExplicitAny: any part of a document
          .reduce((part: any, key) => part[key], scenario);
        expect([path, paths.get(path)?.value]).toEqual([path, source.value]);
        expect(paths.get(path)?.provenance).toEqual(source.provenance);
      }
    }
  });

  it('have the source of what is around them if they have none of their own', () => {
    expect(at('demand.visitsPerDay').provenance.kind).toBe('assumption');
    expect(at('mobility[0].meanMps').provenance.kind).toBe('source');
    expect(at('mobility[0].share').provenance.kind).toBe('assumption');
    expect(at('horizon.sessions[0]')).toMatchObject({
      value: '09:00–12:00',
      provenance: { kind: 'source', confidence: 'medium' },
    });
    expect(at('windows[0].serves').provenance.kind).toBe('notice');
  });

  it('that the schema filled in are not passed off as the notice, those stated are kept', () => {
    expect(at('windows[0].efficiency').provenance).toBe(DEFAULT_VALUE);
    const provenance = { kind: 'source' as const, note: '考勤' };
    const windows = quxi.windows.map((w) => ({ ...w, efficiency: { value: 1, provenance } }));
    const own = sourcedParameters({ ...quxi, windows });
    expect(at('windows[0].efficiency', own).provenance).toBe(provenance);
  });

  it('without any source are said to have none', () => {
    const bare = sourcedParameters({ ...quxi, targetWaitS: 600 });
    expect(at('targetWaitS', bare)).toMatchObject({ value: 600, provenance: UNSTATED });
    expect(at('queueing.kind').provenance.kind).toBe('assumption');
  });

  it('keep numbers within distributions and intervals as numbers, and say whose they are', () => {
    expect(at('classes[0].service.meanS').value).toBeTypeOf('number');
    expect(at('classes[0].service.dist').value).toBe('lognormal');
    expect(at('classes[0].service.meanS').subject).toEqual(quxi.classes[0]!.name);
    expect(at('demand.profile[0].weight')).toMatchObject({ value: 1.3, subject: '09:00–09:30' });
    expect(at('mobility[1].meanMps').subject).toBe('senior');
  });

  it('that are many observations are counted', () => {
    const atS = Array.from({ length: 500 }, (_, i) => i);
    const classes = quxi.classes.map((c) => ({ ...c, arrivals: { kind: 'list' as const, atS } }));
    const many = sourcedParameters({ ...quxi, classes });
    expect(at('classes[0].arrivals.atS', many).value).toEqual({ count: 500 });
    expect(parametersSheet({ ...quxi, classes }, [], 'zh').rows.flat()).toContain('500 个数');
  });
});

describe('the sheet of parameters', () => {
  it.each(LANGUAGES)('has kind and basis of every one, in %s', (language) => {
    for (const scenario of everyScenario) {
      const { rows, columns } = parametersSheet(scenario, [], language);
      expect(rows.length).toBe(sourcedParameters(scenario).length);
      for (const row of rows) {
        expect(row).toHaveLength(columns.length);
        const [group, path, , value, , kind, basis] = row;
        for (const cell of [group, path, kind, basis]) expect(cell).toMatch(/\S/);
        expect(value).not.toBeNull();
      }
    }
  });

  it('has units', () => {
    const { rows } = parametersSheet(quxi, [], 'zh');
    const unit = (path: string) => rows.find((row) => row[1] === path)?.[4];
    expect(unit('targetWaitS')).toBe('秒');
    expect(unit('classes[0].service.meanS')).toBe('秒');
    expect(unit('mobility[0].meanMps')).toBe('米/秒');
    expect(unit('guideDesk.share')).toBe('0–1');
    expect(unit('classes[0].arrivals.share')).toBe('0–1');
    expect(unit('classes[0].service.cv')).toBeNull();
  });

  it('says the kind in the language of the table', () => {
    const kinds = (language: 'zh' | 'en') =>
      new Set(parametersSheet(quxi, [], language).rows.map((row) => row[5]));
    expect(kinds('zh')).toEqual(new Set(['通知', '其他来源', '假设']));
    expect(kinds('en')).toEqual(new Set(['notice', 'other source', 'assumption']));
  });
});
