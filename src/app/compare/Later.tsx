import { type ReactNode, startTransition, useEffect, useState } from 'react';

/** Between one turn and the next, ms. */
const TURN_MS = 60;

/**
 * Shows a value a few turns after it has come, so that several heavy pictures of the same are not
 * all drawn in one go; nothing stands there before the first.
 */
export function Later<T>(props: {
  readonly value: T;
  readonly turn: number;
  readonly children: (value: T) => ReactNode;
}) {
  const { value, turn, children } = props;
  const [shown, setShown] = useState<{ readonly value: T } | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setShown({ value })), turn * TURN_MS);
    return () => clearTimeout(timer);
  }, [value, turn]);
  return shown === null ? <div className="compare-chart" /> : children(shown.value);
}
