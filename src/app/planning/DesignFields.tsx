import { Checkbox, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { ORGANISATIONS, type Organisation } from '../../sim/planning/design';
import { useTwin } from '../context';
import { useForm } from './hooks';

/** Which designs are tried: numbers of windows, and who serves what. */
export function DesignFields() {
  const { t } = useTranslation();
  const { planningForm } = useTwin();
  const form = useForm((state) => state);
  return (
    <>
      <span>
        {t('plan.windows.range')}{' '}
        <InputNumber<number>
          aria-label={t('plan.windows.from')}
          className="short-number"
          value={form.from}
          min={1}
          max={60}
          precision={0}
          onChange={(from) => from !== null && planningForm.setState({ from })}
        />{' '}
        –{' '}
        <InputNumber<number>
          aria-label={t('plan.windows.to')}
          className="short-number"
          value={form.to}
          min={1}
          max={60}
          precision={0}
          onChange={(to) => to !== null && planningForm.setState({ to })}
        />
      </span>
      <Checkbox.Group<Organisation>
        aria-label={t('plan.organisations')}
        value={[...form.organisations]}
        options={ORGANISATIONS.map((value) => ({
          value,
          label: t(`plan.organisation.${value}`),
        }))}
        onChange={(chosen) =>
          planningForm.setState({
            organisations: ORGANISATIONS.filter((one) => chosen.includes(one)),
          })
        }
      />
    </>
  );
}
