import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HallMeasureId, MeasureId } from '../../sim/experiments/report';
import { MEASURE_KINDS } from '../format';
import { Explained } from '../panel/Explained';

/** A measure's name and unit at the head of its row. */
export const MeasureName = memo(function MeasureName(props: {
  readonly id: MeasureId | HallMeasureId;
  readonly target: string;
}) {
  const { id, target } = props;
  const { t } = useTranslation();
  return (
    <>
      <Explained about={t(`measure.${id}.about`, { target })}>
        {t(`measure.${id}`, { target })}
      </Explained>{' '}
      <span className="unit">{t(`unit.of.${MEASURE_KINDS[id]}`)}</span>
    </>
  );
});
