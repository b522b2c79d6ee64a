/** One thing wrong with an input: where it is, what it is, and what to do about it. */
export interface Problem {
  /** Path of the offending field, e.g. `classes[0].service.meanS`; `""` is the whole document. */
  readonly path: string;
  readonly message: { readonly zh: string; readonly en: string };
  readonly remedy: { readonly zh: string; readonly en: string };
}

/** What is said of a problem, wherever it is. */
export type Words = Omit<Problem, 'path'>;

/** Bad input: thrown with every problem found, never for a fault of the product's own. */
export class InputError extends Error {
  constructor(
    /** What was read: a file name or the id of a shipped document. */
    readonly source: string,
    readonly problems: readonly Problem[],
  ) {
    super(
      problems
        .map((p) => `${source}: ${p.path || '(document)'}: ${p.message.en}. ${p.remedy.en}`)
        .join('\n'),
    );
    this.name = 'InputError';
  }
}
