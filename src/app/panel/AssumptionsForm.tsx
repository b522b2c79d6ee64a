import { Button, InputNumber, Slider } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTwin, useTwinState } from '../context';
import { LARGEST_SEED, MOST_REPLICATIONS, type Settings, settingsOf } from '../state/settings';
import { ProvenanceTag } from './ProvenanceTag';
import { provenanceOf } from './provenanceOf';

/** Time after the last change at which it counts as made, ms. */
const SETTLE_MS = 500;
const MOST_VISITS = 5000;

/** What the user may assume otherwise; a change is simulated at once. */
export function AssumptionsForm() {
  const { t } = useTranslation();
  const { session } = useTwin();
  const settings = useTwinState((state) => state.settings);
  const plain = useTwinState((state) => state.plain);
  const scenario = useTwinState((state) => state.question?.scenario);
  if (!settings || !plain || !scenario) return null;
  const own = settingsOf(plain);
  const change = (next: Partial<Settings>) => void session.changeSettings(next);
  const changed = JSON.stringify(own) !== JSON.stringify(settings);
  return (
    <section className="panel-section">
      <div className="section-head">
        <h3>{t('assumptions.title')}</h3>
        <Button disabled={!changed} onClick={() => change(own)}>
          {t('assumptions.reset')}
        </Button>
      </div>
      <p className="quiet">{t('assumptions.intro')}</p>
      <div className="form-grid">
        <label htmlFor="visits">
          {t('assumptions.visits')}{' '}
          {scenario.demand && (
            <ProvenanceTag
              provenance={provenanceOf(scenario.demand.visitsPerDay, scenario.demand.provenance)}
            />
          )}
        </label>
        {settings.visitsPerDay === null || own.visitsPerDay === null ? (
          <span className="quiet">{t('assumptions.noDemand')}</span>
        ) : (
          <Visits
            value={settings.visitsPerDay}
            own={own.visitsPerDay}
            onChange={(visitsPerDay) => change({ visitsPerDay })}
          />
        )}
        <label htmlFor="target">
          {t('assumptions.target')}{' '}
          <ProvenanceTag provenance={provenanceOf(scenario.targetWaitS)} />
        </label>
        <SettledNumber
          id="target"
          value={settings.targetWaitS / 60}
          min={0}
          max={240}
          step={1}
          unit={t('unit.min')}
          onSettled={(minutes) => change({ targetWaitS: minutes * 60 })}
        />
        <label htmlFor="replications">{t('assumptions.replications')}</label>
        <SettledNumber
          id="replications"
          value={settings.replications}
          min={1}
          max={MOST_REPLICATIONS}
          step={10}
          whole
          unit={t('assumptions.times')}
          onSettled={(replications) => change({ replications })}
        />
        <label htmlFor="seed">{t('assumptions.seed')}</label>
        <SettledNumber
          id="seed"
          value={settings.seed}
          min={0}
          max={LARGEST_SEED}
          step={1}
          whole
          onSettled={(seed) => change({ seed })}
        />
      </div>
    </section>
  );
}

/** A slider for trying and a field for the exact number. */
function Visits(props: {
  readonly value: number;
  readonly own: number;
  readonly onChange: (visits: number) => void;
}) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(props.value);
  useEffect(() => setDraft(props.value), [props.value]);
  const most = Math.max(100, Math.ceil((props.own * 2.5) / 50) * 50);
  return (
    <div className="form-pair">
      <Slider
        min={0}
        max={most}
        step={1}
        value={Math.min(draft, most)}
        onChange={setDraft}
        onChangeComplete={props.onChange}
        tooltip={{ formatter: null }}
        marks={{ [props.own]: t('assumptions.own') }}
        ariaLabelForHandle={t('assumptions.visits')}
      />
      <SettledNumber
        id="visits"
        value={draft}
        min={0}
        max={Math.max(MOST_VISITS, most)}
        step={10}
        unit={t('unit.visits')}
        onSettled={props.onChange}
      />
    </div>
  );
}

/** A number field whose value counts when typing has stopped, or on Enter, or on leaving. */
function SettledNumber(props: {
  readonly id: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly whole?: boolean;
  readonly unit?: string;
  readonly onSettled: (value: number) => void;
}) {
  const [draft, setDraft] = useState<number | null>(props.value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setDraft(props.value), [props.value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const settle = (value: number | null) => {
    clearTimeout(timer.current);
    // An emptied field is not an answer: the old value comes back.
    if (value === null) setDraft(props.value);
    else if (value !== props.value) props.onSettled(value);
  };
  return (
    <InputNumber<number>
      id={props.id}
      className="settled-number"
      value={draft}
      min={props.min}
      max={props.max}
      step={props.step}
      {...(props.whole ? { precision: 0 } : {})}
      {...(props.unit ? { suffix: props.unit } : {})}
      onChange={(value) => {
        setDraft(value);
        clearTimeout(timer.current);
        if (value !== null) timer.current = setTimeout(() => settle(value), SETTLE_MS);
      }}
      onPressEnter={() => settle(draft)}
      onBlur={() => settle(draft)}
    />
  );
}
