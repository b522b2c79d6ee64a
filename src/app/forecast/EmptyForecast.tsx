import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { FanSketch } from './FanSketch';

/** Before the first answer: what there will be to see, and the button that asks with what the fields hold. */
export function EmptyForecast(props: {
  readonly kind: 'day' | 'now';
  readonly action: string;
  /** What is asked if nothing is changed. */
  readonly defaults: string;
  readonly disabled: boolean;
  readonly onAsk: () => void;
}) {
  const { kind, action, defaults, disabled, onAsk } = props;
  const { t } = useTranslation();
  const promised = {
    day: ['fan', 'broken', 'mend', 'spare'],
    now: ['fan', 'tell', 'empty', 'effect'],
  };
  return (
    <section className="forecast-empty" data-testid="forecast-empty">
      <FanSketch />
      <div>
        <h3>{t(`forecast.empty.${kind}`)}</h3>
        <ul>
          {promised[kind].map((line) => (
            <li key={line}>{t(`forecast.empty.${kind}.${line}`)}</li>
          ))}
        </ul>
        <p className="quiet">{defaults}</p>
        <Button type="primary" size="large" disabled={disabled} onClick={onAsk}>
          {action}
        </Button>
      </div>
    </section>
  );
}
