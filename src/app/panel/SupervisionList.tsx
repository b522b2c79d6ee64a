import { Button, Segmented, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { numberOf } from '../../scenarios/provenance';
import { inLanguage } from '../../scenarios/text';
import { DAY_US } from '../../sim/hall/arrivals';
import type { Supervision } from '../../sim/stats/supervision';
import { useFormatter, useTwin, useTwinState } from '../context';
import { Downloads } from '../Downloads';
import { clockTime } from '../format';
import { OfficePending } from './OfficePending';
import { supervisionSheet } from './office-sheets';
import { ProvenanceTag } from './ProvenanceTag';
import { usePlaceNames } from './placeNames';
import { provenanceOf } from './provenanceOf';

const KINDS = ['wait', 'caseLate', 'unmanned', 'lowRating'] as const;
const RATINGS = ['rating.0', 'rating.1', 'rating.2', 'rating.3', 'rating.4'] as const;
type Filter = 'all' | Supervision['kind'];

/** The electronic supervision list: what has to be looked into, with the moment to look at. */
export function SupervisionList() {
  const { t } = useTranslation();
  const format = useFormatter();
  const { record, answers } = useTwinState((state) => state.office);
  const [filter, setFilter] = useState<Filter>('all');
  const tell = useTelling();
  const jump = useJump();
  if (!record || !answers) return <OfficePending />;
  const { dates } = record.header;
  const count = (kind: Supervision['kind']) =>
    record.supervision.filter((one) => one.kind === kind).length;
  const rows = record.supervision
    .filter((one) => filter === 'all' || one.kind === filter)
    .map((one, key) => ({ one, key }));
  const { targetWaitS } = answers.scenario;
  return (
    <section className="panel-section">
      <h3>{t('supervision.title')}</h3>
      <p className="quiet">
        {t('supervision.about', { target: format.number(numberOf(targetWaitS) / 60) })}{' '}
        <ProvenanceTag provenance={provenanceOf(targetWaitS)} />
      </p>
      <Segmented<Filter>
        block
        size="small"
        aria-label={t('supervision.filter')}
        value={filter}
        onChange={setFilter}
        options={[
          { value: 'all', label: t('supervision.all', { count: record.supervision.length }) },
          ...KINDS.map((kind) => ({
            value: kind,
            label: t(`supervision.kind.${kind}`, { count: count(kind) }),
          })),
        ]}
      />
      <Table
        className="supervision"
        size="small"
        rowKey="key"
        dataSource={rows}
        locale={{ emptyText: t('supervision.none') }}
        pagination={{ pageSize: 15, size: 'small', hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          {
            title: t('supervision.when'),
            render: (_, { one }) => {
              const go = jump(one);
              const when = whenOf(one, dates, t('supervision.stillOpen'));
              return go ? (
                <Button type="link" className="inline-link figure" onClick={go}>
                  {when}
                </Button>
              ) : (
                <span className="figure">{when}</span>
              );
            },
          },
          { title: t('supervision.what'), render: (_, { one }) => tell(one) },
        ]}
      />
      {rows.length > 0 && (
        <Downloads
          name={`${record.header.scenario}-supervision`}
          printable={false}
          sheets={() => [
            supervisionSheet(
              record,
              rows.map(({ one }) => [whenOf(one, dates, t('supervision.stillOpen')), tell(one)]),
              t,
            ),
          ]}
        />
      )}
    </section>
  );
}

function whenOf(
  { atUs }: Supervision,
  dates: readonly (string | null)[],
  stillOpen: string,
): string {
  if (atUs === null) return stillOpen;
  const time = clockTime(atUs % DAY_US).slice(0, 5);
  const date = dates.length > 1 ? dates[Math.floor(atUs / DAY_US)] : null;
  return date ? `${date.slice(5)} ${time}` : time;
}

/** Each line in words. */
function useTelling(): (one: Supervision) => string {
  const { t } = useTranslation();
  const format = useFormatter();
  const language = useTwinState((state) => state.language);
  const classes = useTwinState((state) => state.office.answers?.scenario.classes) ?? [];
  const nameOf = usePlaceNames();
  const className = (index: number) => {
    const visitorClass = classes[index];
    return visitorClass ? inLanguage(visitorClass.name, language) : '';
  };
  return (one) => {
    switch (one.kind) {
      case 'wait':
        return t(`supervision.wait.${one.how}`, {
          name: className(one.classIndex),
          minutes: format.minutes(one.waitUs / 1e6),
        });
      case 'caseLate':
        return t('supervision.caseLate', {
          name: className(one.classIndex),
          took: one.tookDays,
          promised: one.promisedDays,
        });
      case 'unmanned':
        return t(`supervision.unmanned.${one.reason}`, {
          window: nameOf('window', one.window),
          until: clockTime(one.untilUs % DAY_US).slice(0, 5),
        });
      case 'lowRating': {
        const words = {
          window: nameOf('window', one.window),
          level: t(RATINGS[one.level] ?? RATINGS[4]),
        };
        if (one.followedUpUs === null) return t('supervision.lowRating.open', words);
        return t(one.late ? 'supervision.lowRating.late' : 'supervision.lowRating.done', words);
      }
    }
  };
}

/** How to look at it in the played day; null for what is not in it. */
function useJump(): (one: Supervision) => (() => void) | null {
  const { clock, store } = useTwin();
  const timeline = useTwinState((state) => state.day.timeline);
  const windows = useTwinState((state) => state.office.record?.header.windows) ?? [];
  return (one) => {
    const { atUs } = one;
    if (!timeline || atUs === null || atUs >= DAY_US) return null;
    return () => {
      const id = one.kind === 'unmanned' ? windows[one.window] : undefined;
      clock.pause();
      clock.seek(atUs);
      if (one.kind === 'unmanned') {
        if (id !== undefined) store.setState({ selection: { kind: 'window', window: id } });
      } else store.setState({ selection: { kind: 'visitor', visitor: one.visitor } });
    };
  };
}
