import type { TFunction } from 'i18next';
import type { Sheet } from '../../report/sheet';
import { inLanguage, type Language } from '../../scenarios/text';
import { rowText } from '../../sim/verification/row-text';
import type { CaseResult, VerificationRow } from '../../sim/verification/types';

/** The cases as one table: figures as numbers in the unit of their row, and how they came out. */
export function verificationSheet(
  cases: readonly CaseResult[],
  language: Language,
  t: TFunction,
): Sheet {
  return {
    name: t('verification.title'),
    title: t('verification.title'),
    about: [[t('verification.cases'), cases.length]],
    columns: [
      { name: t('verification.case') },
      { name: t('verification.quantity') },
      { name: t('verification.unit') },
      { name: t('verification.expected') },
      { name: t('verification.simulated'), format: 'decimal' },
      { name: t('verification.low'), format: 'decimal' },
      { name: t('verification.high'), format: 'decimal' },
      { name: t('verification.basis') },
      { name: t('verification.verdict') },
      { name: t('verification.sourceName') },
    ],
    rows: cases.flatMap(({ name, source, rows }) =>
      rows.map((row) => [
        name[language],
        row.quantity[language],
        unitOf(row),
        rowText(row, language).expected,
        row.simulated,
        row.interval?.[0] ?? null,
        row.interval?.[1] ?? null,
        t(`verification.sample.${row.sample}`, { n: row.n }),
        t(`verification.row.${row.verdict}`),
        inLanguage(source, language),
      ]),
    ),
  };
}

/** Shares are numbers from 0 to 1 in the table. */
const unitOf = ({ unit }: VerificationRow) => (unit === 'share' || unit === 'number' ? '' : unit);
