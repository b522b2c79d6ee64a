import { Alert, Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { useTwin, useTwinState } from '../context';

/** Stands for the office's books until there are any: they are being kept, or could not be. */
export function OfficePending() {
  const { t } = useTranslation();
  const { session } = useTwin();
  const failed = useTwinState((state) => state.office.status === 'failed');
  if (!failed) return <Skeleton active paragraph={{ rows: 8 }} />;
  return (
    <Alert
      type="error"
      showIcon
      title={t('office.failed')}
      action={
        <Button size="small" onClick={() => void session.retry()}>
          {t('notice.retry')}
        </Button>
      }
    />
  );
}
