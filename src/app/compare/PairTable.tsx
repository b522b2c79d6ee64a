import { useTranslation } from 'react-i18next';
import { changeOf, measuresToShow } from '../../sim/experiments/change';
import type { ComparisonReport } from '../../sim/experiments/compare';
import { useFormatter } from '../context';
import { MEASURE_KINDS } from '../format';
import { Explained } from '../panel/Explained';
import { Letter } from './Letter';
import { MeasureName } from './MeasureName';

/** Two variants: each measure of both, the paired difference, its interval, and what it says. */
export function PairTable(props: { readonly report: ComparisonReport; readonly target: string }) {
  const { report, target } = props;
  const { t } = useTranslation();
  const format = useFormatter();
  const [first, second] = report.variants;
  if (!first || !second) return null;
  return (
    <table className="sheet comparison compare-table">
      <thead>
        <tr>
          <th>{t('measures.name')}</th>
          <th className="figure">
            <Letter index={0} />
          </th>
          <th className="figure">
            <Letter index={1} />
          </th>
          <th className="figure">
            <Explained about={t('compare.differenceAbout', { count: report.replications })}>
              {t('compare.difference', { letter: 'B' })}
            </Explained>
          </th>
          <th className="figure">{t('measures.interval')}</th>
          <th>{t('mechanisms.verdict')}</th>
        </tr>
      </thead>
      <tbody>
        {measuresToShow(report).map((id) => {
          const kind = MEASURE_KINDS[id];
          const difference = second.difference?.[id];
          const change = difference ? changeOf(id, difference) : 'unclear';
          const nothing = change === 'same' || difference === undefined;
          return (
            <tr key={id} data-measure={id} data-change={change}>
              <th scope="row">
                <MeasureName id={id} target={target} />
              </th>
              <td className="figure" title={half(format.interval(kind, first.measures[id]))}>
                {format.mean(kind, first.measures[id])}
              </td>
              <td className="figure" title={half(format.interval(kind, second.measures[id]))}>
                {format.mean(kind, second.measures[id])}
              </td>
              <td className="figure change">
                {nothing ? '' : format.difference(kind, difference)}
              </td>
              <td className="figure quiet">
                {nothing ? '' : format.differenceInterval(kind, difference)}
              </td>
              <td className="change">{t(`mechanisms.change.${change}`)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );

  function half(interval: string): string {
    return t('compare.ownInterval', { interval });
  }
}
