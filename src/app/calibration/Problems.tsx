import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useTwinState } from '../context';
import { useCalibration } from './hooks';

/** Why a log can't be used, and what to do about it. */
export function Problems() {
  const { t } = useTranslation();
  const language = useTwinState((state) => state.language);
  const problems = useCalibration((state) => state.problems);
  const failure = useCalibration((state) => state.failure);
  if (problems.length === 0 && failure === null) return null;
  return (
    <div className="calibration-problems">
      {problems.map(({ path, message, remedy }) => (
        <Alert
          key={path + message.en}
          type="error"
          showIcon
          title={message[language]}
          description={remedy[language]}
        />
      ))}
      {failure !== null && (
        <Alert type="error" showIcon title={t('calibration.failed', { reason: failure })} />
      )}
    </div>
  );
}
