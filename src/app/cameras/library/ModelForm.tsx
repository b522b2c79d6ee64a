import { Button, Input, InputNumber, Modal, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fovOfSensor, SENSOR_FORMATS, type SensorFormat } from '../../../coverage/optics/sensor';
import { type CameraEntry, readCameraEntry } from '../../../scenarios/camera-library';
import type { Problem } from '../../../scenarios/problem';
import { inLanguage } from '../../../scenarios/text';
import { useTwin, useTwinState } from '../../context';
import { useLibrary } from '../hooks';

interface Fields {
  readonly id: string;
  readonly name: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly focalMm: number | null;
  readonly horizontalFovDeg: number | null;
  readonly verticalFovDeg: number | null;
  readonly source: string;
}

const fieldsOf = (entry: CameraEntry | null, id: string): Fields => ({
  id: entry?.id ?? id,
  name: entry?.name ?? '',
  width: entry?.resolutionPx[0] ?? 2560,
  height: entry?.resolutionPx[1] ?? 1440,
  focalMm: entry?.focalMm ?? null,
  horizontalFovDeg: entry?.horizontalFovDeg ?? null,
  verticalFovDeg: entry?.verticalFovDeg ?? null,
  source: entry?.source ?? '',
});

/** A model of the user's own, to be added or changed: what the data sheet prints. */
export function ModelForm(props: {
  /** The model to be changed; null: a new one. */
  readonly entry: CameraEntry | null;
  readonly onClose: () => void;
}) {
  const { entry, onClose } = props;
  const { t } = useTranslation();
  const { library } = useTwin();
  const models = useLibrary((state) => state.models);
  const [fields, setFields] = useState(() => fieldsOf(entry, freeId(models)));
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [sensor, setSensor] = useState<SensorFormat>('1/2.8');
  const set = (change: Partial<Fields>) => setFields((now) => ({ ...now, ...change }));
  const problemOf = (path: string) =>
    problems.filter((problem) => problem.path === path || problem.path.startsWith(`${path}[`));
  const save = () => {
    const { id, name, width, height, source, ...figures } = fields;
    // What is left empty is missing, not null.
    const given = Object.entries(figures).filter(([, value]) => value !== null);
    const { entry: read, problems: found } = readCameraEntry({
      id: id.trim(),
      name,
      ...(width === null || height === null ? {} : { resolutionPx: [width, height] }),
      ...Object.fromEntries(given),
      ...(source.trim() === '' ? {} : { source: source.trim() }),
    });
    const isTaken = read !== null && read.id !== entry?.id && models.some((m) => m.id === read.id);
    if (read === null || isTaken) {
      setProblems(isTaken ? [taken(read.id)] : found);
      return;
    }
    library.put(read);
    if (entry && entry.id !== read.id) library.remove(entry.id);
    onClose();
  };
  const compute = () => {
    const { focalMm, width, height } = fields;
    if (focalMm === null || width === null || height === null) return;
    const fov = fovOfSensor(sensor, focalMm, [width, height]);
    if (!fov) return;
    const tenth = (value: number) => Math.round(10 * value) / 10;
    set({
      horizontalFovDeg: tenth(fov.horizontalFovDeg),
      verticalFovDeg: tenth(fov.verticalFovDeg),
      source: '',
    });
  };
  const number = (
    key: keyof Fields & ('width' | 'height' | 'focalMm' | `${string}FovDeg`),
    unit: string,
  ) => (
    <InputNumber<number>
      id={`model-${key}`}
      aria-label={t(`library.field.${key}`)}
      value={fields[key]}
      suffix={unit}
      onChange={(value) => set({ [key]: value })}
    />
  );
  return (
    <Modal
      open
      title={t(entry ? 'library.changeTitle' : 'library.addTitle')}
      okText={t('library.save')}
      cancelText={t('library.cancel')}
      onOk={save}
      onCancel={onClose}
    >
      <div className="model-form">
        <Field id="model-name" label={t('library.field.name')} problems={problemOf('name')}>
          <Input
            id="model-name"
            value={fields.name}
            onChange={({ target }) => set({ name: target.value })}
          />
        </Field>
        <Field id="model-id" label={t('library.field.id')} problems={problemOf('id')}>
          <Input
            id="model-id"
            value={fields.id}
            onChange={({ target }) => set({ id: target.value })}
          />
        </Field>
        <Field
          id="model-width"
          label={t('library.field.resolution')}
          problems={problemOf('resolutionPx')}
        >
          <span className="model-pair">
            {number('width', 'px')}×{number('height', 'px')}
          </span>
        </Field>
        <Field
          id="model-horizontalFovDeg"
          label={t('library.field.angles')}
          problems={[...problemOf('horizontalFovDeg'), ...problemOf('verticalFovDeg')]}
        >
          <span className="model-pair">
            {number('horizontalFovDeg', '°')}×{number('verticalFovDeg', '°')}
          </span>
        </Field>
        <Field
          id="model-focalMm"
          label={t('library.field.focalMm')}
          problems={problemOf('focalMm')}
        >
          {number('focalMm', 'mm')}
        </Field>
        <Field id="model-sensor" label={t('library.field.sensor')} problems={[]}>
          <span className="model-pair">
            <Select
              id="model-sensor"
              value={sensor}
              options={SENSOR_FORMATS.map((value) => ({ value, label: `${value}"` }))}
              onChange={setSensor}
            />
            <Button disabled={fields.focalMm === null || fields.focalMm <= 0} onClick={compute}>
              {t('library.compute')}
            </Button>
          </span>
        </Field>
        <Field id="model-source" label={t('library.field.source')} problems={problemOf('source')}>
          <Input
            id="model-source"
            value={fields.source}
            placeholder={t('library.field.sourceAbout')}
            onChange={({ target }) => set({ source: target.value })}
          />
        </Field>
      </div>
    </Modal>
  );
}

function Field(props: {
  readonly id: string;
  readonly label: string;
  readonly problems: readonly Problem[];
  readonly children: ReactNode;
}) {
  const { id, label, problems, children } = props;
  const language = useTwinState((state) => state.language);
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <span>
        {children}
        {problems.map(({ path, message, remedy }) => (
          <small key={`${path} ${message.en}`} className="field-problem">
            {inLanguage(message, language)}
            {language === 'zh' ? '。' : '. '}
            {inLanguage(remedy, language)}
          </small>
        ))}
      </span>
    </>
  );
}

function freeId(models: readonly { readonly id: string }[]): string {
  const known = new Set(models.map(({ id }) => id));
  let number = 1;
  while (known.has(`own-${number}`)) number++;
  return `own-${number}`;
}

function taken(id: string): Problem {
  return {
    path: 'id',
    message: { zh: `编号 "${id}" 已有`, en: `There is a model "${id}" already` },
    remedy: { zh: '换一个编号', en: 'Give another id' },
  };
}
