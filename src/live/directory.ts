import type { Scenario } from '../scenarios/scenario';
import { bothLanguages } from '../scenarios/text';

/** The scenario's names for what a hall's machines call windows and items. */
export interface Directory {
  /** Id of the window that is meant; null if there is none. */
  window(name: string): string | null;
  /** Id of the class that is meant; null if there is none. */
  item(name: string): string | null;
}

/** Without a scenario every name stands for itself. */
export const NO_DIRECTORY: Directory = { window: (name) => name, item: (name) => name };

/** Full-width letters, capitals and spaces make no difference. */
const plain = (name: string) => name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');

/** A number and words that any window goes by. */
const NUMBERED = /^(?:w|no\.?|window|counter|窗口|窗)?0*(\d{1,6})(?:号窗口|号窗|号|窗口|窗)?$/;

/** The number of "3", "3号窗口", "Window 03" or "w3"; null where the name says more, as "部门窗口3" does. */
function numberIn(name: string): number | null {
  const found = NUMBERED.exec(plain(name));
  return found ? Number(found[1]) : null;
}

/** Names by which each id goes; what two ids go by is nobody's name. */
function index(entries: readonly { readonly id: string; readonly names: readonly string[] }[]) {
  const ids = new Map<string, string | null>();
  for (const { id, names } of entries)
    for (const name of new Set(names))
      ids.set(name, ids.has(name) && ids.get(name) !== id ? null : id);
  return ids;
}

/** Finds windows by id, name or number, classes by id or name, in either language. */
export function createDirectory(scenario: Scenario): Directory {
  const named = ({ id, name }: { id: string; name: Scenario['name'] }) => {
    const { zh, en } = bothLanguages(name);
    return { id, names: [plain(id), plain(zh), plain(en)] };
  };
  const windows = index(scenario.windows.map(named));
  const items = index(scenario.classes.map(named));
  const numbers = new Map<number, string | null>();
  for (const { id } of scenario.windows) {
    const number = numberIn(id);
    if (number !== null) numbers.set(number, numbers.has(number) ? null : id);
  }
  return {
    window(name) {
      const exact = windows.get(plain(name));
      if (exact) return exact;
      const number = numberIn(name);
      return number === null ? null : (numbers.get(number) ?? null);
    },
    item: (name) => items.get(plain(name)) ?? null,
  };
}
