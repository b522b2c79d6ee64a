import { Canvas, useFrame, useThree } from '@react-three/fiber';
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import './quiet';
import { HallObjects } from './HallObjects';
import { PALETTE } from './palette';
import { FrameJudge } from './quality/FrameJudge';
import { firstLevel, leaveLevel, QUALITY } from './quality/ladder';
import { FramePace } from './quality/pace';
import { probeWebGL } from './quality/webgl';
import { SceneBoundary } from './SceneBoundary';
import { followedVisitor, type HallSceneProps, type QualityLevel, type Unavailable } from './types';
import { unavailable } from './unavailable';
import { CAMERA, CameraRig, createCameraMemory } from './view/CameraRig';

/**
 * A floor plan and a recorded day in three dimensions. It draws the instant that the clock shows
 * and decides nothing. Fills its parent; fetches nothing.
 */
export function HallScene(props: HallSceneProps) {
  const { quality, clock, language, onQuality, onUnavailable } = props;
  const support = useMemo(probeWebGL, []);
  const [automatic, setAutomatic] = useState(() => firstLevel(support === 'software'));
  const level = quality === 'auto' ? automatic : quality;
  const settings = QUALITY[level];
  const playing = useSyncExternalStore(clock.subscribe, clock.playing, clock.playing);
  const memory = useMemo(createCameraMemory, []);

  useEffect(() => onQuality?.(level), [level, onQuality]);
  const report = useRef<(reason: Unavailable['kind'] | null, detail?: string) => void>(() => {});
  report.current = (reason, detail) =>
    onUnavailable?.(reason === null ? null : unavailable(reason, language, detail));
  useEffect(() => {
    if (support === 'none') report.current('missing');
  }, [support]);
  const onLost = useCallback((lost: boolean) => report.current(lost ? 'lost' : null), []);
  const onFailed = useCallback((error: Error) => report.current('failed', error.message), []);
  const tooSlow = useCallback((slow: QualityLevel) => {
    const next = leaveLevel(slow);
    setAutomatic((now) => (now === slow ? next : now));
  }, []);

  if (support === 'none') return null;
  const followed = followedVisitor(props);
  const dpr = Math.min(
    typeof window === 'undefined' ? 1 : Math.max(window.devicePixelRatio, 1),
    playing ? settings.playingDpr : settings.stillDpr,
    Math.sqrt(settings.mostPixels / screenArea()),
  );
  return (
    <SceneBoundary onFailed={onFailed}>
      <Canvas
        // Antialiasing and the shadow map belong to a canvas for life: another step, another canvas.
        key={settings.antialias ? 'fine' : 'plain'}
        flat
        shadows={settings.shadowMap ? 'percentage' : false}
        dpr={dpr}
        frameloop={playing && settings.everyMs === 0 ? 'always' : 'demand'}
        // Nothing shines through the hall: a picture without opacity need not be blended with the page.
        gl={{
          alpha: false,
          antialias: settings.antialias,
          powerPreference: 'high-performance',
          stencil: false,
        }}
        camera={CAMERA}
        style={{ touchAction: 'none', background: PALETTE.background }}
      >
        <CameraRig
          plan={props.plan}
          view={props.view}
          resetCount={props.resetCount ?? 0}
          memory={memory}
          away={followed !== null}
          shot={props.shot ?? null}
        />
        <HallObjects {...props} level={level} />
        {props.children}
        <Redraw clock={clock} onFirstFrame={props.onFirstFrame} onLost={onLost} inputs={props} />
        {playing && settings.everyMs > 0 && <Pace everyMs={settings.everyMs} />}
        {quality === 'auto' && <FrameJudge clock={clock} level={level} onTooSlow={tooSlow} />}
      </Canvas>
    </SceneBoundary>
  );
}

/** Has frames drawn at a pace: what the machine has beside them is left to the simulation. */
function Pace({ everyMs }: { everyMs: number }) {
  const invalidate = useThree((state) => state.invalidate);
  useEffect(() => {
    const pace = new FramePace(everyMs);
    let frame = requestAnimationFrame(function tick(nowMs) {
      if (pace.isDue(nowMs)) invalidate();
      frame = requestAnimationFrame(tick);
    });
    return () => cancelAnimationFrame(frame);
  }, [everyMs, invalidate]);
  return null;
}

/** CSS pixels that the page has room for. */
function screenArea(): number {
  return typeof window === 'undefined' ? 1 : Math.max(1, window.innerWidth * window.innerHeight);
}

/** Asks for a frame whenever what is shown has changed while time stands; minds the context. */
function Redraw(props: {
  clock: HallSceneProps['clock'];
  onFirstFrame: (() => void) | undefined;
  onLost: (lost: boolean) => void;
  inputs: unknown;
}) {
  const { clock, onFirstFrame, onLost, inputs } = props;
  const invalidate = useThree((state) => state.invalidate);
  const element = useThree((state) => state.gl.domElement);
  const drawn = useRef(false);
  // While time runs frames come by themselves.
  useEffect(
    () =>
      clock.subscribe(() => {
        if (!clock.playing()) invalidate();
      }),
    [clock, invalidate],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: any new input is drawn
  useEffect(() => invalidate(), [inputs, invalidate]);
  useEffect(() => {
    const lost = (event: Event) => {
      event.preventDefault();
      onLost(true);
    };
    const restored = () => {
      onLost(false);
      invalidate();
    };
    element.addEventListener('webglcontextlost', lost);
    element.addEventListener('webglcontextrestored', restored);
    return () => {
      element.removeEventListener('webglcontextlost', lost);
      element.removeEventListener('webglcontextrestored', restored);
    };
  }, [element, invalidate, onLost]);
  useFrame(() => {
    if (drawn.current) return;
    drawn.current = true;
    // After this frame has been put on the screen.
    requestAnimationFrame(() => onFirstFrame?.());
  });
  return null;
}
