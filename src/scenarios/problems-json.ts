/** Where a text stops being JSON. */
export interface JsonFault {
  /** Index of the offending character; the text's length when it ends too early. */
  readonly offset: number;
  /** From 1. */
  readonly line: number;
  /** From 1, in characters. */
  readonly column: number;
  /** The offending character, null at the end of the text. */
  readonly found: string | null;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** End of the string that starts at `start`, or where it breaks (negative, from −1). */
function stringEnd(text: string, start: number): number {
  let i = start + 1;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    if (code === 0x22) return i + 1;
    if (code < 0x20) return -1 - i;
    if (code === 0x5c) {
      ESCAPE.lastIndex = i;
      if (!ESCAPE.test(text)) return -1 - i;
      i = ESCAPE.lastIndex;
    } else i++;
  }
  return -1 - text.length;
}

/**
 * First place where `text` breaks the JSON grammar (RFC 8259); null when it keeps it. Engines word
 * their own message differently and some leave the position out. Needs no stack however deep
 * the nesting.
 */
export function findJsonFault(text: string): JsonFault | null {
  const open: ('[' | '{')[] = [];
  let i = 0;
  /** What may come next. */
  let state: 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'next' = 'value';
  const fault = (offset: number): JsonFault => {
    const before = text.slice(0, offset);
    const lineStart = before.lastIndexOf('\n') + 1;
    return {
      offset,
      line: before.split('\n').length,
      column: offset - lineStart + 1,
      found: offset < text.length ? String.fromCodePoint(text.codePointAt(offset)!) : null,
    };
  };
  for (;;) {
    while (i < text.length && ' \t\n\r'.includes(text[i]!)) i++;
    const c = text[i];
    if (state === 'next' && open.length === 0) return c === undefined ? null : fault(i);
    if (c === undefined) return fault(i);
    if (state === 'colon') {
      if (c !== ':') return fault(i);
      state = 'value';
      i++;
    } else if (state === 'next') {
      const inside = open.at(-1);
      if (c === ',') state = inside === '{' ? 'key' : 'value';
      else if (c === (inside === '{' ? '}' : ']')) open.pop();
      else return fault(i);
      i++;
    } else if (state === 'key' || state === 'keyOrEnd') {
      if (c === '}' && state === 'keyOrEnd') {
        open.pop();
        state = 'next';
        i++;
      } else if (c === '"') {
        const end = stringEnd(text, i);
        if (end < 0) return fault(-1 - end);
        i = end;
        state = 'colon';
      } else return fault(i);
    } else if (c === '{' || c === '[') {
      open.push(c);
      state = c === '{' ? 'keyOrEnd' : 'valueOrEnd';
      i++;
    } else if (c === ']' && state === 'valueOrEnd') {
      open.pop();
      state = 'next';
      i++;
    } else if (c === '"') {
      const end = stringEnd(text, i);
      if (end < 0) return fault(-1 - end);
      i = end;
      state = 'next';
    } else {
      const token = c === '-' || (c >= '0' && c <= '9') ? NUMBER : WORD;
      token.lastIndex = i;
      if (!token.test(text)) return fault(i);
      i = token.lastIndex;
      state = 'next';
    }
  }
}
