import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../../src/app/calibration/mapped';
import { createCalibration } from '../../../src/app/calibration/store';
import { namesIn } from '../../../src/app/calibration/wanted';
import { openLog } from '../../../src/calibration/log/open';
import { peekLog } from '../../../src/calibration/log/peek';
import { InputError } from '../../../src/scenarios/problem';
import type { CalibrationRequest } from '../../../src/workers/calibrate-log';
import type { CalibrationWorker } from '../../../src/workers/calibration-api';
import { fileOf } from '../../calibration/log/sources';

const TEXT = [
  '号码,取号时间,叫号时间,窗口',
  ...Array.from(
    { length: 9 },
    (_, i) => `A${i},2026-03-02 09:0${i}:07,2026-03-02 09:1${i}:09,${1 + (i % 2)}`,
  ),
].join('\n');
const PROBLEM = {
  path: 'map.call',
  message: { zh: '重', en: 'twice' },
  remedy: { zh: '改', en: 'mend' },
};

/** A thread that looks as the real one does and refuses every fit. */
function desk() {
  const asked: CalibrationRequest[] = [];
  const worker: CalibrationWorker = {
    peek: async (file, options) =>
      peekLog(await openLog(fileOf(await file.text(), file.name)), options),
    calibrate: async (_, request) => {
      asked.push(request);
      throw new InputError('log.csv', [PROBLEM]);
    },
    stop() {},
  };
  return { ...createCalibration(worker), asked };
}

describe('the calibration desk', () => {
  it('what the user chose stays when the log is refused, and is what is asked', async () => {
    const { store, take, change, run, asked } = desk();
    await take(new File([TEXT], 'log.csv'));
    await change({ columns: { call: '', start: '3' }, holdout: 2 });
    await run();
    expect(asked[0]).toMatchObject({ wishes: { columns: { call: '', start: '3' } }, holdout: 2 });
    const { form, problems, status, preview } = store.getState();
    expect({ problems, status }).toEqual({ problems: [PROBLEM], status: 'ready' });
    expect(form.columns).toEqual({ call: '', start: '3' });
    expect(columnsOf(preview!, form)).toEqual({ number: 0, ticket: 1, start: 2, window: 3 });
  });

  it('days, queues and items that the user wants are asked for, and stay when nothing is left', async () => {
    const { store, take, change, run, asked } = desk();
    await take(new File([TEXT], 'log.csv'));
    await change({ from: '2026-03-02', until: '2026-03-06' });
    await change({ queues: ['大一门'], items: ['社保', '医保'] });
    await run();
    const chosen = { from: '2026-03-02', until: '2026-03-06', queues: ['大一门'] };
    expect(asked[0]?.wanted).toEqual({ ...chosen, items: ['社保', '医保'] });
    expect(store.getState()).toMatchObject({ form: chosen, problems: [PROBLEM] });
    // Another kind of log is other columns, not other days.
    await change({ kind: 'intervals' });
    expect(store.getState().form).toMatchObject({ ...chosen, columns: {} });
    // The days are back to front: nothing is asked until that is mended.
    await change({ until: '2026-03-01' });
    await run();
    expect(asked).toHaveLength(1);
    await change({ until: '' });
    await run();
    expect(asked[1]?.wanted).toEqual({
      from: '2026-03-02',
      queues: ['大一门'],
      items: ['社保', '医保'],
    });
  });

  it('names to choose from are those of the mapped column', async () => {
    const { store, take, change } = desk();
    await take(new File([TEXT], 'log.csv'));
    await change({ columns: { item: '4' } });
    const { preview, form } = store.getState();
    expect(namesIn(preview!, columnsOf(preview!, form), 'item')).toEqual(['1', '2']);
    expect(namesIn(preview!, columnsOf(preview!, form), 'queue')).toEqual([]);
  });

  it('a file that is none says so and keeps its name; the next one starts afresh', async () => {
    const { store, take, change } = desk();
    await take(new File(['%PDF-1.7'], 'log.pdf'));
    expect(store.getState()).toMatchObject({ status: 'idle', preview: null });
    expect(store.getState().problems[0]?.message.en).toMatch(/PDF/);
    await take(new File([TEXT], 'log.csv'));
    await change({ kind: 'intervals' });
    expect(store.getState()).toMatchObject({ status: 'ready', problems: [] });
    expect(store.getState().preview?.guess.kind).toBe('intervals');
  });
});
