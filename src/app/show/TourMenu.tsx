import { CompassOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '../../scenarios/text';
import { TOURS } from '../../scenarios/tours';
import { useTours, useTwin, useTwinState } from '../context';

/** The tours that ship, and one from a file. */
export function TourMenu() {
  const { t } = useTranslation();
  const { tours } = useTwin();
  const language = useTwinState((state) => state.language);
  const opening = useTours((state) => state.opening);
  const file = useRef<HTMLInputElement>(null);
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          className: 'tour-menu',
          items: [
            ...TOURS.map(({ id, name, about }) => ({
              key: id,
              label: (
                <>
                  <strong>{inLanguage(name, language)}</strong>
                  <span className="quiet">{inLanguage(about, language)}</span>
                </>
              ),
            })),
            { type: 'divider' as const },
            { key: '', label: t('tour.file') },
          ],
          onClick: ({ key }) => {
            const tour = TOURS.find(({ id }) => id === key);
            if (tour) void tours.open(tour);
            else file.current?.click();
          },
        }}
      >
        <Button icon={<CompassOutlined />} loading={opening !== null}>
          {t('tour.menu')}
        </Button>
      </Dropdown>
      <input
        ref={file}
        type="file"
        hidden
        accept=".json,application/json"
        aria-label={t('tour.file')}
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          event.target.value = '';
          if (chosen) void tours.openFile(chosen);
        }}
      />
    </>
  );
}
