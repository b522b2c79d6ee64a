import type { ReactNode } from 'react';
import type { Ending } from '../../sim/planning/screening';
import { Answer, Proposal } from './Proposal';

/** A search's answer: what it comes to, what can be done with it, its picture, its sentences. */
export function PlanResult(props: {
  readonly plan: { readonly recommended: number | null; readonly ending: Ending };
  readonly sentences: readonly string[];
  /** It speaks of something else than what the fields now ask. */
  readonly old: boolean;
  /** It grows: nothing yet to hand in. */
  readonly working: boolean;
  readonly actions: ReactNode;
  readonly chart: ReactNode;
  readonly table: ReactNode;
}) {
  const { plan, sentences, old, working } = props;
  const met = plan.recommended !== null ? true : plan.ending === 'decided' ? false : null;
  return (
    <article className={old ? 'plan-result old' : 'plan-result'}>
      <Answer sentences={sentences} met={met} />
      <div className="result-actions no-print">{props.actions}</div>
      {props.chart}
      {!working && <Proposal sentences={sentences} />}
      {props.table}
    </article>
  );
}
