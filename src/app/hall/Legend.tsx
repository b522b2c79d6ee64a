import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ACTIVITY_COLOURS, UNIFORM } from '../../scene/palette';
import { ACTIVITY_ORDER, activityKey } from './activity';

/** What the rings under the visitors' feet mean, and who is staff. */
export function Legend() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(true);
  return (
    <section className={open ? 'legend' : 'legend shut'} aria-label={t('legend.title')}>
      <Button
        type="text"
        aria-expanded={open}
        icon={open ? <LeftOutlined /> : <RightOutlined />}
        onClick={() => setOpen(!open)}
      >
        {t('legend.title')}
      </Button>
      {open && (
        <ul>
          <li>
            <i className="swatch" style={{ background: UNIFORM.vest }} />
            {t('legend.staff')}
          </li>
          {ACTIVITY_ORDER.map((activity) => (
            <li key={activity}>
              <i className="swatch ring" style={{ borderColor: ACTIVITY_COLOURS[activity] }} />
              {t(activityKey(activity))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
