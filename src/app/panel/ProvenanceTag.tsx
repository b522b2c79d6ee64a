import { Tag, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Provenance } from '../../scenarios/provenance';
import { inLanguage } from '../../scenarios/text';
import { useTwinState } from '../context';

const TAG_COLOURS = { notice: 'blue', source: 'green', assumption: 'gold' } as const;

/** Says where a number comes from; what it rests on is in the tooltip. */
export function ProvenanceTag({ provenance }: { readonly provenance: Provenance }) {
  const { t } = useTranslation();
  const language = useTwinState((state) => state.language);
  const { kind, confidence } = provenance;
  const note = inLanguage(provenance.note, language);
  return (
    <Tooltip
      title={
        confidence
          ? t('provenance.withConfidence', { note, level: t(`confidence.${confidence}`) })
          : note
      }
    >
      <Tag className="provenance" color={TAG_COLOURS[kind]} tabIndex={0}>
        {t(`provenance.${kind}`)}
      </Tag>
    </Tooltip>
  );
}
