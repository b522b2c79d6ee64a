import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureDependencies, ROOT, requireNode } from './dependencies.mjs';

requireNode();
ensureDependencies();

// Biome colours its words even where nobody sees colours.
const colours = process.stdout.isTTY ? [] : ['--colors=off'];
const STEPS = [
  ['types', 'typescript/bin/tsc', ['--noEmit']],
  ['format and lint', '@biomejs/biome/bin/biome', ['ci', ...colours, '.']],
  ['unused code and dependencies', 'knip/bin/knip.js', []],
  [
    'architecture and translations',
    'vitest/vitest.mjs',
    ['run', 'tests/architecture', 'tests/app/translations'],
  ],
];

const failed = [];
for (const [name, script, args] of STEPS) {
  process.stdout.write(`\n— ${name}\n`);
  const { status } = spawnSync(
    process.execPath,
    [path.join(ROOT, 'node_modules', script), ...args],
    {
      cwd: ROOT,
      stdio: 'inherit',
    },
  );
  if (status !== 0) failed.push(name);
}
process.stdout.write(
  failed.length > 0 ? `\nFailed: ${failed.join(', ')}\n` : '\nAll checks passed\n',
);
process.exitCode = failed.length > 0 ? 1 : 0;
