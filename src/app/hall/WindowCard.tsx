import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FloorPlanWindow } from '../../scenarios/floorplan';
import { inLanguage } from '../../scenarios/text';
import type { Timeline } from '../../sim/hall/timeline';
import { useClockTime, useFormatter, useTwin, useTwinState } from '../context';
import { postsOf } from '../panel/attendance';
import { DutyHours } from '../panel/DutyHours';
import { windowStateKey } from './activity';
import { Card, Facts } from './Card';

/** One window: what it does now and how busy it is over the day. */
export function WindowCard(props: {
  readonly window: FloorPlanWindow;
  readonly timeline: Timeline | null;
}) {
  const { window, timeline } = props;
  const { t } = useTranslation();
  const { clock, store } = useTwin();
  const format = useFormatter();
  const language = useTwinState((state) => state.language);
  const report = useTwinState((state) => state.figures.report);
  const classes = useTwinState((state) => state.question?.scenario.classes) ?? [];
  const asked = useTwinState((state) => state.question?.scenario.windows)?.find(
    (w) => w.id === window.id,
  );
  const office = useTwinState((state) => state.office.record);
  useClockTime(1e6);
  const index = timeline?.record.header.windows.indexOf(window.id) ?? -1;
  const timeUs = clock.timeUs();
  const visitor = timeline && index >= 0 ? timeline.windowVisitor(index, timeUs) : -1;
  const utilisation = report?.measures.utilisation[window.id];
  // The day that plays is the first of the run.
  const post = postsOf(office?.attendance ?? [], 0).find(
    ({ kind, place }) => kind === 'window' && place === index,
  );
  const serves = classes
    .filter((c) => asked?.serves.includes(c.id))
    .map((c) => inLanguage(c.name, language));
  const ticket =
    visitor >= 0 && timeline ? (
      <Button
        type="link"
        className="inline-link"
        onClick={() => store.setState({ selection: { kind: 'visitor', visitor } })}
      >
        {timeline.ticket(visitor)}
      </Button>
    ) : (
      '—'
    );
  return (
    <Card title={t('window.number', { number: window.number })}>
      <Facts
        rows={[
          [t('window.name'), inLanguage(asked?.name ?? window.name, language)],
          [t('window.area'), t(`area.${window.area}`)],
          [
            t('window.state'),
            timeline && index >= 0 ? t(windowStateKey(timeline.windowState(index, timeUs))) : '—',
          ],
          [t('window.ticket'), ticket],
          ...(post
            ? [[t('attendance.presence'), <DutyHours key="duty" row={post} />] as const]
            : []),
          [
            t('window.utilisation'),
            utilisation
              ? t('window.utilisationValue', {
                  mean: format.mean('share', utilisation),
                  interval: format.interval('share', utilisation),
                  n: utilisation.n,
                })
              : '—',
          ],
          ...(serves.length > 0
            ? [[t('window.serves'), serves.join(t('parameter.separator'))] as const]
            : []),
        ]}
      />
    </Card>
  );
}
