import { InputNumber, Segmented, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { classDistances, pxPerMAt } from '../../../coverage/optics/distances';
import {
  type Fov,
  fovOfSensor,
  SENSOR_FORMATS,
  SENSOR_PROVENANCE,
  type SensorFormat,
} from '../../../coverage/optics/sensor';
import { EDITION_IDS, EDITIONS } from '../../../coverage/optics/standards';
import { useTwinState } from '../../context';
import { Downloads } from '../../Downloads';
import { ProvenanceTag } from '../../panel/ProvenanceTag';
import { useLibrary } from '../hooks';
import { opticsSheet } from './optics-sheet';
import { WedgeDrawing } from './WedgeDrawing';
import './optics.css';

type Way = 'printed' | 'sensor';

/** What a camera's angles mean for the classes of the standard. */
export function OpticsPanel() {
  const { t } = useTranslation();
  const language = useTwinState((state) => state.language);
  const models = useLibrary((state) => state.models);
  const [way, setWay] = useState<Way>('printed');
  const [model, setModel] = useState<string | null>(models[0]?.id ?? null);
  const [width, setWidth] = useState(models[0]?.resolutionPx[0] ?? 2560);
  const [height, setHeight] = useState(models[0]?.resolutionPx[1] ?? 1440);
  const [printed, setPrinted] = useState<Fov>({
    horizontalFovDeg: models[0]?.horizontalFovDeg ?? 90,
    verticalFovDeg: models[0]?.verticalFovDeg ?? 50,
  });
  const [sensor, setSensor] = useState<SensorFormat>('1/2.8');
  const [focalMm, setFocalMm] = useState(2.8);
  const [atM, setAtM] = useState(5);
  const fov = useMemo(
    () => (way === 'printed' ? printed : fovOfSensor(sensor, focalMm, [width, height])),
    [way, printed, sensor, focalMm, width, height],
  );
  const number = (
    id: string,
    value: number,
    [min, max, step]: readonly [number, number, number],
    unit: string,
    onChange: (value: number) => void,
  ) => (
    <InputNumber<number>
      id={`optics-${id}`}
      value={value}
      min={min}
      max={max}
      step={step}
      suffix={unit}
      onChange={(next) => {
        if (next === null) return;
        setModel(null);
        onChange(next);
      }}
    />
  );
  return (
    <section className="optics" aria-label={t('optics.title')}>
      <div>
        <p className="quiet">{t('optics.about')}</p>
        <div className="camera-fields">
          <label htmlFor="optics-model">{t('optics.model')}</label>
          <Select
            id="optics-model"
            value={model}
            placeholder={t('optics.free')}
            showSearch
            optionFilterProp="label"
            options={models.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id) => {
              const found = models.find((one) => one.id === id);
              if (!found) return;
              setModel(id);
              setWay('printed');
              setPrinted(found);
              setWidth(found.resolutionPx[0]);
              setHeight(found.resolutionPx[1]);
            }}
          />
          <label htmlFor="optics-width">{t('cameras.resolution')}</label>
          <span className="camera-pair">
            {number('width', width, [1, 100_000, 1], 'px', setWidth)}
            {number('height', height, [1, 100_000, 1], 'px', setHeight)}
          </span>
          <span>{t('optics.angles')}</span>
          <Segmented<Way>
            aria-label={t('optics.angles')}
            value={way}
            onChange={setWay}
            options={(['printed', 'sensor'] as const).map((value) => ({
              value,
              label: t(`optics.angles.${value}`),
            }))}
          />
          {way === 'printed' ? (
            <>
              <label htmlFor="optics-hfov">{t('cameras.horizontalFovDeg')}</label>
              {number('hfov', printed.horizontalFovDeg, [0.1, 359.9, 1], '°', (value) =>
                setPrinted({ ...printed, horizontalFovDeg: value }),
              )}
              <label htmlFor="optics-vfov">{t('cameras.verticalFovDeg')}</label>
              {number('vfov', printed.verticalFovDeg, [0.1, 359.9, 1], '°', (value) =>
                setPrinted({ ...printed, verticalFovDeg: value }),
              )}
            </>
          ) : (
            <>
              <label htmlFor="optics-sensor">
                {t('optics.sensor')} <ProvenanceTag provenance={SENSOR_PROVENANCE} />
              </label>
              <Select
                id="optics-sensor"
                value={sensor}
                options={SENSOR_FORMATS.map((value) => ({ value, label: `${value}"` }))}
                onChange={setSensor}
              />
              <label htmlFor="optics-focal">{t('optics.focal')}</label>
              {number('focal', focalMm, [0.1, 5000, 0.1], 'mm', setFocalMm)}
            </>
          )}
          <label htmlFor="optics-at">{t('optics.at')}</label>
          <InputNumber<number>
            id="optics-at"
            value={atM}
            min={0.1}
            max={1000}
            step={0.5}
            suffix="m"
            onChange={(value) => {
              if (value !== null) setAtM(value);
            }}
          />
        </div>
        {fov ? (
          <OpticsFigures fov={fov} widthPx={width} atM={atM} />
        ) : (
          <p className="field-problem">{t('optics.tooShort')}</p>
        )}
      </div>
      {fov && (
        <div>
          <WedgeDrawing fovDeg={fov.horizontalFovDeg} widthPx={width} atM={atM} />
          {EDITION_IDS.map((edition) => {
            const distances = classDistances({
              widthPx: width,
              horizontalFovDeg: fov.horizontalFovDeg,
            })[edition];
            return (
              <table key={edition} className="sheet optics-table">
                <thead>
                  <tr>
                    <th>
                      {EDITIONS[edition].name}{' '}
                      <ProvenanceTag provenance={EDITIONS[edition].provenance} />
                    </th>
                    <th className="figure">px/m</th>
                    <th className="figure">{t('optics.lens')}</th>
                    <th className="figure">{t('optics.flat')}</th>
                  </tr>
                </thead>
                <tbody>
                  {EDITIONS[edition].classes.map(({ id, name, pxPerM }) => (
                    <tr key={id}>
                      <th scope="row">{name[language]}</th>
                      <td className="figure">{pxPerM}</td>
                      <td className="figure">{metres(distances[id]?.lens ?? null)}</td>
                      <td className="figure">{metres(distances[id]?.flat ?? null)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            );
          })}
          <Downloads
            name="optics"
            printable={false}
            sheets={() => [
              opticsSheet({ fov, widthPx: width, heightPx: height, atM }, language, t),
            ]}
          />
        </div>
      )}
    </section>
  );
}

const metres = (value: number | null) =>
  value === null ? '–' : `${value.toFixed(value < 10 ? 2 : 1)} m`;

/** Angles, and the density at the distance that is asked for. */
function OpticsFigures(props: {
  readonly fov: Fov;
  readonly widthPx: number;
  readonly atM: number;
}) {
  const { fov, widthPx, atM } = props;
  const { t } = useTranslation();
  const { lens, flat } = pxPerMAt({ widthPx, horizontalFovDeg: fov.horizontalFovDeg }, atM);
  return (
    <p className="answer">
      {t('optics.fov', {
        horizontal: fov.horizontalFovDeg.toFixed(1),
        vertical: fov.verticalFovDeg.toFixed(1),
      })}
      <small>
        {t('optics.density', {
          at: atM,
          lens: lens.toFixed(0),
          flat: flat === null ? '–' : flat.toFixed(0),
        })}
      </small>
    </p>
  );
}
