import { Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PlacementProgress } from '../../coverage/placement/place';

/** What the search for the fewest cameras is at, and what it knows already. */
export function PlaceProgress({ progress }: { readonly progress: PlacementProgress | null }) {
  const { t } = useTranslation();
  const share = progress && 'done' in progress ? progress.done / progress.of : null;
  return (
    <div className="place-progress">
      {share !== null && <Progress percent={Math.round(100 * share)} size="small" />}
      <p role="status">
        {progress === null
          ? t('cameras.place.progress.start')
          : progress.step === 'search' && progress.found === null
            ? t('cameras.place.progress.searchNone', { ...progress })
            : t(`cameras.place.progress.${progress.step}`, { ...progress })}
      </p>
    </div>
  );
}
