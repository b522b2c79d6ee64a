import { chanceIn, cyclesOf, type Import, importsOf, resolveImport } from './imports';

/** What a folder of src may import. */
interface Rule {
  /** Folders, or files without their ending (`sim/hall/record`). */
  readonly folders: readonly string[];
  /** Packages; `node:` stands for all of Node's own. */
  readonly packages: readonly string[];
}

const PURE = [
  'scenarios',
  'geometry',
  'drawing',
  'sim',
  'coverage',
  'calibration',
  'live',
] as const;

/** scenarios ← geometry ← drawing, sim, coverage, calibration ← workers ← app, cli; scene reads only. */
const RULES: Readonly<Record<string, Rule>> = {
  scenarios: { folders: [], packages: ['zod', '@noble/hashes'] },
  geometry: {
    folders: ['scenarios'],
    packages: ['robust-predicates', 'three', 'three-mesh-bvh'],
  },
  drawing: { folders: ['scenarios', 'geometry'], packages: ['dxf-parser'] },
  sim: { folders: ['scenarios', 'geometry'], packages: ['jstat', 'simjs'] },
  charts: { folders: ['sim'], packages: ['d3-array', 'd3-scale', 'd3-shape'] },
  report: {
    folders: ['scenarios', 'geometry', 'drawing', 'sim', 'coverage', 'calibration', 'charts'],
    packages: ['papaparse', 'write-excel-file'],
  },
  coverage: { folders: ['scenarios', 'geometry'], packages: ['three', 'three-mesh-bvh'] },
  calibration: { folders: ['scenarios', 'geometry', 'sim'], packages: ['jstat'] },
  live: { folders: ['scenarios', 'geometry', 'sim', 'calibration'], packages: [] },
  workers: {
    folders: [...PURE],
    packages: [
      '@noble/hashes',
      'bullmq',
      'comlink',
      'dexie',
      'highs',
      'ioredis',
      'node:',
      'read-excel-file',
      'tinypool',
    ],
  },
  scene: {
    folders: [
      'scenarios/text',
      'scenarios/floorplan',
      'geometry/walls',
      'geometry/doors',
      'sim/hall/record',
      'sim/hall/timeline',
      'sim/hall/timeline-types',
    ],
    packages: ['react', 'three', '@react-three/fiber', '@react-three/drei'],
  },
  app: {
    folders: [...PURE, 'charts', 'report', 'workers', 'scene'],
    packages: [
      'dexie',
      'pdfjs-dist',
      '@ant-design/icons',
      'antd',
      'd3-array',
      'd3-format',
      'd3-scale',
      'd3-shape',
      'i18next',
      'react',
      'react-dom',
      'react-i18next',
      'virtual:pwa-register',
      'zod',
      'zustand',
    ],
  },
  cli: {
    folders: [...PURE, 'report', 'workers'],
    packages: ['commander', 'hyparquet-writer', 'ioredis', 'node:', 'papaparse', 'read-excel-file'],
  },
};

/** Folder of a file below src; files directly in src belong to the app. */
function folderOf(file: string): string {
  const parts = file.split('/');
  return parts.length > 2 ? parts[1]! : 'app';
}

function packageOf(to: string): string {
  if (to.startsWith('node:')) return 'node:';
  return to
    .split('/')
    .slice(0, to.startsWith('@') ? 2 : 1)
    .join('/');
}

function allowed(rule: Rule, folder: string, target: string): boolean {
  const targetFolder = folderOf(target);
  if (targetFolder === folder || rule.folders.includes(targetFolder)) return true;
  const module = target.replace(/^src\//, '').replace(/(\.d)?\.tsx?$/, '');
  return rule.folders.includes(module);
}

/**
 * Everything that breaks the house's rules.
 *
 * @param sources text by path from the root of the checkout, below `src/`
 */
export function violations(sources: ReadonlyMap<string, string>): string[] {
  const files = new Set(sources.keys());
  const found: string[] = [];
  const graph = new Map<string, string[]>();
  for (const [file, source] of sources) {
    if (!/\.tsx?$/.test(file)) continue;
    const folder = folderOf(file);
    const rule = RULES[folder];
    if (!rule) {
      found.push(`${file}: no rule for the folder ${folder}`);
      continue;
    }
    const next: string[] = [];
    const check = ({ to }: Import) => {
      if (!to.startsWith('.')) {
        if (!rule.packages.includes(packageOf(to))) found.push(`${file} imports ${to}`);
        return;
      }
      const target = resolveImport(file, to.replace(/\?.*$/, ''), files);
      if (target === null) found.push(`${file} imports ${to}, which is not there`);
      else {
        next.push(target);
        if (!allowed(rule, folder, target)) found.push(`${file} imports ${target}`);
      }
    };
    for (const one of importsOf(file, source)) check(one);
    if ((PURE as readonly string[]).includes(folder))
      for (const chance of chanceIn(file, source)) found.push(`${file} uses ${chance}`);
    graph.set(file, next);
  }
  for (const cycle of cyclesOf(graph)) found.push(`circular: ${cycle.join(', ')}`);
  return found;
}
