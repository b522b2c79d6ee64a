import { Button, Checkbox, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { SUPPORTS } from '../../coverage/placement/places';
import { PROFILES } from '../../coverage/profiles';
import { PLACEMENT_WORDS, windowsOfTargets } from '../../report/placement-words';
import type { FloorPlan } from '../../scenarios/floorplan';
import { inLanguage } from '../../scenarios/text';
import type { PlaceAnswer, PlaceRequest } from '../../workers/coverage-api';
import { useTwin, useTwinState } from '../context';
import { Downloads } from '../Downloads';
import { placeSheet } from './camera-sheets';
import { useCameras, useLibrary, usePlacement } from './hooks';
import { PlaceProgress } from './PlaceProgress';

/** Models that may be tried at once: each is tried at every place. */
const MOST_MODELS = 12;
/** Heights that may be chosen besides those typed, metres. */
const HEIGHTS_M = [2.5, 2.6, 2.8, 3, 3.2];

/** The fewest cameras that make every window clear, and how that is known. */
export function PlacePanel({ room }: { readonly room: FloorPlan }) {
  const { t } = useTranslation();
  const { cameras, placement } = useTwin();
  const form = usePlacement((state) => state.form);
  const known = useLibrary((state) => state.models);
  const { status, progress, answer, asked, failure } = usePlacement((state) => state);
  const settings = useCameras((state) => state.settings);
  const heights = form.heightsM.filter((height) => height <= room.ceilingHeightM);
  const problem =
    room.windows.length === 0
      ? t('cameras.noWindows')
      : form.models.length === 0
        ? t('cameras.place.noModel')
        : form.supports.length === 0
          ? t('cameras.place.noSupport')
          : form.supports.includes('walls') && heights.length === 0
            ? t('cameras.place.noHeight', { ceiling: room.ceilingHeightM })
            : null;
  const ask = () => {
    const { profile, posture, queueing } = settings;
    const models = known.filter(({ id }) => form.models.includes(id));
    const { supports, stepM, times, spare } = form;
    void placement.ask({
      plan: room,
      models,
      supports,
      heightsM: heights,
      stepM,
      times,
      spare,
      profile,
      posture,
      queueing,
    });
  };
  return (
    <>
      <p className="quiet">{t('cameras.place.about')}</p>
      <div className="camera-fields">
        <label htmlFor="place-models">{t('cameras.place.models')}</label>
        <Select
          id="place-models"
          mode="multiple"
          value={[...form.models]}
          maxCount={MOST_MODELS}
          options={known.map(({ id, name }) => ({ value: id, label: name }))}
          optionFilterProp="label"
          popupMatchSelectWidth={false}
          onChange={(models) => placement.set({ models })}
        />
        <label htmlFor="place-heights">{t('cameras.place.heights')}</label>
        <Select
          id="place-heights"
          mode="tags"
          value={form.heightsM.map(String)}
          options={HEIGHTS_M.map((height) => ({ value: String(height), label: `${height} m` }))}
          tokenSeparators={[',', '，', ' ']}
          onChange={(values: string[]) => {
            const heightsM = [...new Set(values.map(Number))]
              .filter((height) => height >= 0.5 && height <= 50)
              .sort((a, b) => a - b);
            placement.set({ heightsM });
          }}
        />
        <span>{t('cameras.place.on')}</span>
        <Checkbox.Group
          value={[...form.supports]}
          options={SUPPORTS.map((value) => ({ value, label: t(`cameras.place.on.${value}`) }))}
          onChange={(supports) =>
            placement.set({ supports: SUPPORTS.filter((one) => supports.includes(one)) })
          }
        />
        <label htmlFor="place-step">{t('cameras.place.step')}</label>
        <InputNumber<number>
          id="place-step"
          value={form.stepM}
          min={0.25}
          max={20}
          step={0.25}
          suffix="m"
          onChange={(stepM) => {
            if (stepM !== null) placement.set({ stepM });
          }}
        />
        <label htmlFor="place-times">{t('cameras.place.times')}</label>
        <Select
          id="place-times"
          value={form.times}
          options={[1, 2, 3].map((value) => ({ value, label: t(`cameras.place.times.${value}`) }))}
          onChange={(times) => placement.set({ times })}
        />
        <label htmlFor="place-spare">{t('cameras.place.spare')}</label>
        <InputNumber<number>
          id="place-spare"
          value={form.spare}
          min={0}
          max={20}
          precision={0}
          onChange={(spare) => {
            if (spare !== null) placement.set({ spare });
          }}
        />
      </div>
      <p className="result-actions">
        <Button
          type="primary"
          disabled={problem !== null}
          loading={status === 'working'}
          onClick={ask}
        >
          {t('cameras.place.ask')}
        </Button>
        {status === 'working' && (
          <Button onClick={() => placement.cancel()}>{t('cameras.place.cancel')}</Button>
        )}
      </p>
      {status === 'working' && <PlaceProgress progress={progress} />}
      {problem !== null && <p className="field-problem">{problem}</p>}
      {failure !== null && (
        <p className="field-problem">{t('cameras.failed', { reason: failure })}</p>
      )}
      {answer && asked && asked.plan === room && (
        <Answer
          answer={answer}
          asked={asked}
          onHang={() => {
            cameras.hang(answer.cameras.map(({ camera }) => camera));
            cameras.store.setState({ camera: answer.cameras[0]?.camera.id ?? null });
          }}
        />
      )}
    </>
  );
}

function Answer(props: {
  readonly answer: PlaceAnswer;
  readonly asked: PlaceRequest;
  readonly onHang: () => void;
}) {
  const { answer, asked, onHang } = props;
  const { t } = useTranslation();
  const language = useTwinState((state) => state.language);
  const words = PLACEMENT_WORDS[language];
  const now = useCameras((state) => state.history.cameras.length);
  const open = answer.windows.filter(({ verdict }) => verdict !== 'clear').map(({ id }) => id);
  const profile = inLanguage(PROFILES[asked.profile].name, language);
  return (
    <section className="placement">
      <p className="answer" data-met={answer.uncoverable.length === 0 ? 'yes' : 'no'}>
        {words.answer(answer, asked.times, profile)}
        <small>{t('cameras.place.now', { count: now })}</small>
      </p>
      <p>{words.proof(answer)}</p>
      {answer.spare && <p>{words.spare(answer.cameras.length - answer.count, answer.spare)}</p>}
      {answer.uncoverable.length > 0 && (
        <p className="broken">
          {words.uncoverable(
            windowsOfTargets(
              answer.uncoverable.map(({ id }) => id),
              language,
            ),
            asked.times,
          )}{' '}
          {t('cameras.place.mounts')}
        </p>
      )}
      <p>
        {open.length === 0
          ? t('cameras.place.checked')
          : t('cameras.place.unmet', { windows: open.join(' ') })}
      </p>
      <p className="result-actions">
        <Button type="primary" onClick={onHang} disabled={answer.cameras.length === 0}>
          {t('cameras.place.hang', { count: answer.cameras.length })}
        </Button>
        <span className="quiet">{t('cameras.place.hangAbout')}</span>
      </p>
      <table className="sheet">
        <thead>
          <tr>
            <th>{t('cameras.camera')}</th>
            <th>{t('cameras.model')}</th>
            <th>{t('cameras.place.on')}</th>
            <th className="figure">x</th>
            <th className="figure">y</th>
            <th className="figure">{t('cameras.heightM')}</th>
            <th>{t('cameras.place.covers')}</th>
          </tr>
        </thead>
        <tbody>
          {answer.cameras.map(({ camera, model, support, purpose, covers }) => (
            <tr key={camera.id}>
              <th scope="row">{camera.id}</th>
              <td>{model.name}</td>
              <td>{words.support[support]}</td>
              <td className="figure">{camera.at[0].toFixed(2)}</td>
              <td className="figure">{camera.at[1].toFixed(2)}</td>
              <td className="figure">{camera.heightM.toFixed(2)}</td>
              <td>{purpose === 'floor' ? words.floor : windowsOfTargets(covers, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Downloads
        name={`${asked.plan.id}-fewest-cameras`}
        sheets={() => [placeSheet(answer, asked, language, t)]}
      />
    </section>
  );
}
