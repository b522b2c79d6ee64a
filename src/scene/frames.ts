import { addAfterEffect, invalidate } from '@react-three/fiber';

/**
 * Hears of every frame that is drawn, while the pictures of all halls can still be read off their
 * canvases; returns how to stop hearing.
 */
export function afterEachFrame(listener: () => void): () => void {
  return addAfterEffect(listener);
}

/** Has everything that stands still drawn once more. */
export function drawOnce(): void {
  invalidate();
}
