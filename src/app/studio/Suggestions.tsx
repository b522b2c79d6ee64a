import { Alert, Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { planSvg } from '../../drawing/export/svg';
import type { WindowCounts } from '../../drawing/templates/kinds';
import type { FloorPlan } from '../../scenarios/floorplan';
import { HALLS } from '../../scenarios/halls';
import { inLanguage } from '../../scenarios/text';
import type { Measure } from '../../sim/experiments/report';
import { CRITERIA, type Suggestion } from '../../workers/suggest';
import { useFormatter, useTwin, useTwinState } from '../context';

/** Layouts that are shown. */
const BEST = 3;

/** The best layouts for the room, each simulated, with what speaks for and against it. */
export function SuggestionsSection(props: {
  readonly plan: FloorPlan;
  readonly windows: WindowCounts;
}) {
  const { plan, windows } = props;
  const { t } = useTranslation();
  const { layoutSearch } = useTwin();
  const { status, done, of, reason, found } = useStore(layoutSearch.store);
  const origin = useTwinState((state) => state.question?.origin);
  const hall = HALLS.find(({ id }) => origin?.kind === 'shipped' && id === origin.id);
  return (
    <section>
      <h3>{t('studio.suggest')}</h3>
      <p className="quiet">{t('studio.suggestHint')}</p>
      {status === 'working' ? (
        <div className="studio-deeds">
          <Progress percent={of > 0 ? Math.round((100 * done) / of) : 0} />
          <Button onClick={() => layoutSearch.cancel()}>{t('studio.cancel')}</Button>
        </div>
      ) : (
        <Button
          onClick={() =>
            void layoutSearch.search(
              plan,
              windows,
              hall ? { marriageRegistration: hall.marriageRegistration } : {},
            )
          }
        >
          {t('studio.suggestDo')}
        </Button>
      )}
      {reason !== null && <Alert type="error" showIcon title={t('studio.failed', { reason })} />}
      {found?.suggestions.slice(0, BEST).map((suggestion, i) => (
        <Card
          key={`${suggestion.kind} ${suggestion.mirrored} ${suggestion.place}`}
          suggestion={suggestion}
          rank={i + 1}
          of={found.suggestions.length}
        />
      ))}
      {found && found.suggestions.length === 0 && (
        <Alert type="warning" showIcon title={t('studio.noSuggestion')} />
      )}
      {found?.unfit.map(({ kind, why }) => (
        <p key={kind} className="quiet">
          {t('studio.unfit', {
            layout: t(`studio.layout.${kind}`),
            why: t(`studio.unfit.${why}`),
          })}
        </p>
      ))}
    </section>
  );
}

function Card(props: {
  readonly suggestion: Suggestion;
  readonly rank: number;
  readonly of: number;
}) {
  const { suggestion, rank, of } = props;
  const { kind, mirrored, plan, places, broken } = suggestion;
  const { t } = useTranslation();
  const { studio } = useTwin();
  const format = useFormatter();
  const language = useTwinState((state) => state.language);
  const withInterval = (measure: Measure, show: (value: number) => string) =>
    measure.mean === null
      ? '–'
      : measure.ci95 === null
        ? show(measure.mean)
        : t('studio.interval', {
            mean: show(measure.mean),
            low: show(measure.ci95[0]),
            high: show(measure.ci95[1]),
          });
  const figures = {
    walking: withInterval(suggestion.walkMeanM, (value) => value.toFixed(1)),
    standing: withInterval(suggestion.standingMax, (value) => value.toFixed(1)),
    waiting: withInterval(suggestion.waitMeanS, format.minutes),
    advice: String(suggestion.advice),
  };
  return (
    <article className="suggestion">
      <h4>
        {t('studio.rank', {
          rank,
          layout: t(`studio.layout.${kind}`) + (mirrored ? t('studio.inMirror') : ''),
        })}
      </h4>
      <img
        alt=""
        src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(planSvg(plan, language))}`}
      />
      {plan.description && <p className="quiet">{inLanguage(plan.description, language)}</p>}
      <ul>
        {broken > 0 && <li className="against">{t('studio.reason.broken', { count: broken })}</li>}
        {CRITERIA.map((criterion) => (
          <li key={criterion} className={classOf(places[criterion], of)}>
            {t(`studio.criterion.${criterion}`, { value: figures[criterion] })}
            {t('studio.place', { place: places[criterion], of })}
          </li>
        ))}
        <li>{t('studio.seats', { count: plan.seats.length })}</li>
      </ul>
      <Button
        onClick={() => {
          studio.edit(plan);
          studio.select([]);
        }}
      >
        {t('studio.take')}
      </Button>
    </article>
  );
}

function classOf(place: number, of: number): string {
  if (place === 1) return 'for';
  return place > (2 * of) / 3 ? 'against' : '';
}
