import { useTranslation } from 'react-i18next';
import { DAY_US } from '../../sim/hall/arrivals';
import { clockTime } from '../format';
import type { PostRow } from './attendance';

/** When somebody was at a post, and who did not come. */
export function DutyHours({ row }: { readonly row: PostRow }) {
  const { t } = useTranslation();
  const hour = (us: number) => clockTime(us % DAY_US).slice(0, 5);
  return (
    <span className="duty-text">
      {row.absent && <b className="absent">{t('attendance.absent')} </b>}
      {row.spans
        .map(({ fromUs, toUs, staff, people }) => {
          const span = `${hour(fromUs)}–${hour(toUs)}`;
          if (staff === 'cover') return t('attendance.covered', { span });
          return people > 1 ? t('attendance.people', { span, people }) : span;
        })
        .join(t('parameter.separator'))}
    </span>
  );
}
