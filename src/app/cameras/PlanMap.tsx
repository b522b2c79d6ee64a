import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { PROFILES } from '../../coverage/profiles';
import { BODY_SIZES } from '../../coverage/space/people';
import type { FloorPlan, Point } from '../../scenarios/floorplan';
import { inLanguage } from '../../scenarios/text';
import { PlanRoom } from '../../scene/flat/PlanRoom';
import { SaveChart } from '../charts/save/SaveChart';
import { useTwin, useTwinState } from '../context';
import { BlindMarks } from './BlindMarks';
import { CameraMarks } from './CameraMarks';
import { ConeLayer } from './ConeLayer';
import { useCameras, useEmptyRoom, useEye, usePickedCamera } from './hooks';
import { PeopleMarks } from './PeopleMarks';
import { PlaneLayer } from './PlaneLayer';
import { PickupMark, SightLines, WindowMarks } from './WindowMarks';

/** Room about the plan, metres. */
const MARGIN_M = 0.7;

export interface PlanMapProps {
  readonly room: FloorPlan;
  /** For paper: nothing is picked and nothing can be moved. */
  readonly still?: boolean;
}

/** The hall from above: what cameras see, which windows are clear, and cameras to be dragged. */
export function PlanMap({ room, still = false }: PlanMapProps) {
  const { t } = useTranslation();
  const { cameras } = useTwin();
  const language = useTwinState((state) => state.language);
  const settings = useCameras((state) => state.settings);
  const plane = useCameras((state) => state.plane);
  const picked = usePickedCamera();
  const sight = useEmptyRoom(room);
  const eye = useEye(room, picked?.camera ?? null);
  const svg = useRef<SVGSVGElement>(null);
  const drawn = useMemo(() => <PlanRoom plan={room} language={language} />, [room, language]);
  const xs = room.outline.map(([x]) => x);
  const ys = room.outline.map(([, y]) => y);
  const left = Math.min(...xs) - MARGIN_M;
  const top = -Math.max(...ys) - MARGIN_M;
  const width = Math.max(...xs) + MARGIN_M - left;
  const height = -Math.min(...ys) + MARGIN_M - top;
  /** Where in the plan a pointer is, metres. */
  const placeOf = (event: { readonly clientX: number; readonly clientY: number }): Point => {
    const matrix = svg.current?.getScreenCTM();
    if (!matrix) return [0, 0];
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
    return [at.x, -at.y];
  };
  const label = t('cameras.map', { name: inLanguage(room.name, language) });
  const map = (
    <svg
      ref={svg}
      className={still ? 'camera-map still' : 'camera-map'}
      viewBox={`${left} ${top} ${width} ${height}`}
      role={still ? 'img' : 'group'}
      aria-label={label}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: empty floor; Escape does the same */}
      <g onClick={() => cameras.store.setState({ window: null })}>{drawn}</g>
      {settings.plane !== 'none' && plane && (
        <PlaneLayer plane={plane} edition={settings.edition} />
      )}
      <clipPath id="inside-hall">
        <polygon points={room.outline.map(([x, y]) => `${x},${-y}`).join(' ')} />
      </clipPath>
      {eye && !still && (
        <ConeLayer
          eye={eye}
          sight={sight}
          heightM={BODY_SIZES[settings.posture].faceM}
          pxPerM={PROFILES[settings.profile].face.pxPerM.value}
        />
      )}
      {settings.plane !== 'none' && plane && <BlindMarks blind={plane.blind} />}
      <PeopleMarks room={room} />
      {!still && <PickupMark room={room} />}
      {!still && <SightLines room={room} />}
      <WindowMarks room={room} />
      <CameraMarks room={room} placeOf={placeOf} />
    </svg>
  );
  if (still) return map;
  return (
    <div className="camera-map-frame chart-frame">
      {map}
      <SaveChart svg={svg} label={label} />
    </div>
  );
}
