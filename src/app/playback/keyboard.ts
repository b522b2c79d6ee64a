import { SPEEDS } from './clock';

/** What a key asks for. */
export type KeyCommand =
  | {
      readonly do:
        | 'toggle'
        | 'start'
        | 'end'
        | 'help'
        | 'view'
        | 'deselect'
        | 'follow'
        | 'present'
        | 'black';
    }
  | { readonly do: 'step'; readonly by: 1 | -1 }
  | { readonly do: 'seekBy'; readonly deltaUs: number }
  | { readonly do: 'speed'; readonly speed: number };

/** What had the focus when a key was pressed. */
export type KeyPlace =
  /** Something that takes text or moves by keys itself. */
  | 'field'
  /** Something that the space bar presses. */
  | 'button'
  /** One of several choices: arrows move among them, the space bar does nothing to it. */
  | 'choice'
  | 'page';

const STEP_US = 10e6;
const LONG_STEP_US = 60e6;

/** The command of a key, null where the page leaves the key alone. */
export function commandOf(
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>,
  place: KeyPlace,
): KeyCommand | null {
  if (place === 'field' || event.ctrlKey || event.altKey || event.metaKey) return null;
  const step = event.shiftKey ? LONG_STEP_US : STEP_US;
  switch (event.key) {
    case ' ':
      return place === 'button' ? null : { do: 'toggle' };
    case 'ArrowLeft':
      return place === 'choice' ? null : { do: 'seekBy', deltaUs: -step };
    case 'ArrowRight':
      return place === 'choice' ? null : { do: 'seekBy', deltaUs: step };
    case 'Home':
      return { do: 'start' };
    case 'End':
      return { do: 'end' };
    case 'PageDown':
      return { do: 'step', by: 1 };
    case 'PageUp':
      return { do: 'step', by: -1 };
    case 'f':
    case 'F':
      return { do: 'follow' };
    case 'p':
    case 'P':
      return { do: 'present' };
    case 'b':
    case 'B':
    case '.':
      return { do: 'black' };
    case 'Escape':
      return { do: 'deselect' };
    case 't':
    case 'T':
      return { do: 'view' };
    case '?':
    case '？':
      return { do: 'help' };
    default: {
      const speed = /^[1-9]$/.test(event.key) ? SPEEDS[Number(event.key) - 1] : undefined;
      return speed === undefined ? null : { do: 'speed', speed };
    }
  }
}

const BUTTONS = 'button, a, summary, [role=button], [role=tab], [role=switch]';
const FIELDS =
  'input, textarea, select, [contenteditable=true], [role=slider], [role=combobox], [role=tablist], [role=dialog], [role=listbox]';

/** Sorts the focused element; the time slider counts as the page, its keys are the page's. */
export function placeOf(element: Element | null): KeyPlace {
  if (!element || element.matches('[data-time-slider]')) return 'page';
  if (element.matches('input[type=radio]')) return 'choice';
  if (element.closest(FIELDS)) return 'field';
  return element.closest(BUTTONS) ? 'button' : 'page';
}
