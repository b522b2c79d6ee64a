import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

/** The answer in one sentence. */
export function Answer(props: {
  readonly sentences: readonly string[];
  /** Whether the promise can be met; null while nobody knows. */
  readonly met: boolean | null;
}) {
  const { sentences, met } = props;
  return (
    <p className="answer" data-met={met === null ? 'open' : met ? 'yes' : 'no'}>
      {sentences[0]}
    </p>
  );
}

/** Sentences for a proposal, ready to be copied. */
export function Proposal({ sentences }: { readonly sentences: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <section className="proposal">
      <div className="section-head">
        <h3>{t('plan.proposal')}</h3>
        <Button
          size="small"
          className="no-print"
          onClick={() => void navigator.clipboard?.writeText(sentences.join('\n'))}
        >
          {t('plan.copy')}
        </Button>
      </div>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </section>
  );
}
