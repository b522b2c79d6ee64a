import { questionOf, type Slice, SweepStore } from '../../workers/province/store';
import type { SweepTask } from '../../workers/province/task';
import { REFUSALS, refusal } from '../refusals';
import { SWEEP_REFUSALS } from './refusals';

/** What the system says when there is no room: of the disk, a quota, the largest file. */
const FULL = ['ENOSPC', 'EDQUOT', 'EFBIG'];

/** The refusal of a file that can't be written. */
export function unwritable(file: string, flag: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (typeof code !== 'string' || !/^E[A-Z]+$/.test(code)) return error;
  return refusal(
    file,
    flag,
    FULL.includes(code) ? SWEEP_REFUSALS.diskFull() : REFUSALS.unwritable(code),
  );
}

export interface JournalFlags {
  readonly journal?: string;
  readonly resume?: string;
}

/**
 * The journal of a sweep: begun, gone on with, or one that nobody keeps.
 *
 * @throws InputError if it is another sweep's, is damaged or can't be written
 */
export function openStore(flags: JournalFlags, task: SweepTask, slice: Slice | null): SweepStore {
  const { journal, resume } = flags;
  if (journal !== undefined && resume !== undefined)
    throw refusal('hall', '--journal', REFUSALS.journalTwice());
  if (resume !== undefined) {
    const store = reopen(resume, '--resume');
    if (store.question !== questionOf(task)) throw refusal(resume, '', SWEEP_REFUSALS.otherTask());
    if (sliceText(store.slice) !== sliceText(slice))
      throw refusal(resume, '', SWEEP_REFUSALS.otherSlice(sliceText(store.slice)));
    return store;
  }
  try {
    return journal === undefined
      ? SweepStore.passing(task)
      : SweepStore.begin(journal, task, slice);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      throw refusal(journal!, '--journal', REFUSALS.journalExists(journal!));
    throw unwritable(journal ?? 'tmp', '--journal', error);
  }
}

/** A journal that is there. Throws InputError. */
export function reopen(file: string, flag: string): SweepStore {
  try {
    return SweepStore.open(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw refusal(file, flag, REFUSALS.unreadable(code));
  }
}

function sliceText(slice: Slice | null): string {
  return slice === null ? '' : `${slice.index}/${slice.of}`;
}
