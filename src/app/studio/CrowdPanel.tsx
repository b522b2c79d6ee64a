import { Alert, Button, Spin } from 'antd';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { FloorPlan } from '../../scenarios/floorplan';
import { inLanguage } from '../../scenarios/text';
import { type Crowding, hottest, peopleAbout } from '../../sim/crowding/crowding';
import {
  LEAST_M2,
  LEVEL_PROVENANCE,
  LEVELS,
  type Level,
  levelOf,
} from '../../sim/crowding/level-of-service';
import type { ClerkWalk } from '../../sim/crowding/staff-walking';
import { useTwin, useTwinState } from '../context';
import { clockTime } from '../format';
import { LEVEL_COLOURS } from '../level-colours';

/** Where the simulated day is crowded, how many sit and stand, and who is behind a hot place. */
export function CrowdPanel({ plan }: { readonly plan: FloorPlan }) {
  const { t } = useTranslation();
  const { crowds } = useTwin();
  const { crowding, clerks, answers, cell, failure } = useStore(crowds.store);
  const language = useTwinState((state) => state.language);
  const question = useTwinState((state) => state.question);
  if (failure !== null)
    return <Alert type="error" showIcon title={t('studio.failed', { reason: failure })} />;
  if (!question?.floorplan) return <p className="quiet">{t('studio.crowd.none')}</p>;
  if (!crowding) return <Spin />;
  const old = answers !== question || answers.floorplan !== plan;
  return (
    <section className={old ? 'rules old' : 'rules'}>
      <p className="quiet">{t('studio.crowd.hint')}</p>
      {old && <Alert type="info" showIcon title={t('studio.crowd.old')} />}
      <ul className="crowd-legend">
        {LEVELS.map((level) => (
          <li key={level}>
            <i style={{ background: LEVEL_COLOURS[level] }} />
            {t('studio.crowd.level', {
              level,
              area: rangeOf(level, t),
              floor: crowding.areaM2[level].toFixed(1),
            })}
          </li>
        ))}
      </ul>
      <p className="quiet">
        {t('studio.crowd.source', { source: inLanguage(LEVEL_PROVENANCE.note, language) })}
      </p>
      <Totals crowding={crowding} />
      <ClerksWalk clerks={clerks} plan={plan} />
      <Hottest crowding={crowding} />
      {cell !== null && <Place crowding={crowding} cell={cell} old={old} />}
    </section>
  );
}

function rangeOf(level: Level, t: TFunction): string {
  if (level === 'A') return t('studio.crowd.above', { area: LEAST_M2.A });
  if (level === 'F') return t('studio.crowd.atMost', { area: LEAST_M2.E });
  const above = LEVELS[LEVELS.indexOf(level) - 1] as Exclude<Level, 'F'>;
  return t('studio.crowd.between', { from: LEAST_M2[level], to: LEAST_M2[above] });
}

function Totals({ crowding }: { readonly crowding: Crowding }) {
  const { t } = useTranslation();
  const walked = useTwinState((state) => state.figures.report?.measures.walkMeanM.mean);
  const first = { timeS: 0, sitting: 0, standing: 0 };
  const most = (what: 'sitting' | 'standing') =>
    crowding.series.reduce((best, now) => (now[what] > best[what] ? now : best), first);
  const [sitting, standing] = [most('sitting'), most('standing')];
  return (
    <>
      <p>
        {t('studio.crowd.seats', {
          seats: crowding.seats,
          sitting: sitting.sitting,
          sittingAt: clockTime(sitting.timeS * 1e6),
        })}
        {standing.standing === 0
          ? t('studio.crowd.allSit')
          : t('studio.crowd.standing', {
              standing: standing.standing,
              standingAt: clockTime(standing.timeS * 1e6),
            })}
      </p>
      <p>{t('studio.crowd.walked', { walked: walked == null ? '–' : walked.toFixed(1) })}</p>
    </>
  );
}

/** What a clerk walks in the day, on average and at the most. */
function ClerksWalk(props: { readonly clerks: readonly ClerkWalk[]; readonly plan: FloorPlan }) {
  const { t } = useTranslation();
  const walked = props.clerks.flatMap(({ window, walkedM }) =>
    walkedM === null ? [] : [{ window, walkedM }],
  );
  if (walked.length === 0) return <p>{t('studio.crowd.clerks.none')}</p>;
  const most = walked.reduce((best, now) => (now.walkedM > best.walkedM ? now : best));
  return (
    <p>
      {t('studio.crowd.clerks', {
        mean: (walked.reduce((sum, { walkedM }) => sum + walkedM, 0) / walked.length).toFixed(1),
        most: most.walkedM.toFixed(1),
        window: props.plan.windows.find(({ id }) => id === most.window)?.number ?? most.window,
      })}
      {walked.length < props.clerks.length &&
        t('studio.crowd.clerks.unreached', { n: props.clerks.length - walked.length })}
    </p>
  );
}

const HOTTEST = 3;

/** The worst places of the day as buttons: the way to them without a mouse. */
function Hottest({ crowding }: { readonly crowding: Crowding }) {
  const { t } = useTranslation();
  const { crowds } = useTwin();
  const cells = useMemo(() => hottest(crowding, HOTTEST), [crowding]);
  if (cells.length === 0) return null;
  return (
    <>
      <h3>{t('studio.crowd.hottest')}</h3>
      <div className="studio-deeds">
        {cells.map((cell, i) => (
          <Button key={cell} onClick={() => crowds.store.setState({ cell })}>
            {t('studio.crowd.hot', {
              rank: i + 1,
              density: crowding.peak[cell]!.toFixed(2),
              at: clockTime(crowding.peakAtS[cell]! * 1e6),
            })}
          </Button>
        ))}
      </div>
    </>
  );
}

/** A place at its worst moment: when, how dense, and who. */
function Place(props: {
  readonly crowding: Crowding;
  readonly cell: number;
  readonly old: boolean;
}) {
  const { crowding, cell, old } = props;
  const { t } = useTranslation();
  const { jumpTo, store } = useTwin();
  const language = useTwinState((state) => state.language);
  const timeline = useTwinState((state) => state.day.timeline);
  const classes = useTwinState((state) => state.question?.scenario.classes);
  const density = crowding.peak[cell]!;
  const atS = crowding.peakAtS[cell]!;
  if (!(density > 0)) return <p>{t('studio.crowd.nobody')}</p>;
  const people = timeline && !old ? peopleAbout(crowding, timeline, cell, atS) : [];
  const nameOf = (visitor: number): string => {
    if (!timeline || timeline.companionOf(visitor) >= 0) return t('studio.crowd.companion');
    const id = timeline.record.header.classes[timeline.classIndex(visitor)];
    const name = classes?.find((one) => one.id === id)?.name;
    return t('studio.crowd.visitor', {
      ticket: timeline.ticket(visitor) || t('studio.crowd.noTicket'),
      name: name ? inLanguage(name, language) : '',
    });
  };
  return (
    <>
      <h3>
        {t('studio.crowd.place', {
          at: clockTime(atS * 1e6),
          density: density.toFixed(2),
          level: levelOf(density),
        })}
      </h3>
      <ul className="versions">
        {people.map((visitor) => (
          <li key={visitor}>
            <span>{nameOf(visitor)}</span>
            <Button
              type="link"
              size="small"
              onClick={() => {
                jumpTo(atS * 1e6);
                store.setState({ selection: { kind: 'visitor', visitor } });
              }}
            >
              {t('studio.crowd.jump')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
