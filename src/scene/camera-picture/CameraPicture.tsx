import { Canvas, useThree } from '@react-three/fiber';
import { useEffect, useMemo, useRef } from 'react';
import '../quiet';
import type { FloorPlan } from '../../scenarios/floorplan';
import type { Language } from '../../scenarios/text';
import type { Timeline } from '../../sim/hall/timeline';
import { probeWebGL } from '../quality/webgl';
import { SceneBoundary } from '../SceneBoundary';
import type { SceneClock, Unavailable } from '../types';
import { unavailable } from '../unavailable';
import { LensPass } from './LensPass';
import { Surroundings } from './Surroundings';
import type { PictureLens, PicturePose, PictureRegion, StillPerson } from './types';

export interface CameraPictureProps {
  /** Without the camera itself, which would look into its own housing. */
  readonly plan: FloorPlan;
  /** A recorded day, shown at the clock's time; null shows `people` instead. */
  readonly timeline: Timeline | null;
  readonly clock: SceneClock;
  readonly people: readonly StillPerson[];
  readonly language: Language;
  readonly pose: PicturePose;
  readonly lens: PictureLens;
  /** The part that is shown, of the same proportions as the element. */
  readonly region: PictureRegion;
  /** Hears why nothing can be drawn, and null when it can again. */
  readonly onUnavailable?: (reason: Unavailable | null) => void;
}

/** While time runs the picture is renewed this often, ms: as surveillance cameras do. */
const PERIOD_MS = 100;

/** The hall as a surveillance camera shows it: through its lens, in its own pixels. */
export function CameraPicture(props: CameraPictureProps) {
  const { plan, timeline, clock, people, language, pose, lens, region } = props;
  const support = useMemo(probeWebGL, []);
  const report = useRef<(reason: Unavailable['kind'] | null, detail?: string) => void>(() => {});
  report.current = (reason, detail) =>
    props.onUnavailable?.(reason === null ? null : unavailable(reason, language, detail));
  useEffect(() => {
    if (support === 'none') report.current('missing');
  }, [support]);
  if (support === 'none') return null;
  return (
    <SceneBoundary onFailed={(error) => report.current('failed', error.message)}>
      <Canvas
        flat
        linear
        dpr={support === 'software' ? 1 : [1, 2]}
        frameloop="demand"
        gl={{ antialias: false, powerPreference: 'high-performance', stencil: false }}
        style={{ background: '#000' }}
      >
        <Surroundings
          plan={plan}
          timeline={timeline}
          clock={clock}
          people={people}
          language={language}
        />
        <LensPass pose={pose} lens={lens} region={region} />
        <Renewal
          clock={clock}
          inputs={props}
          onLost={(lost) => report.current(lost ? 'lost' : null)}
        />
      </Canvas>
    </SceneBoundary>
  );
}

/** Asks for a frame when time or anything else has changed; minds the context. */
function Renewal(props: {
  readonly clock: SceneClock;
  readonly inputs: unknown;
  readonly onLost: (lost: boolean) => void;
}) {
  const { clock, inputs, onLost } = props;
  const invalidate = useThree((state) => state.invalidate);
  const element = useThree((state) => state.gl.domElement);
  const lost = useRef(onLost);
  lost.current = onLost;
  useEffect(() => {
    let drawnAt = Number.NEGATIVE_INFINITY;
    return clock.subscribe(() => {
      const now = performance.now();
      if (clock.playing() && now - drawnAt < PERIOD_MS) return;
      drawnAt = now;
      invalidate();
    });
  }, [clock, invalidate]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: any new input is drawn
  useEffect(() => invalidate(), [inputs, invalidate]);
  useEffect(() => {
    const lose = (event: Event) => {
      event.preventDefault();
      lost.current(true);
    };
    const restore = () => {
      lost.current(false);
      invalidate();
    };
    element.addEventListener('webglcontextlost', lose);
    element.addEventListener('webglcontextrestored', restore);
    return () => {
      element.removeEventListener('webglcontextlost', lose);
      element.removeEventListener('webglcontextrestored', restore);
    };
  }, [element, invalidate]);
  return null;
}
