import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Work } from '../state/studies';

/** How far a piece of work is, and a way to stop it. */
export function WorkStatus(props: {
  readonly work: Work;
  readonly text: string;
  readonly onCancel: () => void;
}) {
  const { work, text, onCancel } = props;
  const { t } = useTranslation();
  return (
    <div className="figures-status study-status" role="status" data-status={work.status}>
      {work.status === 'working' && (
        <>
          <progress value={work.done} max={Math.max(work.of, 1)} aria-label={text} />
          <span className="quiet">{text}</span>
          <Button size="small" type="link" onClick={onCancel}>
            {t('study.cancel')}
          </Button>
        </>
      )}
    </div>
  );
}
