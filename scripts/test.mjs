import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { ensureDependencies, ROOT, requireNode } from './dependencies.mjs';
import { ensureRedis } from './redis.mjs';

/**
 * npm test [-- [unit] [e2e] [words for vitest…]]: all tests, or one part of them; other words
 * (a path, -t name) go on to vitest.
 */
requireNode();
ensureDependencies();

const words = process.argv.slice(2);
const PARTS = ['unit', 'e2e'];
const asked = PARTS.filter((part) => words.includes(part));
const parts = asked.length > 0 ? asked : PARTS;
const rest = words.filter((word) => !PARTS.includes(word));
const reports = mkdtempSync(path.join(os.tmpdir(), 'hall-twin-tests-'));
const totals = { passed: 0, failed: 0, skipped: 0 };
let broken = false;

function node(script, args, env = {}) {
  const { status } = spawnSync(
    process.execPath,
    [path.join(ROOT, 'node_modules', script), ...args],
    {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    },
  );
  return status === 0;
}

/** Runs one part and adds its counts. A run that fails without a failing test counts as one. */
function vitest(part, args, env) {
  const file = path.join(reports, `${part}.json`);
  // A path given for one part finds nothing in the other.
  const ok = node(
    'vitest/vitest.mjs',
    [
      'run',
      ...args,
      ...(rest.length > 0 ? ['--passWithNoTests'] : []),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...rest,
    ],
    env,
  );
  const failedBefore = totals.failed;
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    totals.passed += report.numPassedTests;
    totals.failed += report.numFailedTests;
    totals.skipped += report.numPendingTests + report.numTodoTests;
  } catch {
    // It ended before it could report; its exit code tells.
  }
  if (!ok && totals.failed === failedBefore) totals.failed++;
  broken ||= !ok;
}

try {
  if (parts.includes('unit')) vitest('unit', [], { REDIS_SERVER_PATH: ensureRedis() });
  if (parts.includes('e2e')) {
    const chromium = await ensureChromium();
    if (node('vite/bin/vite.js', ['build', '--logLevel', 'warn']))
      vitest('e2e', ['--config', 'vitest.e2e.config.ts'], { CHROMIUM_PATH: chromium });
    else {
      process.stderr.write('构建失败\nThe build failed\n');
      totals.failed++;
      broken = true;
    }
  }
} finally {
  rmSync(reports, { recursive: true, force: true });
}
const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
process.stdout.write(`\nTests: ${totals.passed} passed, ${totals.failed} failed${skipped}\n`);
process.exitCode = broken || totals.failed > 0 || totals.passed === 0 ? 1 : 0;
