import { FullscreenExitOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useShow, useTwin } from '../context';

/** What the presenter's view has besides the hall: a way out, and a black screen. */
export function Presenting() {
  const { t } = useTranslation();
  const { show } = useTwin();
  const presenting = useShow((state) => state.presenting);
  const black = useShow((state) => state.black);
  useEffect(() => {
    // The browser's own way out of the full screen leaves the view as well.
    const follow = () => {
      if (document.fullscreenElement === null) show.present(false);
    };
    document.addEventListener('fullscreenchange', follow);
    return () => document.removeEventListener('fullscreenchange', follow);
  }, [show]);
  if (!presenting) return null;
  return (
    <>
      <Button
        className="present-leave"
        icon={<FullscreenExitOutlined />}
        onClick={() => show.present(false)}
      >
        {t('present.leave')}
      </Button>
      {black && (
        <button
          type="button"
          className="present-black"
          aria-label={t('present.black')}
          onClick={show.toggleBlack}
        />
      )}
    </>
  );
}
