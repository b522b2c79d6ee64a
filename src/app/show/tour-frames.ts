import type { Tours } from './tours';

/** Lets frames move a tour while one is shown; returns how to stop. */
export function driveToursByFrames(tours: Tours): () => void {
  let frame = 0;
  const loop = (now: number) => {
    tours.tick(now);
    frame = tours.store.getState().shown?.running ? requestAnimationFrame(loop) : 0;
  };
  const stop = tours.store.subscribe(({ shown }) => {
    if (shown?.running && frame === 0) frame = requestAnimationFrame(loop);
  });
  return () => {
    stop();
    cancelAnimationFrame(frame);
  };
}
