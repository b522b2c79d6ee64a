import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, resolveImport } from './imports';
import { violations } from './rules';

/** Every file below src by its path from the root of the checkout. */
function sources(): Map<string, string> {
  const files = readdirSync('src', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name).split(path.sep).join('/'));
  return new Map(files.sort().map((file) => [file, readFileSync(file, 'utf8')]));
}

/** Complaints of the compiler about a project. */
function compile(project: string): string {
  const { stdout } = spawnSync(
    process.execPath,
    ['node_modules/typescript/bin/tsc', '--noEmit', '-p', project],
    { encoding: 'utf8' },
  );
  return stdout;
}

describe('the house', () => {
  const all = sources();

  it('has been looked through', () => {
    const counts = new Map<string, number>();
    for (const file of all.keys()) {
      const folder = file.split('/')[1]!;
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
    for (const [folder, least] of Object.entries({
      scenarios: 15,
      geometry: 6,
      sim: 25,
      workers: 3,
      scene: 5,
      app: 10,
      cli: 10,
    }))
      expect([folder, counts.get(folder) ?? 0]).toSatisfy(([, n]) => Number(n) >= least);
  });

  it('keeps its arrows, has no circles and leaves nothing to chance', () => {
    expect(violations(all)).toEqual([]);
  });

  it('gives the page nothing of Node or a queue', () => {
    const files = new Set(all.keys());
    const seen = new Set(['src/main.tsx']);
    for (const file of seen) {
      const text = all.get(file)!;
      for (const { to } of importsOf(file, text)) {
        expect(to, file).not.toMatch(/^(node:|bullmq|ioredis|tinypool|hyparquet-writer)/);
        const target = to.startsWith('.')
          ? resolveImport(file, to.replace(/\?.*$/, ''), files)
          : null;
        if (target !== null && /\.tsx?$/.test(target)) seen.add(target);
      }
    }
    expect(seen.size).toBeGreaterThan(150);
    expect([...seen].filter((file) => file.endsWith('.worker.ts')).length).toBeGreaterThan(3);
  });

  it('computes without a page, a file system or any other surroundings', () => {
    expect(compile('tests/architecture/pure.tsconfig.json')).toBe('');
  });
});

describe('a planted fault is found', () => {
  const planted = (files: Record<string, string>) => violations(new Map(Object.entries(files)));
  const target = { 'src/app/a.ts': 'export const a = 1; export type A = 1;' };

  it.each([
    ['import', "import { a } from '../app/a';"],
    ['type import', "import type { A } from '../app/a';"],
    ['side effect', "import '../app/a';"],
    ['export from', "export { a } from '../app/a';"],
    ['export all', "export * from '../app/a';"],
    ['dynamic import', "const a = import('../app/a');"],
    ['type expression', "export type B = import('../app/a').A;"],
    ['worker', "new Worker(new URL('../app/a.ts', import.meta.url));"],
  ])('against the arrow, by %s', (_, source) => {
    expect(planted({ ...target, 'src/sim/x.ts': source })).toEqual([
      'src/sim/x.ts imports src/app/a.ts',
    ]);
  });

  it.each([
    ['src/scenarios/x.ts', 'react'],
    ['src/geometry/x.ts', 'node:fs'],
    ['src/sim/x.ts', 'fs'],
    ['src/coverage/x.ts', '@react-three/fiber'],
    ['src/sim/x.ts', 'three/examples/jsm/a.js'],
    ['src/scene/x.tsx', 'antd'],
    ['src/app/x.tsx', 'node:path'],
  ])('%s with the package %s', (file, name) => {
    expect(planted({ [file]: `import '${name}';` })).toEqual([`${file} imports ${name}`]);
  });

  it('a scene that computes', () => {
    const files = {
      'src/sim/hall/process.ts': 'export const p = 1;',
      'src/scene/x.tsx': "import { p } from '../sim/hall/process';",
    };
    expect(planted(files)).toEqual(['src/scene/x.tsx imports src/sim/hall/process.ts']);
  });

  it('an import of nothing', () => {
    expect(planted({ 'src/sim/x.ts': "import './gone';" })).toEqual([
      'src/sim/x.ts imports ./gone, which is not there',
    ]);
  });

  it('a folder without a rule', () => {
    expect(planted({ 'src/new/x.ts': '' })).toEqual(['src/new/x.ts: no rule for the folder new']);
  });

  it('a circle, and a file that imports itself', () => {
    const files = {
      'src/sim/a.ts': "import './b';",
      'src/sim/b.ts': "import './c';",
      'src/sim/c.ts': "import './a'; import './d';",
      'src/sim/d.ts': "import './d';",
    };
    expect(planted(files)).toEqual([
      'circular: src/sim/d.ts',
      'circular: src/sim/a.ts, src/sim/b.ts, src/sim/c.ts',
    ]);
  });

  it('chance and the clock on the wall', () => {
    expect(planted({ 'src/sim/x.ts': 'Math.random(); Date.now(); new Date();' })).toEqual([
      'src/sim/x.ts uses Math.random',
      'src/sim/x.ts uses Date.now',
      'src/sim/x.ts uses new Date',
    ]);
  });

  it('the page in a folder that only computes', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'hall-twin-pure-'));
    try {
      writeFileSync(path.join(folder, 'x.ts'), 'export const t = document.title;\n');
      writeFileSync(
        path.join(folder, 'tsconfig.json'),
        JSON.stringify({
          extends: path.resolve('tests/architecture/pure.tsconfig.json'),
          include: ['x.ts'],
        }),
      );
      expect(compile(folder)).toContain("Cannot find name 'document'");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
