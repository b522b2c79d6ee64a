import { useTranslation } from 'react-i18next';
import { demonstration } from '../../scenarios/mechanisms';
import { numberOf } from '../../scenarios/provenance';
import { changeOf, measuresToShow } from '../../sim/experiments/change';
import type { ComparisonReport } from '../../sim/experiments/compare';
import { useFormatter } from '../context';
import { MEASURE_KINDS } from '../format';
import { Explained } from '../panel/Explained';

/** Each measure without, with, and the paired difference, in words as well as in colour. */
export function ComparisonTable(props: {
  readonly report: ComparisonReport;
  readonly watch: readonly string[];
}) {
  const { report, watch } = props;
  const { t } = useTranslation();
  const format = useFormatter();
  const [without, variant] = report.variants;
  if (!without || !variant?.difference) return null;
  const { difference } = variant;
  const target = format.number(numberOf(demonstration(variant.scenario).targetWaitS) / 60);
  return (
    <section className="panel-section">
      <table className="sheet comparison">
        <thead>
          <tr>
            <th>{t('measures.name')}</th>
            <th className="figure">{t('mechanisms.without')}</th>
            <th className="figure">{t('mechanisms.with')}</th>
            <th className="figure">
              <Explained about={t('mechanisms.differenceAbout', { n: report.replications })}>
                {t('mechanisms.difference')}
              </Explained>
            </th>
            <th className="figure">{t('measures.interval')}</th>
            <th>{t('mechanisms.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {measuresToShow(report, watch).map((id) => {
            const kind = MEASURE_KINDS[id];
            const change = changeOf(id, difference[id]);
            return (
              <tr
                key={id}
                data-measure={id}
                data-change={change}
                className={watch.includes(id) ? 'watched' : undefined}
              >
                <th scope="row">
                  <Explained about={t(`measure.${id}.about`, { target })}>
                    {t(`measure.${id}`, { target })}
                  </Explained>{' '}
                  <span className="unit">{t(`unit.of.${kind}`)}</span>
                </th>
                <td className="figure">{format.mean(kind, without.measures[id])}</td>
                <td className="figure">{format.mean(kind, variant.measures[id])}</td>
                <td className="figure change">
                  {change === 'same' ? '' : format.difference(kind, difference[id])}
                </td>
                <td className="figure quiet">
                  {change === 'same' ? '' : format.differenceInterval(kind, difference[id])}
                </td>
                <td className="change">{t(`mechanisms.change.${change}`)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="quiet">
        {t('mechanisms.basis', { n: report.replications, seed: report.seed })}
      </p>
    </section>
  );
}
