import { ensureDependencies, requireNode } from './dependencies.mjs';

requireNode();
ensureDependencies();
// In this process: a second one would double the time that a short command takes.
const { register } = await import('tsx/esm/api');
register();
await import('../src/cli/main.ts');
