import { useTranslation } from 'react-i18next';
import { inLanguage } from '../../scenarios/text';
import { rowText } from '../../sim/verification/row-text';
import type { CaseResult } from '../../sim/verification/types';
import { useTwinState } from '../context';

/** One case: what is looked at, where the expected values are from, and how it came out. */
export function CaseTable({ result }: { readonly result: CaseResult }) {
  const { t } = useTranslation();
  const language = useTwinState((state) => state.language);
  return (
    <section className="panel-section case" id={`case-${result.id}`} data-case={result.id}>
      <h3>{result.name[language]}</h3>
      <p>{result.about[language]}</p>
      <p className="quiet">
        {t('verification.source', { source: inLanguage(result.source, language) })}
      </p>
      <table className="sheet">
        <thead>
          <tr>
            <th>{t('verification.quantity')}</th>
            <th className="figure">{t('verification.expected')}</th>
            <th className="figure">{t('verification.simulated')}</th>
            <th className="figure">{t('verification.interval')}</th>
            <th className="figure">{t('verification.basis')}</th>
            <th>{t('verification.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {result.rows.map((row) => {
            const text = rowText(row, language);
            return (
              <tr key={row.quantity.en} data-verdict={row.verdict}>
                <th scope="row">{row.quantity[language]}</th>
                <td className="figure">{text.expected}</td>
                <td className="figure">{text.simulated}</td>
                <td className="figure quiet">{text.interval}</td>
                <td className="figure quiet">
                  {t(`verification.sample.${row.sample}`, { n: row.n })}
                </td>
                <td className="verdict">{t(`verification.row.${row.verdict}`)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
