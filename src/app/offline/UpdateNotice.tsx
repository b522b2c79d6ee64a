import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useTwin } from '../context';
import { updates } from './updates';

/** Tells of a newer version, and takes it once everything that is drawn has been kept. */
export function UpdateNotice() {
  const { t } = useTranslation();
  const { studio } = useTwin();
  const take = useStore(updates, (state) => state.take);
  if (take === null) return null;
  return (
    <div className="update-notice" role="status">
      <Alert
        type="info"
        showIcon
        closable
        onClose={() => updates.setState({ take: null })}
        title={t('update.ready')}
        description={t('update.about')}
        action={
          <Button
            type="primary"
            size="small"
            onClick={() => {
              studio.keepNow();
              take();
            }}
          >
            {t('update.take')}
          </Button>
        }
      />
    </div>
  );
}
