import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { utilisationLayout } from '../../charts/utilisation';
import { inLanguage } from '../../scenarios/text';
import { UtilisationChart } from '../charts/UtilisationChart';
import { useFormatter, useTwin, useTwinState } from '../context';

const WIDTH = 400;
/** Kept free for the button that saves the chart. */
const SAVE_PX = 24;
const BARS = { x0: 154, length: 132, rowHeight: 20, barHeight: 12 };

/** How each window spends the day. */
export function UtilisationSection() {
  const { t } = useTranslation();
  const { store } = useTwin();
  const format = useFormatter();
  const language = useTwinState((state) => state.language);
  const report = useTwinState((state) => state.figures.report);
  const answers = useTwinState((state) => state.figures.answers);
  const layout = useMemo(
    () =>
      report && answers
        ? utilisationLayout({
            ...BARS,
            series: report.series,
            order: answers.scenario.windows.map((window) => window.id),
            legend: { nameOf: (share) => t(`windows.${share}`), width: WIDTH - SAVE_PX },
          })
        : null,
    [report, answers, t],
  );
  if (!report || !answers || !layout) return null;
  const nameOf = (id: string) => {
    const window = answers.scenario.windows.find((w) => w.id === id);
    return window ? inLanguage(window.name, language) : id;
  };
  return (
    <section className="panel-section" data-testid="utilisation-chart">
      <h3>{t('windows.title')}</h3>
      <UtilisationChart
        layout={layout}
        width={WIDTH}
        label={t('windows.label')}
        nameOf={nameOf}
        figureOf={(id) => {
          const measure = report.measures.utilisation[id];
          if (!measure) return '';
          return t('windows.figure', {
            mean: format.mean('share', measure),
            interval: format.interval('share', measure),
          });
        }}
        describe={(bar, piece) =>
          t('windows.piece', {
            name: nameOf(bar.id),
            share: t(`windows.${piece.share}`),
            value: format.percent(piece.value),
          })
        }
        onPick={(id) => store.setState({ selection: { kind: 'window', window: id } })}
      />
      <p className="quiet caption">{t('windows.caption', { n: report.replications })}</p>
    </section>
  );
}
