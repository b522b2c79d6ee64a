import { CopyOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Alert, Button, InputNumber, Select } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { cameraProblems } from '../../coverage/camera-problems';
import type { CameraModel } from '../../coverage/library';
import type { Camera } from '../../coverage/optics/lens-of';
import type { FloorPlan } from '../../scenarios/floorplan';
import { inLanguage } from '../../scenarios/text';
import { useTwin, useTwinState } from '../context';
import { added, copied, withModel } from './hanging';
import { useCameras, useLibrary, usePickedCamera } from './hooks';

/** The cameras of the plan, and the picked one's place, direction and lens to the centimetre. */
export function CameraFields({ room }: { readonly room: FloorPlan }) {
  const { t } = useTranslation();
  const { cameras } = useTwin();
  const hung = useCameras((state) => state.history.cameras);
  const picked = usePickedCamera();
  const pick = (id: string) => cameras.store.setState({ camera: id });
  const hang = (next: readonly Camera[], id: string) => {
    cameras.hang(next);
    pick(id);
  };
  return (
    <section>
      <h3>{t('cameras.cameras', { count: hung.length })}</h3>
      <div className="camera-choice">
        <Select
          aria-label={t('cameras.picked')}
          value={picked?.camera.id ?? null}
          placeholder={t('cameras.pick')}
          options={hung.map(({ id }, i) => ({ value: id, label: `${i + 1} · ${id}` }))}
          showSearch
          popupMatchSelectWidth={false}
          onChange={pick}
        />
        <Button
          icon={<PlusOutlined />}
          title={t('cameras.add')}
          aria-label={t('cameras.add')}
          onClick={() => {
            const camera = added(room, hung);
            hang([...hung, camera], camera.id);
          }}
        />
        <Button
          icon={<CopyOutlined />}
          title={t('cameras.copy')}
          aria-label={t('cameras.copy')}
          disabled={!picked}
          onClick={() => {
            if (!picked) return;
            const camera = copied(picked.camera, hung);
            hang([...hung, camera], camera.id);
          }}
        />
        <Button
          icon={<DeleteOutlined />}
          title={t('cameras.remove')}
          aria-label={t('cameras.remove')}
          disabled={!picked}
          onClick={() => cameras.hang(hung.filter(({ id }) => id !== picked?.camera.id))}
        />
      </div>
      {picked && <PickedFields room={room} camera={picked.camera} number={picked.number} />}
    </section>
  );
}

/** Numbers of a camera that are changed one by one, with what they may be. */
const NUMBERS = [
  ['heightM', 'm', 0, 50, 0.1],
  ['yawDeg', '°', -360, 360, 1],
  ['pitchDeg', '°', -90, 90, 1],
  ['horizontalFovDeg', '°', 1, 360, 1],
  ['verticalFovDeg', '°', 1, 360, 1],
] as const;

function PickedFields(props: {
  readonly room: FloorPlan;
  readonly camera: Camera;
  readonly number: number;
}) {
  const { room, camera, number } = props;
  const { t } = useTranslation();
  const models = useLibrary((state) => state.models);
  const { cameras } = useTwin();
  // What is typed into a field between coming and going is one step to undo.
  const visits = useRef(0);
  const language = useTwinState((state) => state.language);
  const lens = useCameras((state) => state.settings.lens);
  const hung = useCameras((state) => state.history.cameras);
  const change = (next: Partial<Camera>, field: string) =>
    cameras.hang(
      hung.map((one) => (one.id === camera.id ? { ...one, ...next } : one)),
      `${field} ${camera.id} ${visits.current}`,
    );
  const problems = cameraProblems({ ...room, cameras: [camera] }, lens);
  const [x, y] = camera.at;
  const coordinate = (name: 'x' | 'y', value: number, at: (value: number) => Camera['at']) => (
    <InputNumber<number>
      aria-label={name}
      id={`camera-${name}`}
      value={value}
      step={0.05}
      precision={2}
      suffix="m"
      onChange={(next) => {
        if (next !== null) change({ at: at(next) }, name);
      }}
    />
  );
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only notes which field is being filled in */}
      <div
        className="camera-fields"
        onFocus={() => {
          visits.current++;
        }}
      >
        <label htmlFor="camera-model">{t('cameras.model')}</label>
        <Select
          id="camera-model"
          value={modelOf(camera, models)}
          placeholder={t('cameras.ownLens')}
          showSearch
          optionFilterProp="label"
          options={models.map(({ id, name }) => ({ value: id, label: name }))}
          popupMatchSelectWidth={false}
          onChange={(id) => {
            const model = models.find((one) => one.id === id);
            if (model) change(withModel(camera, model), 'model');
          }}
        />
        <label htmlFor="camera-x">x · y</label>
        <span className="camera-pair">
          {coordinate('x', x, (next) => [next, y])}
          {coordinate('y', y, (next) => [x, next])}
        </span>
        {NUMBERS.map(([field, unit, min, max, step]) => (
          <FieldRow key={field} name={t(`cameras.${field}`)} id={`camera-${field}`}>
            <InputNumber<number>
              id={`camera-${field}`}
              value={camera[field]}
              min={min}
              max={max}
              step={step}
              suffix={unit}
              onChange={(value) => {
                if (value !== null) change({ [field]: value }, field);
              }}
            />
          </FieldRow>
        ))}
        <label htmlFor="camera-width">{t('cameras.resolution')}</label>
        <span className="camera-pair">
          {([0, 1] as const).map((side) => (
            <InputNumber<number>
              key={side}
              id={side === 0 ? 'camera-width' : 'camera-height'}
              aria-label={t(side === 0 ? 'cameras.widthPx' : 'cameras.heightPx')}
              value={camera.resolutionPx[side]}
              min={1}
              precision={0}
              controls={false}
              onChange={(value) => {
                const [width, height] = camera.resolutionPx;
                if (value !== null)
                  change({ resolutionPx: side === 0 ? [value, height] : [width, value] }, 'px');
              }}
            />
          ))}
        </span>
      </div>
      {problems.map(({ path, message, remedy }) => (
        <Alert
          key={path}
          type="error"
          showIcon
          className="camera-problem"
          title={t('cameras.problem', { number, message: inLanguage(message, language) })}
          description={inLanguage(remedy, language)}
        />
      ))}
    </>
  );
}

function FieldRow(props: {
  readonly name: string;
  readonly id: string;
  readonly children: React.ReactNode;
}) {
  return (
    <>
      <label htmlFor={props.id}>{props.name}</label>
      {props.children}
    </>
  );
}

/** The model whose picture a camera has, if it is one of the library. */
function modelOf(camera: Camera, models: readonly CameraModel[]): string | null {
  const found = models.find(
    (model) =>
      model.horizontalFovDeg === camera.horizontalFovDeg &&
      model.verticalFovDeg === camera.verticalFovDeg &&
      model.resolutionPx[0] === camera.resolutionPx[0] &&
      model.resolutionPx[1] === camera.resolutionPx[1],
  );
  return found?.id ?? null;
}
