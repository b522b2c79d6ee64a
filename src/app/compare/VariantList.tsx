import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useTwin, useTwinState } from '../context';
import { useCompare, useNames } from './hooks';
import { MOST_VARIANTS } from './store';
import { VariantCard } from './VariantCard';

/** The variants A … H, and ways to more of them. */
export function VariantList() {
  const { t } = useTranslation();
  const { compare } = useTwin();
  const forms = useCompare((state) => state.forms);
  const open = useTwinState((state) => state.question !== null);
  const names = useNames();
  const full = forms.length >= MOST_VARIANTS;
  return (
    <section className="compare-variants">
      <h3>{t('compare.variants')}</h3>
      <ol>
        {forms.map((form, i) => (
          <VariantCard key={form.id} form={form} index={i} name={names[i]!} />
        ))}
      </ol>
      <div className="compare-add">
        <Button
          icon={<PlusOutlined />}
          disabled={full || forms.length === 0}
          onClick={() => compare.add()}
        >
          {t('compare.add')}
        </Button>
        <Button
          disabled={full || !open}
          title={t('compare.addOpenTitle')}
          onClick={() => compare.addOpen()}
        >
          {t('compare.addOpen')}
        </Button>
      </div>
    </section>
  );
}
