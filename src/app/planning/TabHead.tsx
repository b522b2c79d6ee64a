import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SweepKind } from '../../workers/sweep-job';
import { useSweeps } from '../context';
import { SweepStatus } from '../SweepStatus';

/** What a tab asks: its question in words, its own fields, and the button that asks it. */
export function TabHead(props: {
  readonly kind: SweepKind;
  readonly about: string;
  readonly action: string;
  /** Why it can't be asked; null as a rule. */
  readonly problem: string | null;
  /** Whether the answer on show is of other fields. */
  readonly old: boolean;
  readonly onAsk: () => void;
  readonly children?: ReactNode;
}) {
  const { kind, about, action, problem, old, onAsk } = props;
  const { t } = useTranslation();
  const working = useSweeps((state) => state[kind].status === 'working');
  const answered = useSweeps((state) => state[kind].answer !== null);
  return (
    <header className="tab-head">
      <p>{about}</p>
      <div className="tab-fields">
        {props.children}
        <Button type="primary" disabled={problem !== null || working} onClick={onAsk}>
          {action}
        </Button>
        {old && answered && !working && <span className="old-note">{t('plan.old')}</span>}
      </div>
      {problem !== null && <p className="field-problem">{problem}</p>}
      <SweepStatus kind={kind} onRetry={onAsk} />
    </header>
  );
}
