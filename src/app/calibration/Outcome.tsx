import { DownloadOutlined } from '@ant-design/icons';
import { Alert, Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { putInPlan } from '../../drawing/put-in-plan';
import { calibrationSheets } from '../../report/calibration-sheets';
import { HALLS, hallScenario } from '../../scenarios/halls';
import { InputError } from '../../scenarios/problem';
import type { Scenario } from '../../scenarios/scenario';
import { inLanguage } from '../../scenarios/text';
import type { CalibrationAnswer } from '../../workers/calibrate-log';
import { useTwin, useTwinState } from '../context';
import { Downloads, download } from '../Downloads';
import { loadShippedPlan } from '../plans';
import { hashOf } from '../state/page';
import { ValidationCharts } from './ValidationCharts';

const NO_PLAN = 'none';
/** The first of the larger halls. */
const FIRST_BASE = 'quxi';
const ALERT = { good: 'success', usable: 'info', poor: 'warning' } as const;

/** Whether to believe the fit, and what to do with it. */
export function Outcome({ answer }: { readonly answer: CalibrationAnswer }) {
  const { t } = useTranslation();
  const language = useTwinState((state) => state.language);
  const { calibration, validation, notValidated } = answer;
  return (
    <section aria-label={t('calibration.believe')}>
      <h2>{t('calibration.believe')}</h2>
      {validation !== null && (
        <Alert
          type={ALERT[validation.grade]}
          showIcon
          title={inLanguage(validation.verdict, language)}
          description={
            validation.where.length > 0 && (
              <ul>
                {validation.where.map((text) => {
                  const shown = inLanguage(text, language);
                  return <li key={shown}>{shown}</li>;
                })}
              </ul>
            )
          }
        />
      )}
      {notValidated !== null && (
        <Alert type="warning" showIcon title={inLanguage(notValidated, language)} />
      )}
      {calibration.scenario !== null && <Actions answer={answer} scenario={calibration.scenario} />}
      {validation !== null && <ValidationCharts validation={validation} />}
      <h3>{t('calibration.unknown')}</h3>
      <ul>
        {calibration.unknowns.map(({ about, text }) => (
          <li key={about + inLanguage(text, 'en')}>{inLanguage(text, language)}</li>
        ))}
      </ul>
    </section>
  );
}

/** Opens the fitted hall, or saves it. */
function Actions(props: { readonly answer: CalibrationAnswer; readonly scenario: Scenario }) {
  const { answer, scenario } = props;
  const { t } = useTranslation();
  const { session } = useTwin();
  const language = useTwinState((state) => state.language);
  const [base, setBase] = useState<string>(FIRST_BASE);
  const [refused, setRefused] = useState<string | null>(null);
  const placed = async (): Promise<Scenario> => {
    if (base === NO_PLAN) return scenario;
    const hall = hallScenario(base);
    if (typeof hall.floorplan !== 'string') return scenario;
    const done = putInPlan(scenario, await loadShippedPlan(hall.floorplan), hall, answer.name);
    if (done.leftOut.length > 0)
      setRefused(t('calibration.leftOut', { names: done.leftOut.join('、') }));
    return done.scenario;
  };
  const use = async (then: (text: string) => void) => {
    setRefused(null);
    try {
      then(`${JSON.stringify(await placed(), null, 2)}\n`);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      setRefused(
        error.problems
          .map(({ message, remedy }) => `${message[language]}。${remedy[language]}`)
          .join('\n'),
      );
    }
  };
  const open = (text: string) => {
    void session.openFile({
      name: `${scenario.id}.json`,
      size: text.length,
      text: async () => text,
    });
    window.location.hash = hashOf('hall');
  };
  return (
    <>
      <div className="calibration-actions">
        <Select
          aria-label={t('calibration.base')}
          value={base}
          popupMatchSelectWidth={false}
          onChange={setBase}
          options={[
            { value: NO_PLAN, label: t('calibration.noPlan') },
            ...HALLS.map((hall) => ({
              value: hall.id,
              label: t('calibration.planOf', { name: hall.name[language] }),
            })),
          ]}
        />
        <Button type="primary" onClick={() => void use(open)}>
          {t('calibration.open')}
        </Button>
        <Button
          icon={<DownloadOutlined />}
          onClick={() => void use((text) => download('scenario.json', 'application/json', text))}
        >
          {t('calibration.save')}
        </Button>
        <Downloads
          name={t('calibration.file')}
          sheets={() => calibrationSheets(answer, language)}
        />
      </div>
      <p className="quiet">{t('calibration.planNote')}</p>
      {refused !== null && <p className="field-problem">{refused}</p>}
    </>
  );
}
