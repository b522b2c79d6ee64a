import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../scenarios/problem';
import { useTwin, useTwinState } from '../context';
import { LINK } from '../state/link';

/** Problems shown before "show all". */
const FIRST = 4;

/** What went wrong, where, and what to do about it. */
export function NoticeCard() {
  const { t } = useTranslation();
  const { session, store } = useTwin();
  const notice = useTwinState((state) => state.notice);
  const hasHall = useTwinState((state) => state.question !== null);
  if (!notice) return null;
  const close = { closable: { onClose: () => store.setState({ notice: null }) } };
  switch (notice.kind) {
    case 'input':
      return (
        <Alert
          type="error"
          showIcon
          role="alert"
          {...close}
          title={
            notice.source === LINK ? t('notice.link') : t('notice.input', { source: notice.source })
          }
          description={
            <>
              {hasHall && <p>{t('notice.kept')}</p>}
              <Problems
                key={notice.source}
                problems={notice.problems}
                isLink={notice.source === LINK}
              />
            </>
          }
        />
      );
    case 'plan':
      return (
        <Alert
          type="error"
          showIcon
          role="alert"
          {...close}
          title={t('notice.plan', { id: notice.id })}
          description={t('notice.planRemedy')}
        />
      );
    case 'otherHall':
      return (
        <Alert
          type="info"
          showIcon
          role="status"
          {...close}
          title={t('notice.otherHall')}
          description={t('notice.otherHallRemedy')}
        />
      );
    case 'thread':
      return (
        <Alert
          type="error"
          showIcon
          role="alert"
          {...close}
          title={t('notice.thread')}
          description={t('notice.threadReason', { reason: notice.reason })}
          action={<Button onClick={() => void session.retry()}>{t('notice.retry')}</Button>}
        />
      );
  }
}

function Problems(props: {
  readonly problems: readonly Problem[];
  /** A link is no file: what is wrong with it as a whole has no place. */
  readonly isLink: boolean;
}) {
  const { problems, isLink } = props;
  const { t } = useTranslation();
  const language = useTwinState((state) => state.language);
  const [all, setAll] = useState(false);
  const shown = all ? problems : problems.slice(0, FIRST);
  return (
    <>
      <ol className="problems">
        {shown.map((problem, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order
          <li key={i}>
            {(problem.path || !isLink) && <code>{problem.path || t('notice.document')}</code>}
            <span>{problem.message[language]}</span>
            <span className="remedy">{problem.remedy[language]}</span>
          </li>
        ))}
      </ol>
      {shown.length < problems.length && (
        <Button type="link" className="inline-link" onClick={() => setAll(true)}>
          {t('notice.all', { count: problems.length })}
        </Button>
      )}
    </>
  );
}
