import { useEffect, useMemo } from 'react';

/**
 * Makes something that holds memory of the graphics card and disposes of it when `inputs` change
 * or the component goes. `make` may read nothing but `inputs`.
 */
export function useMade<T extends { dispose(): void }>(
  make: () => T,
  inputs: readonly unknown[],
): T {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caller names the inputs
  const made = useMemo(make, inputs);
  useEffect(() => () => made.dispose(), [made]);
  return made;
}
