import { useTranslation } from 'react-i18next';
import { type Counts, DROPPED, NOTED, type Reason } from '../../live/counts';
import { useTwinState } from '../context';
import { useLive } from './hooks';

/** What was left out and what was inferred, each with how often and the last examples. */
export function CountsSection() {
  const { t } = useTranslation();
  const counts = useLive((state) => state.reflection?.counts ?? {});
  const dropped = DROPPED.filter((reason) => counts[reason]);
  const noted = NOTED.filter((reason) => counts[reason]);
  return (
    <section className="live-section" data-testid="live-counts">
      <h3>{t('live.counts.title')}</h3>
      {dropped.length + noted.length === 0 && <p className="quiet">{t('live.counts.none')}</p>}
      <Reasons title={t('live.counts.dropped')} reasons={dropped} counts={counts} />
      <Reasons title={t('live.counts.noted')} reasons={noted} counts={counts} />
    </section>
  );
}

function Reasons(props: {
  readonly title: string;
  readonly reasons: readonly Reason[];
  readonly counts: Counts;
}) {
  const { t } = useTranslation();
  const language = useTwinState((state) => state.language);
  const { title, reasons, counts } = props;
  if (reasons.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      {reasons.map((reason) => {
        const { count, examples } = counts[reason]!;
        return (
          <details key={reason} data-reason={reason}>
            <summary>
              {t(`live.reason.${reason}`)} <strong className="figure">{count}</strong>
            </summary>
            <ul>
              {examples.map(({ text, problem }, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the same line may come again
                <li key={i}>
                  <code>{text}</code>
                  {problem && (
                    <span className="quiet">
                      {problem.path && `${problem.path}: `}
                      {problem.message[language]} → {problem.remedy[language]}
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </>
  );
}
