import { describe, expect, it } from 'vitest';
import { hall } from './command';
import { hallHere } from './in-process';

const RAD = Math.PI / 180;
const PRINTED = ['--resolution', '2688x1520', '--hfov', '103', '--vfov', '55'];
const SENSOR = ['--resolution', '2688x1520', '--sensor', '1/2.8', '--focal', '2.8'];

describe('hall optics', () => {
  it('prints one document as a user calls it', async () => {
    const { code, stdout, stderr } = await hall(['optics', ...PRINTED, '--json']);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({ hfovDeg: 103, vfovDeg: 55, resolutionPx: [2688, 1520] });
    expect(Object.keys(answer.distancesM)).toEqual(['2014', '2025']);
    expect(Object.keys(answer.distancesM[2014])).toEqual([
      'monitor',
      'detect',
      'observe',
      'recognise',
      'identify',
    ]);
    expect(Object.keys(answer.distancesM[2025])).toEqual([
      'overview',
      'outline',
      'discern',
      'perceive',
      'characterise',
      'validate',
      'scrutinise',
    ]);
    const { flat, lens } = answer.distancesM[2014].identify;
    expect(flat).toBeCloseTo(2688 / (2 * 250 * Math.tan(51.5 * RAD)), 9);
    expect(lens).toBeCloseTo(2688 / (4 * 250 * Math.sin(25.75 * RAD)), 9);
    expect(answer.standards[2025]).toMatchObject({ kind: 'source', confidence: 'medium' });
    expect(answer).not.toHaveProperty('at');
  });

  it('works out the vertical angle, and says so', async () => {
    const { code, stdout } = await hallHere(['optics', ...PRINTED.slice(0, 4), '--json']);
    expect(code).toBe(0);
    const answer = JSON.parse(stdout);
    const half = Math.asin((1520 / 2688) * Math.sin(25.75 * RAD));
    expect(answer.vfovDeg).toBeCloseTo((4 * half) / RAD, 9);
    expect(answer.angles).toEqual({ horizontal: 'given', vertical: 'lens' });
  });

  it('works out both angles from a sensor, whose size it calls an assumption', async () => {
    const { code, stdout } = await hallHere(['optics', ...SENSOR, '--json']);
    expect(code).toBe(0);
    const { hfovDeg, vfovDeg, angles, sensor } = JSON.parse(stdout);
    expect(sensor).toMatchObject({ format: '1/2.8', focalMm: 2.8 });
    expect(sensor.provenance.kind).toBe('assumption');
    expect(hfovDeg).toBeCloseTo((4 * Math.asin(sensor.widthMm / 11.2)) / RAD, 9);
    expect(vfovDeg).toBeCloseTo((4 * Math.asin(sensor.heightMm / 11.2)) / RAD, 9);
    expect(angles).toEqual({ horizontal: 'sensor', vertical: 'sensor' });
  });

  it('has no flat distance for a fisheye', async () => {
    const { code, stdout } = await hallHere([
      'optics',
      ...['--resolution', '2160x2160', '--hfov', '182', '--vfov', '182'],
      ...['--at', '3', '--json'],
    ]);
    expect(code).toBe(0);
    const { distancesM, at } = JSON.parse(stdout);
    expect(distancesM[2014].detect.flat).toBeNull();
    expect(distancesM[2014].detect.lens).toBeCloseTo(2160 / (4 * 25 * Math.sin(45.5 * RAD)), 9);
    expect(at.pxPerM.flat).toBeNull();
  });

  it('prints the densities at a distance', async () => {
    const { code, stdout } = await hallHere(['optics', ...PRINTED, '--at', '4.2', '--json']);
    expect(code).toBe(0);
    const { at } = JSON.parse(stdout);
    expect(at.distanceM).toBe(4.2);
    expect(at.pxPerM.flat).toBeCloseTo(1344 / Math.tan(51.5 * RAD) / 4.2, 9);
    expect(at.pxPerM.lens).toBeCloseTo(1344 / (2 * Math.sin(25.75 * RAD)) / 4.2, 9);
  });

  it.each([
    ['zh', [/水平视角 +103\.0°/, /识别 +250 +4\.28 +6\.19/, /距离 5 m 处/, /平面公式 +镜头模型/]],
    ['en', [/Horizontal angle +103\.0°/, /identify +250 +4\.28 +6\.19/, /At 5 m/, /flat +lens/]],
  ] as const)('prints tables in %s', async (language, patterns) => {
    const { code, stdout, stderr } = await hallHere(['optics', ...PRINTED, '--at', '5'], language);
    for (const pattern of patterns) expect(stdout).toMatch(pattern);
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });

  it.each([
    ['zh', /假设：.*对角线/],
    ['en', /Assumption: .*diagonal/],
  ] as const)('shows in %s what a computed angle rests on', async (language, pattern) => {
    const { stdout } = await hallHere(['optics', ...SENSOR], language);
    expect(stdout).toMatch(pattern);
  });
});

