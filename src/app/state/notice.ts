import { InputError } from '../../scenarios/problem';
import { UnknownPlan } from './left';
import type { Notice } from './store';

/** What the user is told of an error. */
export function noticeOf(error: unknown): Notice {
  if (error instanceof InputError)
    return { kind: 'input', source: error.source, problems: error.problems };
  if (error instanceof UnknownPlan) return { kind: 'plan', id: error.id };
  return { kind: 'thread', reason: error instanceof Error ? error.message : String(error) };
}
