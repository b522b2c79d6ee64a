/**
 * Gives simjs the `window` without which it tells nobody what it holds. To be imported right
 * before it; `simjs-classes.ts` takes the shim away again.
 */
const scope = globalThis as { window?: unknown };

/** Whether there was no `window` and this module made one. */
export const shimmed = scope.window === undefined;
scope.window ??= globalThis;