const SIZE = ['--resolution', '1920x1080'];

describe('hall optics refuses with the option and a remedy', () => {
  it.each<[argv: string[], option: string]>([
    [[], '--resolution'],
    [['--hfov', '90'], '--resolution'],
    [['--resolution', '0x0', '--hfov', '90'], '--resolution'],
    [['--resolution', '1920x0', '--hfov', '90'], '--resolution'],
    [['--resolution', 'abc', '--hfov', '90'], '--resolution'],
    [['--resolution', '', '--hfov', '90'], '--resolution'],
    [['--resolution', '1920', '--hfov', '90'], '--resolution'],
    [['--resolution', '1920x-1080', '--hfov', '90'], '--resolution'],
    [['--resolution', '99999999x2', '--hfov', '90'], '--resolution'],
    [SIZE, '--hfov'],
    [[...SIZE, '--vfov', '50'], '--hfov'],
    [[...SIZE, '--hfov', '0', '--vfov', '50'], '--hfov'],
    [[...SIZE, '--hfov', '-90'], '--hfov'],
    [[...SIZE, '--hfov', '360'], '--hfov'],
    [[...SIZE, '--hfov', 'wide'], '--hfov'],
    [[...SIZE, '--hfov', '90', '--vfov', '0'], '--vfov'],
    [[...SIZE, '--hfov', '90', '--vfov', '400'], '--vfov'],
    [['--resolution', '1080x1920', '--hfov', '182'], '--vfov'],
    [[...SIZE, '--sensor', '1/2.8'], '--focal'],
    [[...SIZE, '--focal', '2.8'], '--sensor'],
    [[...SIZE, '--sensor', '1/99', '--focal', '2.8'], '--sensor'],
    [[...SIZE, '--sensor', 'large', '--focal', '2.8'], '--sensor'],
    [[...SIZE, '--sensor', '1/2.8', '--focal', '0'], '--focal'],
    [[...SIZE, '--sensor', '1/2.8', '--focal', '-4'], '--focal'],
    [[...SIZE, '--sensor', '1/2.8', '--focal', '1'], '--focal'],
    [[...SIZE, '--hfov', '90', '--sensor', '1/2.8', '--focal', '4'], '--sensor'],
    [[...SIZE, '--vfov', '50', '--focal', '4'], '--focal'],
    [[...SIZE, '--hfov', '90', '--at', '0'], '--at'],
    [[...SIZE, '--hfov', '90', '--at'], '--at'],
    [[...SIZE, '--hfov', '90', '--zoom', '2'], '--zoom'],
  ])('%j', async (argv, option) => {
    for (const language of ['zh', 'en'] as const) {
      const { code, stdout, stderr } = await hallHere(['optics', ...argv, '--json'], language);
      expect(stderr).toMatch(new RegExp(`^hall: ${option}\\n`));
      expect(stderr).toMatch(/\n {2}→ \S/);
      expect(/\p{Script=Han}/u.test(stderr)).toBe(language === 'zh');
      expect(stdout).toBe('');
      expect(code).toBe(2);
    }
  });
});
