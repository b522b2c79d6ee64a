import { UserOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ENCOUNTERS, type EncounterId, encountersOf } from '../../sim/story/encounters';
import { useTwin, useTwinState } from '../context';

/** Whom to follow: one of each kind whom the day has seen, and of which kind it has seen nobody. */
export function FollowMenu() {
  const { t } = useTranslation();
  const { show } = useTwin();
  const timeline = useTwinState((state) => state.day.timeline);
  const picked = useTwinState((state) => state.selection?.kind === 'visitor');
  const found = useMemo(() => (timeline ? encountersOf(timeline) : null), [timeline]);
  if (!timeline || !found) return null;
  const text = (kind: EncounterId) => {
    const visitor = found[kind];
    if (visitor === null) return t('follow.nobody', { kind: t(`follow.kind.${kind}`) });
    const ticket = timeline.ticket(visitor);
    const name = t(`follow.kind.${kind}`);
    return ticket === '' ? name : t('follow.who', { kind: name, ticket });
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'picked', label: t('follow.picked'), disabled: !picked },
          { type: 'divider' as const },
          ...ENCOUNTERS.map((kind) => ({
            key: kind,
            label: text(kind),
            disabled: found[kind] === null,
          })),
        ],
        onClick: ({ key }) => {
          const kind = ENCOUNTERS.find((one) => one === key);
          if (kind) show.followKind(kind);
          else show.follow();
        },
      }}
    >
      <Button icon={<UserOutlined />}>{t('follow.menu')}</Button>
    </Dropdown>
  );
}
