import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { variantStyle } from '../../charts/colours';
import { inLanguage } from '../../scenarios/text';
import { changeOf } from '../../sim/experiments/change';
import type { ComparisonReport } from '../../sim/experiments/compare';
import { useFormatter, useTwinState } from '../context';
import { MEASURE_KINDS } from '../format';
import { Letter } from './Letter';
import { type Finding, findingsOf, isClear } from './telling';

/** The differences that tell most, in a sentence. */
export function Findings(props: { readonly report: ComparisonReport; readonly target: string }) {
  const { report, target } = props;
  const { t } = useTranslation();
  const format = useFormatter();
  const language = useTwinState((state) => state.language);
  const findings = useMemo(() => findingsOf(report), [report]);
  const [first] = report.variants;
  if (!first) return null;
  const words = (finding: Finding) => {
    const { measure, difference } = finding;
    const kind = MEASURE_KINDS[measure];
    const name = t(`measure.${measure}`, { target });
    const size = { ...difference, mean: Math.abs(difference.mean!) };
    const plain = format.mean(kind, size);
    const gaps = {
      measure: language === 'en' ? name.charAt(0).toLowerCase() + name.slice(1) : name,
      amount: /[1-9]/.test(plain) ? plain : format.difference(kind, size).replace('+', ''),
      unit: kind === 'share' ? t('compare.points') : t(`unit.of.${kind}`),
      verdict: t(`mechanisms.change.${changeOf(measure, difference)}`),
    };
    if (!isClear(finding)) return t('compare.finding.unclear', gaps);
    const way = difference.mean! < 0 ? t(`compare.less.${kind}`) : t(`compare.more.${kind}`);
    return t('compare.finding.clear', { ...gaps, way });
  };
  /** What is told of one variant, in one go. */
  const clauses = [...new Set(findings.map(({ variant }) => variant))].map((variant) =>
    t('compare.finding.of', {
      letter: variantStyle(variant).letter,
      findings: findings
        .filter((finding) => finding.variant === variant)
        .map(words)
        .join(t('compare.finding.comma')),
    }),
  );
  return (
    <section className="compare-findings" data-testid="findings">
      <p className="compare-names">
        {report.variants.map(({ name }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a variant is its place
          <span key={i}>
            <Letter index={i} />
            {inLanguage(name, language)}
          </span>
        ))}
      </p>
      <p className="compare-sentence">
        {findings.length === 0
          ? t('compare.finding.none')
          : t('compare.finding.all', { findings: clauses.join(t('compare.finding.separator')) })}
      </p>
    </section>
  );
}
