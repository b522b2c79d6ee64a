import { Canvas, useFrame, useThree } from '@react-three/fiber';
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Crowd } from '../sim/hall/timeline';
import { Floor, Ground } from './model/Floor';
import { Room, UpperWalls } from './model/Room';
import { PALETTE } from './palette';
import { People } from './people/People';
import { Picker } from './pick/Picker';
import { SelectionMark } from './pick/SelectionMark';
import { pickBoxes } from './pick/targets';
import { FrameJudge } from './quality/FrameJudge';
import { QUALITY, stepDown } from './quality/ladder';
import { probeWebGL } from './quality/webgl';
import { SceneBoundary } from './SceneBoundary';
import { Displays, Signs } from './text/Writing';
import { type HallSceneProps, type QualityLevel, selectionKey, type Unavailable } from './types';
import { unavailable } from './unavailable';
import { CAMERA, type CameraMemory, CameraRig, createCameraMemory } from './view/CameraRig';
import { Light } from './view/Light';

/**
 * A floor plan and a recorded day in three dimensions. It draws the instant that the clock shows
 * and decides nothing. Fills its parent; fetches nothing.
 */
export function HallScene(props: HallSceneProps) {
  const { quality, clock, language, onQuality, onUnavailable } = props;
  const support = useMemo(probeWebGL, []);
  const [automatic, setAutomatic] = useState<QualityLevel>(support === 'software' ? 'low' : 'high');
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
    setAutomatic((now) => (now === slow ? (stepDown(slow) ?? slow) : now));
  }, []);

  if (support === 'none') return null;
  const dpr = Math.min(
    typeof window === 'undefined' ? 1 : Math.max(window.devicePixelRatio, 1),
    playing ? settings.playingDpr : settings.stillDpr,
  );
  return (
    <SceneBoundary onFailed={onFailed}>
      <Canvas
        // Antialiasing and the shadow map belong to a canvas for life: another step, another canvas.
        key={settings.antialias ? 'fine' : 'plain'}
        flat
        shadows={settings.shadowMap ? 'percentage' : false}
        dpr={dpr}
        frameloop={playing ? 'always' : 'demand'}
        gl={{ antialias: settings.antialias, powerPreference: 'high-performance', stencil: false }}
        camera={CAMERA}
        style={{ touchAction: 'none', background: PALETTE.background }}
      >
        <Scene {...props} level={level} memory={memory} onLost={onLost} />
        {quality === 'auto' && <FrameJudge clock={clock} level={level} onTooSlow={tooSlow} />}
      </Canvas>
    </SceneBoundary>
  );
}

/** What is inside the canvas; needs no browser but a canvas to paint on. */
export function Scene(
  props: HallSceneProps & {
    level: QualityLevel;
    memory: CameraMemory;
    onLost: (lost: boolean) => void;
  },
) {
  const { plan, timeline, clock, view, selection, onSelect, language, level, memory } = props;
  const settings = QUALITY[level];
  const crowd = useRef<Crowd | null>(null);
  const boxes = useMemo(() => pickBoxes(plan), [plan]);
  return (
    <>
      <color attach="background" args={[PALETTE.background]} />
      <Light plan={plan} shadows={settings.shadowMap} />
      <CameraRig plan={plan} view={view} resetCount={props.resetCount ?? 0} memory={memory} />
      <Ground plan={plan} />
      <Floor
        plan={plan}
        language={language}
        pixelsPerMetre={settings.floorPixelsPerMetre}
        anisotropy={settings.anisotropy}
        shadows={settings.shadowMap}
      />
      <Room plan={plan} view={view} shadows={settings.shadowMap} />
      <UpperWalls plan={plan} view={view} shadows={settings.shadowMap} />
      <Signs plan={plan} language={language} view={view} anisotropy={settings.anisotropy} />
      <People
        plan={plan}
        timeline={timeline}
        clock={clock}
        sides={settings.bodySides}
        shadows={settings.shadowMap}
        crowdRef={crowd}
      />
      <Displays
        plan={plan}
        timeline={timeline}
        clock={clock}
        language={language}
        view={view}
        anisotropy={settings.anisotropy}
      />
      {selection !== null && (
        <SelectionMark
          key={selectionKey(selection)}
          plan={plan}
          timeline={timeline}
          boxes={boxes}
          crowdRef={crowd}
          selection={selection}
          language={language}
        />
      )}
      <Picker boxes={boxes} crowdRef={crowd} onSelect={onSelect} />
      <Redraw
        clock={clock}
        onFirstFrame={props.onFirstFrame}
        onLost={props.onLost}
        inputs={props}
      />
    </>
  );
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
  useEffect(() => clock.subscribe(() => invalidate()), [clock, invalidate]);
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
