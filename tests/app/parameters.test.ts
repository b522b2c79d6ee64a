import { describe, expect, it } from 'vitest';
import { formatter } from '../../src/app/format';
import { createTranslation } from '../../src/app/i18n';
import { zh } from '../../src/app/i18n/texts';
import { parameterRows } from '../../src/app/panel/parameters';
import { distributionText, valueText } from '../../src/app/panel/parameterText';
import { HALLS, hallScenario } from '../../src/scenarios/halls';
import { DEMONSTRATIONS, demonstration } from '../../src/scenarios/mechanisms';
import { UNSTATED } from '../../src/scenarios/provenance';
import { parseScenario } from '../../src/scenarios/read';

const quxi = parameterRows(hallScenario('quxi'));
const row = (path: string) => {
  const found = quxi.find((candidate) => candidate.path === path);
  if (!found) throw new Error(`no row ${path}`);
  return found;
};

describe('the list of parameters', () => {
  it('gives each number its own source before that of what is around it', () => {
    expect(row('demand.visitsPerDay').provenance.kind).toBe('assumption');
    expect(row('horizon.sessions').provenance.kind).toBe('source');
    expect(row('mobility[0].meanMps').provenance.kind).toBe('source');
    expect(row('mobility[0].share').provenance.kind).toBe('assumption');
    expect(row('backOffices[0].approvers').provenance.kind).toBe('assumption');
  });

  it('counts the windows as the notice has them', () => {
    expect(row('windows (comprehensive)')).toMatchObject({
      value: { kind: 'number', value: 8 },
      provenance: { kind: 'notice' },
    });
    expect(row('windows (department)').value).toEqual({ kind: 'number', value: 5 });
  });

  it('does not pass defaults off as the notice', () => {
    expect(row('windows[0].efficiency').provenance.kind).toBe('assumption');
    expect(row('classes[0].priority').provenance.kind).toBe('assumption');
  });

  it('takes a distribution, a list of intervals and a long list as one row each', () => {
    expect(row('classes[0].service').value).toMatchObject({ kind: 'distribution' });
    expect(row('demand.profile').value).toMatchObject({ kind: 'intervals' });
    expect(row('horizon.sessions').value).toMatchObject({
      list: [
        { from: '09:00', to: '12:00', factor: null },
        { from: '13:00', to: '17:00', factor: null },
      ],
    });
  });

  it('calls what says nothing the user’s own figure', () => {
    const rows = parameterRows(
      parseScenario(
        {
          format: 'hall-twin/scenario',
          version: 1,
          id: 'plain',
          name: 'plain',
          floorplan: null,
          horizon: { kind: 'continuous', durationS: 3600 },
          targetWaitS: 60,
          classes: [
            {
              id: 'a',
              name: 'a',
              arrivals: { kind: 'list', atS: Array.from({ length: 20 }, (_, i) => i) },
              service: { dist: 'deterministic', valueS: 10 },
            },
          ],
          windows: [{ id: 'w', name: 'w', serves: ['a'] }],
        },
        'plain.json',
      ),
    );
    const target = rows.find((r) => r.path === 'targetWaitS');
    expect(target?.provenance).toBe(UNSTATED);
    expect(rows.find((r) => r.field === 'atS')?.value).toEqual({ kind: 'list', count: 20 });
  });

  it('names every field of every shipped hall and mechanism in both languages', () => {
    const fields = new Set(
      [...HALLS.map(({ id }) => hallScenario(id)), ...DEMONSTRATIONS.map(demonstration)]
        .flatMap(parameterRows)
        .flatMap((r) =>
          r.path
            .replaceAll(/\[\d+\]| \(\w+\)/g, '')
            .split(/[. ]/)
            .filter((key) => key !== 'arrivals'),
        ),
    );
    expect(fields.size).toBeGreaterThan(20);
    for (const field of fields) expect(Object.keys(zh)).toContain(`field.${field}`);
  });

  it('has each path once', () => {
    expect(new Set(quxi.map((r) => r.path)).size).toBe(quxi.length);
    expect(quxi.length).toBeGreaterThan(100);
  });
});

describe('a parameter in words', () => {
  const { t } = createTranslation('en');
  const format = formatter('en');

  it('has the unit of its field', () => {
    expect(valueText(row('mobility[0].meanMps'), format, 'zh', t)).toBe('1.34 m/s');
    expect(valueText(row('mobility[0].share'), format, 'zh', t)).toBe('68%');
    expect(valueText(row('targetWaitS'), format, 'zh', t)).toBe('15 min');
    expect(valueText(row('demand.visitsPerDay'), format, 'zh', t)).toBe('338');
  });

  it('describes every distribution', () => {
    const mean = { meanS: 300 };
    const texts = [
      distributionText({ dist: 'deterministic', valueS: 6 }, format, t),
      distributionText({ dist: 'exponential', ...mean }, format, t),
      distributionText({ dist: 'erlang', ...mean, stages: 3 }, format, t),
      distributionText({ dist: 'gamma', ...mean, cv: 0.5 }, format, t),
      distributionText({ dist: 'lognormal', ...mean, cv: 0.8 }, format, t),
      distributionText({ dist: 'weibull', shape: 2, scaleS: 90 }, format, t),
      distributionText({ dist: 'uniform', minS: 0, maxS: 600 }, format, t),
      distributionText({ dist: 'triangular', minS: 1, modeS: 2, maxS: 3 }, format, t),
      distributionText({ dist: 'empirical', valuesS: [1, 2, 3] }, format, t),
      distributionText(
        {
          dist: 'mixture',
          components: [
            { probability: 0.1, of: { dist: 'deterministic', valueS: 0 } },
            { probability: 0.9, of: { dist: 'exponential', ...mean } },
          ],
        },
        format,
        t,
      ),
    ];
    expect(texts).toMatchInlineSnapshot(`
      [
        "always 6 s",
        "exponential, mean 5 min",
        "Erlang, mean 5 min, 3 stages",
        "gamma, mean 5 min, CV 0.5",
        "lognormal, mean 5 min, CV 0.8",
        "Weibull, scale 90 s, shape 2",
        "uniform, 0 s to 10 min",
        "triangular, 1 s, 2 s, 3 s",
        "empirical, 3 observations",
        "10.0% always 0 s + 90.0% exponential, mean 5 min",
      ]
    `);
  });
});

describe('a rule', () => {
  const rowsOf = (id: string) => parameterRows(demonstration(id));
  const textOf = (id: string, path: string) => {
    const row = rowsOf(id).find((r) => r.path === path)!;
    return valueText(row, formatter('en'), 'en', createTranslation('en').t);
  };

  it('of each mechanism is told in words', () => {
    expect(textOf('skill-routing-with', 'queueing.kind')).toBe('by skill');
    expect(textOf('separate-lines-with', 'queueing.choice')).toBe('the shortest line');
    expect(textOf('skill-routing-with', 'windows (w1) helps')).toContain('Public security');
    expect(textOf('no-shows-with', 'calls.passedOver')).toMatch(/is gone|goes to the end/);
    expect(textOf('lunch-turns-with', 'staff.lunch.kind')).toBe('in turns');
    expect(textOf('closing-with', 'horizon.closing')).toBe('closes on the minute');
    expect(textOf('site-survey-with', 'horizon.firstDate')).toBe('2026-03-02');
  });

  it('that nobody stated is the default, and says so', () => {
    const row = rowsOf('closing-with').find((r) => r.path === 'queueing.kind')!;
    expect(row.provenance.kind).toBe('assumption');
  });
});
