import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useTwinState } from './context';
import { STUDIO_KEYS } from './studio/useStudioKeys';

const KEYS = [
  ['Space', 'help.space'],
  ['← →', 'help.arrows'],
  ['Shift + ← →', 'help.shiftArrows'],
  ['Home / End', 'help.homeEnd'],
  ['1 – 7', 'help.digits'],
  ['T', 'help.view'],
  ['F', 'help.follow'],
  ['PageDown / PageUp', 'help.step'],
  ['P', 'help.present'],
  ['B', 'help.black'],
  ['Esc', 'help.escape'],
  ['?', 'help.help'],
] as const;

/**
 * Escape closes a dialog to be read even if a tip has come up since: the tip would take the key to itself.
 */
export function closedByEscape(close: () => void) {
  return {
    onKeyDown: ({ key }: { readonly key: string }) => {
      if (key === 'Escape') close();
    },
  };
}

/** How the page is used: the mouse, the keys, and what the tags mean. */
export function HelpDialog(props: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const page = useTwinState((state) => state.page);
  return (
    <Modal
      open={props.open}
      onCancel={props.onClose}
      wrapProps={closedByEscape(props.onClose)}
      footer={null}
      title={t('help.title')}
      width={560}
    >
      <p>{t('help.intro')}</p>
      <h3 className="help-heading">{t('help.mouse')}</h3>
      <ul className="help-list">
        <li>{t('help.mouseOrbit')}</li>
        <li>{t('help.mouseClick')}</li>
        <li>{t('help.mouseSlider')}</li>
        <li>{t('help.mouseDrop')}</li>
      </ul>
      <h3 className="help-heading">{t('help.keys')}</h3>
      <Keys keys={KEYS} />
      <p>{t('help.tour')}</p>
      <h3 className="help-heading">{t('help.studio')}</h3>
      <p>{t('help.studioText')}</p>
      {page === 'studio' && <Keys keys={STUDIO_KEYS} />}
      <h3 className="help-heading">{t('help.cameras')}</h3>
      <p>{t('help.camerasText')}</p>
      <h3 className="help-heading">{t('help.numbers')}</h3>
      <p>{t('help.numbersText')}</p>
    </Modal>
  );
}

/** Keys with what each does. */
export function Keys(props: { readonly keys: readonly (readonly [key: string, text: string])[] }) {
  const { t } = useTranslation();
  return (
    <dl className="help-keys">
      {props.keys.map(([key, text]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{t(text)}</dd>
        </div>
      ))}
    </dl>
  );
}
