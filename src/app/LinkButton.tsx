import { LinkOutlined } from '@ant-design/icons';
import { Alert, Button, Input, Popover } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTwin, useTwinState } from './context';
import { download } from './Downloads';
import { loadShippedPlan } from './plans';
import { placeNow } from './state/here';
import { LONG_LINK, linkOf } from './state/link';
import type { Place } from './state/place';

/** A link as it was made, and whether the browser let it be copied. */
export interface MadeLink {
  readonly address: string;
  readonly isCopied: boolean;
}

/** Makes an address that opens a place, and copies it where the browser allows that. */
export async function copyLink(place: Place): Promise<MadeLink> {
  const address = new URL(window.location.href);
  address.hash = await linkOf(place);
  const copying = navigator.clipboard?.writeText(address.href) ?? Promise.reject();
  const isCopied = await copying.then(
    () => true,
    () => false,
  );
  return { address: address.href, isCopied };
}

/** An address of what is on show: hall, plan, seed, time, view and page. */
export function LinkButton() {
  const { t } = useTranslation();
  const twin = useTwin();
  const hasHall = useTwinState((state) => state.question !== null);
  const [made, setMade] = useState<MadeLink | null>(null);
  const make = async () => {
    const place = await placeNow(twin, loadShippedPlan);
    if (place) setMade(await copyLink(place));
  };
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={made !== null}
      onOpenChange={(open) => {
        if (!open) setMade(null);
      }}
      content={made && <LinkText made={made} label={t('link.copy')} />}
    >
      <Button
        className="copy-link"
        icon={<LinkOutlined />}
        aria-label={t('link.copy')}
        title={t('link.title')}
        disabled={!hasHall}
        onClick={() => void make()}
      >
        <span className="link-name">{t('link.copy')}</span>
      </Button>
    </Popover>
  );
}

/** The address, whether it was copied, and what to do where it is long. */
export function LinkText({ made, label }: { readonly made: MadeLink; readonly label: string }) {
  const { t } = useTranslation();
  const { address, isCopied } = made;
  const isLong = address.length > LONG_LINK;
  return (
    <div className="link-text">
      <p role="status">{t(isCopied ? 'link.copied' : 'link.byHand')}</p>
      <Input.TextArea
        readOnly
        rows={3}
        value={address}
        aria-label={label}
        onFocus={(event) => event.target.select()}
      />
      {isLong && (
        <Alert
          type="warning"
          showIcon
          title={t('link.long', { n: address.length, most: LONG_LINK })}
          action={<FileInstead />}
        />
      )}
    </div>
  );
}

/** The hall as a file, for whoever the link is too long for. */
function FileInstead() {
  const { t } = useTranslation();
  const { store } = useTwin();
  const save = () => {
    const { question, plan } = store.getState();
    if (!question) return;
    const { scenario } = question;
    const whole = JSON.stringify({ ...scenario, floorplan: plan }, null, 2);
    download(`${scenario.id}-scenario.json`, 'application/json', whole);
  };
  return (
    <Button size="small" onClick={save}>
      {t('studio.sendFile')}
    </Button>
  );
}
