import { InputError, type Problem } from '../scenarios/problem';

/**
 * What a thread answers. An `InputError` would lose its problems on the way between threads,
 * so it travels as data.
 */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly source: string; readonly problems: readonly Problem[] };

/** Runs a job in a thread; an `InputError` becomes a reply, everything else is thrown on. */
export async function replyOf<T>(job: () => T | Promise<T>): Promise<Reply<T>> {
  try {
    return { ok: true, value: await job() };
  } catch (error) {
    if (error instanceof InputError)
      return { ok: false, source: error.source, problems: error.problems };
    throw error;
  }
}

/** The value of a reply; throws the `InputError` that it carries. */
export function unwrapReply<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value;
  throw new InputError(reply.source, reply.problems);
}
