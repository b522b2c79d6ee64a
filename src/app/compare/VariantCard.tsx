import { CopyOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useTwin, useTwinState } from '../context';
import { checkForm } from './check-form';
import { useCompare } from './hooks';
import { Letter } from './Letter';
import { summaryOf } from './names';
import { FormProblems, ProblemList } from './problems';
import { FEWEST_VARIANTS, MOST_VARIANTS } from './store';
import { VariantFields } from './VariantFields';
import type { VariantForm } from './variant-form';

/** One variant: what it is in two lines, and its fields while it is being edited. */
export const VariantCard = memo(function VariantCard(props: {
  readonly form: VariantForm;
  readonly index: number;
  readonly name: string;
}) {
  const { form, index, name } = props;
  const { id } = form;
  const { t } = useTranslation();
  const { compare } = useTwin();
  const language = useTwinState((state) => state.language);
  const open = useCompare((state) => state.edited === id);
  const count = useCompare((state) => state.forms.length);
  const refused = useCompare((state) => state.refused[id]);
  const { problem } = checkForm(form);
  return (
    <li className="compare-card" data-variant={index} data-open={open}>
      <header>
        <button
          type="button"
          className="compare-card-head"
          aria-expanded={open}
          onClick={() => compare.store.setState({ edited: open ? null : id })}
        >
          <Letter index={index} />
          <span className="compare-card-words">
            <b>
              {name}
              {index === 0 && <span className="compare-tag">{t('compare.baseline')}</span>}
            </b>
            <span className="quiet">{summaryOf(form, t, language)}</span>
          </span>
        </button>
        <Tooltip title={t('compare.duplicate')}>
          <Button
            type="text"
            aria-label={t('compare.duplicate')}
            icon={<CopyOutlined />}
            disabled={count >= MOST_VARIANTS}
            onClick={() => compare.add(id)}
          />
        </Tooltip>
        <Tooltip title={t('compare.remove')}>
          <Button
            type="text"
            aria-label={t('compare.remove')}
            icon={<DeleteOutlined />}
            disabled={count <= FEWEST_VARIANTS}
            onClick={() => compare.remove(id)}
          />
        </Tooltip>
      </header>
      {problem && <FormProblems problem={problem} />}
      {refused && (
        <div className="compare-problem" role="alert">
          <b>{t('compare.refused', { source: refused.source })}</b>
          {refused.problems.length > 0 ? (
            <ProblemList problems={refused.problems} />
          ) : (
            <p>{t('compare.refusedRemedy')}</p>
          )}
        </div>
      )}
      {open && <VariantFields form={form} index={index} name={name} />}
    </li>
  );
});
