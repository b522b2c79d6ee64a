import { useFrame } from '@react-three/fiber';
import { useMemo } from 'react';
import type { QualityLevel, SceneClock } from '../types';
import { FrameWatch, PATIENCE_MS } from './ladder';

/** Watches the frames while time runs and calls for a cheaper level when they take long. */
export function FrameJudge(props: {
  clock: SceneClock;
  level: QualityLevel;
  onTooSlow: (level: QualityLevel) => void;
}) {
  const { clock, level, onTooSlow } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new level is judged afresh
  const watch = useMemo(() => new FrameWatch(), [level]);
  useFrame((_, deltaS) => {
    if (!clock.playing()) {
      watch.reset();
      return;
    }
    const median = watch.frame(deltaS * 1000);
    if (median !== null && median > PATIENCE_MS[level]) onTooSlow(level);
  });
  return null;
}
