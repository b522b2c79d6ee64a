import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Live memory in MB after a hall's working days with measures only, garbage taken away. */
function liveMegabytes(workingDays: number): number {
  const program = `
    import { HallProcess } from './src/sim/hall/process';
    import { compileHall } from './src/sim/hall/model';
    import { HeapCalendar } from './src/sim/kernel/heap-calendar';
    import { Streams } from './src/sim/kernel/streams';
    import { HallStatistics } from './src/sim/stats/hall-statistics';
    import { demonstration } from './src/scenarios/mechanisms';
    const scenario = demonstration('site-survey-with');
    const horizon = { ...scenario.horizon, workingDays: ${workingDays}, warmUpDays: 0 };
    const model = compileHall({ ...scenario, horizon }, null);
    const calendar = new HeapCalendar();
    const statistics = new HallStatistics(model, calendar.clock);
    const process_ = new HallProcess(model, new Streams(1, 0), calendar, statistics);
    process_.run();
    globalThis.gc();
    const live = process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
    const { all } = statistics.figures();
    process.stdout.write(JSON.stringify([live / 2 ** 20, all.arrived, process_ !== undefined]));
  `;
  const printed = execFileSync(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', '--input-type=module', '--eval', program],
    { cwd: ROOT, encoding: 'utf8' },
  );
  const [megabytes, arrived] = JSON.parse(printed) as [number, number];
  // So many people came that a few bytes of each would show.
  expect(arrived).toBeGreaterThan(300 * workingDays);
  return megabytes;
}

it('memory stays flat as working days are added when only measures are asked for', () => {
  const few = liveMegabytes(60);
  const many = liveMegabytes(600);
  // 250,000 visitors more; the list of days itself and the waits, kept up to 100,000, are some MB.
  expect(many - few).toBeLessThan(6);
}, 120_000);
