import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTwin } from '../context';
import { useLive } from './hooks';

/** Where the server of a hall listens unless it is told otherwise. */
const USUAL_ADDRESS = 'http://127.0.0.1:4174/';

/** What to do while there is no line: start the server, open its address, give the token. */
export function ConnectPanel() {
  const { t } = useTranslation();
  const line = useLive((state) => state.line);
  return (
    <section className="live-connect">
      <h2>{t('live.title')}</h2>
      <p className="quiet">{t('live.about')}</p>
      {line.kind === 'token' ? (
        <TokenForm wrong={line.wrong} />
      ) : line.kind === 'absent' ? (
        <Absent />
      ) : (
        <p role="status">
          {t(line.kind === 'waiting' ? 'live.connect.trying' : 'live.connect.connecting')}
        </p>
      )}
    </section>
  );
}

function TokenForm({ wrong }: { readonly wrong: boolean }) {
  const { t } = useTranslation();
  const { live } = useTwin();
  const [token, setToken] = useState('');
  const give = () => {
    if (token === '') return;
    live.admit(token);
    // It is not kept: the server remembers this browser.
    setToken('');
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        give();
      }}
    >
      <p>{t('live.connect.tokenAsked')}</p>
      {wrong && <Alert type="error" title={t('live.connect.tokenWrong')} />}
      <div className="live-connect-row">
        <Input.Password
          aria-label={t('live.connect.token')}
          autoComplete="off"
          value={token}
          onChange={(event) => setToken(event.target.value)}
        />
        <Button type="primary" htmlType="submit" disabled={token === ''}>
          {t('live.connect.open')}
        </Button>
      </div>
    </form>
  );
}

function Absent() {
  const { t } = useTranslation();
  const { live } = useTwin();
  const [address, setAddress] = useState(USUAL_ADDRESS);
  const url = addressOf(address);
  return (
    <>
      <p>{t('live.connect.absent')}</p>
      <ol>
        <li>
          {t('live.connect.try')}
          <code>npm run -s hall -- live --demo quxi</code>
        </li>
        <li>
          {t('live.connect.log')}
          <code>npm run -s hall -- live log.csv --scenario quxi</code>
        </li>
        <li>
          {t('live.connect.push')}
          <code>npm run -s hall -- live events.ndjson --scenario quxi</code>
        </li>
      </ol>
      <p>{t('live.connect.address')}</p>
      <div className="live-connect-row">
        <Input
          aria-label={t('live.connect.addressLabel')}
          value={address}
          status={url === null ? 'error' : ''}
          onChange={(event) => setAddress(event.target.value)}
        />
        <Button type="primary" disabled={url === null} {...(url === null ? {} : { href: url })}>
          {t('live.connect.go')}
        </Button>
        <Button onClick={() => live.retry()}>{t('live.connect.again')}</Button>
      </div>
      {url === null && <p role="alert">{t('live.connect.badAddress')}</p>}
    </>
  );
}

/** The page of a server at an address as typed; null for what is none. */
function addressOf(typed: string): string | null {
  const text = typed.trim();
  try {
    const url = new URL(/^[a-z]+:\/\//i.test(text) ? text : `http://${text}`);
    return /^https?:$/.test(url.protocol) ? `${url.origin}/#/live` : null;
  } catch {
    return null;
  }
}
