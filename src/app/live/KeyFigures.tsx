import { useTranslation } from 'react-i18next';
import { useFormatter } from '../context';
import { NOTHING } from '../format';
import { useLive } from './hooks';

/** How many wait and for how long, and the day so far. */
export function KeyFigures() {
  const { t } = useTranslation();
  const format = useFormatter();
  const present = useLive((state) => state.present)!;
  const first = present.waiting[0];
  const longestMs = first ? Math.max(0, present.nowMs - first.sinceMs) : null;
  const open = present.windows.filter(({ phase }) => phase !== 'closed');
  const free = open.filter(({ phase }) => phase === 'idle').length;
  return (
    <section className="live-key" aria-label={t('live.key.title')}>
      <Figure
        id="waiting"
        value={format.number(present.waiting.length)}
        label={t('live.key.waiting')}
      />
      <Figure
        id="longest"
        value={longestMs === null ? NOTHING : format.fixed(longestMs / 60_000, 1)}
        label={t('live.key.longest')}
      />
      <Figure id="open" value={`${open.length}`} label={t('live.key.open', { free })} />
      <Figure id="taken" value={format.number(present.taken)} label={t('live.key.taken')} />
      <Figure id="served" value={format.number(present.served)} label={t('live.key.served')} />
      <Figure id="left" value={`${present.left} / ${present.noShow}`} label={t('live.key.left')} />
    </section>
  );
}

function Figure(props: { readonly id: string; readonly value: string; readonly label: string }) {
  return (
    <div className="live-figure" data-figure={props.id}>
      <strong className="figure">{props.value}</strong>
      <span className="quiet">{props.label}</span>
    </div>
  );
}
