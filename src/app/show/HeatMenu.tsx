import { HeatMapOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useShow, useTwin, useTwinState } from '../context';
import { HEATS, type Heat, heatOf } from './heat';

/** What to lay over the floor. */
export function HeatMenu() {
  const { t } = useTranslation();
  const { show } = useTwin();
  const heat = useShow((state) => state.heat);
  const ready = useTwinState((state) => state.day.timeline !== null && state.plan !== null);
  if (!ready) return null;
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectable: true,
        selectedKeys: [heat ?? 'none'],
        items: [
          { key: 'none', label: t('heat.none') },
          ...HEATS.map((kind) => ({ key: kind, label: t(`heat.${kind}`) })),
        ],
        onClick: ({ key }) => show.layHeat(HEATS.find((kind) => kind === key) ?? null),
      }}
    >
      <Button icon={<HeatMapOutlined />} type={heat ? 'primary' : 'default'}>
        {t('heat.menu')}
      </Button>
    </Dropdown>
  );
}

/** The heat that is laid over the floor of the day on show; null for none. */
export function useHeat(): Heat | null {
  const kind = useShow((state) => state.heat);
  const plan = useTwinState((state) => state.plan);
  const timeline = useTwinState((state) => state.day.timeline);
  return useMemo(
    () => (kind && plan && timeline ? heatOf(kind, plan, timeline) : null),
    [kind, plan, timeline],
  );
}

/** What the colours on the floor mean. */
export function HeatLegend({ heat }: { readonly heat: Heat }) {
  const { t } = useTranslation();
  const kind = useShow((state) => state.heat);
  const title = t(kind === 'waiting' ? 'heat.titleWaiting' : 'heat.titleCrowding');
  return (
    <section className="heat-legend" aria-label={title}>
      <strong>{title}</strong>
      <ul>
        {heat.legend.map(({ colour, from }) => (
          <li key={colour} className="figure">
            <i style={{ background: colour }} />≥ {from}
          </li>
        ))}
      </ul>
    </section>
  );
}
