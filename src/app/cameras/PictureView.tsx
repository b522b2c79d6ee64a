import { MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type PointerEvent, useEffect, useMemo, useRef, useState, type WheelEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Eye } from '../../coverage/eye';
import { PROJECTIONS } from '../../coverage/optics/lens-of';
import { scaleOf } from '../../coverage/optics/picture';
import type { FloorPlan } from '../../scenarios/floorplan';
import { CameraPicture } from '../../scene/camera-picture/CameraPicture';
import type { PictureLens, StillPerson } from '../../scene/camera-picture/types';
import type { Unavailable } from '../../scene/types';
import { useTwin, useTwinState } from '../context';
import { useSize } from '../useSize';
import { useCameras, useEye, usePickedCamera } from './hooks';
import { PictureMarks } from './PictureMarks';
import { moved, regionOf, WHOLE, type Zoom, zoomed } from './picture-zoom';

/** The picture of the picked camera as it would look, with the targets of the picked window in it. */
export function PictureView({ room }: { readonly room: FloorPlan }) {
  const { t } = useTranslation();
  const picked = usePickedCamera();
  const eye = useEye(room, picked?.camera ?? null);
  if (!picked) return <p className="picture-message">{t('cameras.picture.none')}</p>;
  if (!eye) return <p className="picture-message">{t('cameras.picture.cannot')}</p>;
  return <Picture room={room} eye={eye} number={picked.number} />;
}

function Picture(props: { readonly room: FloorPlan; readonly eye: Eye; readonly number: number }) {
  const { room, eye, number } = props;
  const { t } = useTranslation();
  const { clock } = useTwin();
  const language = useTwinState((state) => state.language);
  const day = useTwinState((state) => state.day.timeline);
  const tab = useCameras((state) => state.tab);
  const model = useCameras((state) => state.settings.lens);
  const people = useCameras((state) => state.inspection?.people);
  const [frame, size] = useSize<HTMLDivElement>();
  const [zoom, setZoom] = useState<Zoom>(WHOLE);
  const [unavailable, setUnavailable] = useState<Unavailable | null>(null);
  const drag = useRef<{ x: number; y: number } | null>(null);
  const { camera } = eye;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another camera is seen whole at first
  useEffect(() => setZoom(WHOLE), [camera.id]);
  const lens = useMemo((): PictureLens => {
    const { focalPx } = scaleOf(PROJECTIONS[model], camera);
    const widest = Math.max(180, camera.horizontalFovDeg, camera.verticalFovDeg);
    return {
      projection: model,
      resolutionPx: eye.lens.resolutionPx,
      focalPx,
      circle:
        model === 'pinhole'
          ? Number.MAX_SAFE_INTEGER
          : PROJECTIONS[model].radius((widest / 360) * Math.PI),
      ray: eye.lens.ray,
    };
  }, [eye, model, camera]);
  const bare = useMemo(() => ({ ...room, cameras: [] }), [room]);
  const still = useMemo(
    () =>
      (people ?? []).map(({ owner, at, posture }): StillPerson => {
        const window = room.windows.find(({ id }) => id === owner.id);
        const staff = owner.kind === 'clerk';
        return {
          id: `${owner.kind} ${owner.id}`,
          at,
          facingDeg: window ? window.facingDeg + (staff ? 0 : 180) : 90,
          seated: posture === 'seated',
          staff,
        };
      }),
    [people, room],
  );
  const [width, height] = eye.lens.resolutionPx;
  const scale = Math.min(size.width / width, size.height / height);
  const box = { width: Math.floor(scale * width), height: Math.floor(scale * height) };
  const region = useMemo(() => regionOf(zoom, [width, height]), [zoom, width, height]);
  const byWheel = (event: WheelEvent) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const at = [(event.clientX - left) / box.width, (event.clientY - top) / box.height] as const;
    setZoom((now) => zoomed(now, Math.exp(-event.deltaY / 300), at));
  };
  const byDrag = (event: PointerEvent) => {
    if (!drag.current) return;
    const by = [
      (event.clientX - drag.current.x) / box.width,
      (event.clientY - drag.current.y) / box.height,
    ] as const;
    drag.current = { x: event.clientX, y: event.clientY };
    setZoom((now) => moved(now, by));
  };
  return (
    <div className="picture-frame" ref={frame}>
      {box.width > 0 && box.height > 0 && (
        <div
          className="camera-picture"
          style={box}
          onWheel={byWheel}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            drag.current = { x: event.clientX, y: event.clientY };
          }}
          onPointerMove={byDrag}
          onPointerUp={() => {
            drag.current = null;
          }}
        >
          <CameraPicture
            plan={bare}
            timeline={tab === 'day' ? day : null}
            clock={clock}
            people={still}
            language={language}
            pose={eye.pose}
            lens={lens}
            region={region}
            onUnavailable={setUnavailable}
          />
          <PictureMarks room={room} eye={eye} region={region} />
        </div>
      )}
      {unavailable && <p className="picture-message">{unavailable.message}</p>}
      <span className="picture-caption">
        {t('cameras.picture.caption', { number, width, height })}
        {zoom.factor > 1 && ` · × ${zoom.factor.toFixed(1)}`}
      </span>
      <span className="picture-zoom">
        <Button
          icon={<PlusOutlined />}
          aria-label={t('cameras.picture.closer')}
          title={t('cameras.picture.closer')}
          onClick={() => setZoom((now) => zoomed(now, 1.6, [0.5, 0.5]))}
        />
        <Button
          icon={<MinusOutlined />}
          aria-label={t('cameras.picture.wider')}
          title={t('cameras.picture.wider')}
          disabled={zoom.factor === 1}
          onClick={() => setZoom((now) => zoomed(now, 1 / 1.6, [0.5, 0.5]))}
        />
      </span>
    </div>
  );
}
