import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { barsLayout } from '../../charts/bars';
import { variantStyle } from '../../charts/colours';
import { inLanguage } from '../../scenarios/text';
import { BarsChart } from '../charts/BarsChart';
import { useFormatter, useTwinState } from '../context';
import { NOTHING } from '../format';
import { useWidth } from '../useWidth';
import { CHART } from './chart-size';
import type { Drawn } from './drawn';
import { type Asked, subjectAt } from './result';

/** How busy every window is, of every variant. */
export function UtilisationByWindow(props: {
  readonly drawn: readonly Drawn[];
  readonly asked: Asked;
}) {
  const { drawn, asked } = props;
  const { t } = useTranslation();
  const format = useFormatter();
  const [ref, width] = useWidth<HTMLElement>(CHART.width);
  const language = useTwinState((state) => state.language);
  const rows = useMemo(() => {
    const names = new Map<string, string>();
    for (const i of asked.forms.keys()) {
      const subject = subjectAt(asked, i);
      for (const { id, name } of subject?.scenario.windows ?? []) {
        const number = subject?.floorplan?.windows.find((window) => window.id === id)?.number;
        if (!names.has(id))
          names.set(
            id,
            number === undefined ? inLanguage(name, language) : t('window.number', { number }),
          );
      }
    }
    return [...names].map(([id, name]) => ({ id, name }));
  }, [asked, language, t]);
  const layout = useMemo(
    () =>
      barsLayout({
        rows,
        variants: drawn.map(({ id, name, variant }) => ({
          id,
          name,
          shares: variant.curves.utilisation,
        })),
        width,
        margins: { top: 4, right: 6, bottom: 20, left: 74 },
        barHeight: drawn.length > 4 ? 10 : 12,
      }),
    [rows, drawn, width],
  );
  const missing = t('compare.chart.noWindow');
  return (
    <section ref={ref} className="compare-chart" data-testid="utilisation">
      <h3>{t('windows.title')}</h3>
      <BarsChart
        layout={layout}
        label={t('windows.title')}
        formatX={(share) => `${format.number(share * 100)}%`}
        figureOf={({ mean }) => (mean === null ? NOTHING : `${format.fixed(mean * 100, 0)}%`)}
        missing={missing}
        describe={(row, { variantId, measure }) => {
          const whose = `${row.name} ${variantStyle(Number(variantId)).letter}`;
          return measure === null
            ? `${whose}: ${missing}`
            : `${whose}: ${format.mean('share', measure)}% (${format.interval('share', measure)})`;
        }}
      />
    </section>
  );
}
