import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { tornadoLayout } from '../../charts/tornado';
import { inLanguage } from '../../scenarios/text';
import type { SensitivityReport, Shaken } from '../../sim/planning/sensitivity';
import { TornadoChart } from '../charts/TornadoChart';
import { useFormatter, useTwinState } from '../context';
import { useWidth } from '../useWidth';
import { valueText } from './assumptionText';

const NOTHING = { mean: null, ci95: null, n: 0 };

/** Each assumption from its low to its high end, the one that matters most on top. */
export function Tornado({ report }: { readonly report: SensitivityReport }) {
  const { t } = useTranslation();
  const format = useFormatter();
  const language = useTwinState((state) => state.language);
  const [ref, width] = useWidth<HTMLDivElement>(760);
  const { base, assumptions } = report;
  const sought = base?.windows !== undefined;
  const layout = useMemo(() => {
    const share = ({ outlook }: Shaken) => outlook?.measures.calledWithinShare ?? NOTHING;
    const needs = ({ windows }: Shaken) =>
      windows === undefined ? '…' : windows === null ? t('plan.sensitivity.none') : String(windows);
    return tornadoLayout({
      width,
      margins: { top: 24, right: 4, bottom: 36, left: 2 },
      rowHeight: 30,
      nameWidth: width > 700 ? 210 : 110,
      noteWidth: sought ? 120 : 0,
      base: base?.outlook.measures.calledWithinShare.mean ?? 0,
      rows: assumptions.map(({ id, name, kind, ends: [low, high] }) => ({
        id,
        name: inLanguage(name, language),
        low: { text: valueText(kind, low.value, format), value: share(low) },
        high: { text: valueText(kind, high.value, format), value: share(high) },
        note: sought ? `${needs(low)} / ${needs(high)}` : null,
      })),
    });
  }, [assumptions, base, sought, width, language, t, format]);
  if (!base) return null;
  const asAssumed = base.outlook.measures.calledWithinShare;
  return (
    <section className="panel-section" data-testid="tornado">
      <h3>{t('plan.sensitivity.tornado')}</h3>
      <div ref={ref}>
        <TornadoChart
          layout={layout}
          label={t('plan.sensitivity.tornado')}
          xTitle={t('plan.called')}
          formatX={(value) => format.percent(value)}
          baseLabel={t('plan.sensitivity.base', { share: format.mean('share', asAssumed) })}
          noteTitle={
            sought
              ? t('plan.sensitivity.needed', {
                  n: base.windows === null ? t('plan.sensitivity.none') : base.windows,
                })
              : null
          }
          describe={(row) => {
            const one = assumptions.find(({ id }) => id === row.id)!;
            return one.ends
              .map(({ value, difference }) => {
                const change = difference?.calledWithinShare;
                return t('plan.sensitivity.end', {
                  value: valueText(one.kind, value, format),
                  difference: change ? format.difference('share', change) : '—',
                  interval: change ? format.differenceInterval('share', change) : '—',
                });
              })
              .join('\n');
          }}
        />
      </div>
      <p className="quiet">{t('plan.sensitivity.tornadoNote', { n: base.outlook.replications })}</p>
    </section>
  );
}
