import { Alert, Button, Segmented, Select } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SceneView } from '../../scene/types';
import type { Variant as Subject } from '../../sim/experiments/evaluator';
import { useTwin } from '../context';
import { clockTime } from '../format';
import { driveByFrames } from '../playback/clock';
import { CaptureButtons } from '../show/CaptureButtons';
import { checkForm } from './check-form';
import { DuoHall } from './DuoHall';
import { DuoTransport, LargestDifference } from './DuoTransport';
import { useCompare, useDuo, useNames } from './hooks';
import type { VariantForm } from './variant-form';

/** Two variants on the same visitors' day, at the same simulated time. */
export function DuoView() {
  const { t } = useTranslation();
  const { compare } = useTwin();
  const { duo } = compare;
  const forms = useCompare((state) => state.forms);
  const seed = useCompare((state) => state.seed);
  const names = useNames();
  const [chosen, setChosen] = useState<readonly [number, number]>([0, 1]);
  const [view, setView] = useState<SceneView>('orbit');
  const { status, days, reason } = useDuo((state) => state);
  const places = chosen.map((place, side) => (place < forms.length ? place : side));
  const [left, right] = [useSubject(forms[places[0]!], seed), useSubject(forms[places[1]!], seed)];
  useEffect(() => {
    if (left && right) void duo.show(left, right);
  }, [duo, left, right]);
  useEffect(() => {
    const rest = driveByFrames(duo.clock);
    return () => {
      rest();
      duo.close();
    };
  }, [duo]);
  const choose = (side: 0 | 1, place: number) =>
    setChosen(side === 0 ? [place, places[1]!] : [places[0]!, place]);
  const impossible = [left, right].indexOf(null);
  return (
    <div className="compare-duo">
      <div className="compare-duo-choice">
        {([0, 1] as const).map((side) => (
          <Select<number>
            key={side}
            aria-label={t(side === 0 ? 'compare.duo.left' : 'compare.duo.right')}
            value={places[side]!}
            popupMatchSelectWidth={false}
            options={names.map((name, i) => ({
              value: i,
              label: t('compare.duo.option', { letter: String.fromCharCode(65 + i), name }),
            }))}
            onChange={(place) => choose(side, place)}
          />
        ))}
        <Segmented<SceneView>
          aria-label={t('stage.view')}
          value={view}
          onChange={setView}
          options={[
            { value: 'orbit', label: t('stage.orbit') },
            { value: 'top', label: t('stage.top') },
          ]}
        />
        {days && <LargestDifference days={days} clock={duo.clock} places={places} />}
        {days && <DuoCapture names={places.map((place) => names[place] ?? '')} />}
        {status === 'working' && (
          <span className="quiet" role="status">
            {t('compare.duo.recording')}
          </span>
        )}
      </div>
      {impossible >= 0 && forms.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('compare.duo.impossible', {
            letter: String.fromCharCode(65 + places[impossible]!),
          })}
        />
      )}
      {status === 'failed' && (
        <Alert
          type="error"
          showIcon
          title={t('compare.duo.failed')}
          description={t('notice.threadReason', { reason })}
          action={
            <Button onClick={() => left && right && void duo.show(left, right)}>
              {t('notice.retry')}
            </Button>
          }
        />
      )}
      {days && (
        <>
          <div className="compare-duo-halls">
            {([0, 1] as const).map((side) => (
              <DuoHall
                key={side}
                day={days[side]}
                clock={duo.clock}
                index={places[side]!}
                name={names[places[side]!] ?? ''}
                view={view}
              />
            ))}
          </div>
          <DuoTransport days={days} clock={duo.clock} places={places} />
        </>
      )}
    </div>
  );
}

/** Pictures of both halls. */
function DuoCapture({ names }: { readonly names: readonly string[] }) {
  const { t } = useTranslation();
  const { compare } = useTwin();
  const writing = () => ({
    hall: names.join(t('capture.beside')),
    time: clockTime(compare.duo.clock.timeUs()),
    caption: '',
    note: t('capture.note'),
  });
  return <CaptureButtons place="compare" name="compare" writing={writing} />;
}

/** What is to be recorded of a variant; the same object while nothing of it that counts changes. */
function useSubject(form: VariantForm | undefined, seed: number): Subject | null {
  const scenario = form ? checkForm(form).scenario : null;
  const floorplan = form?.floorplan ?? null;
  // A new name makes a new form, but no other day.
  const same = scenario === null ? '' : JSON.stringify(scenario);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text stands for the scenario
  return useMemo(() => scenario && { scenario, floorplan, seed }, [same, floorplan, seed]);
}
