import { type DragEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Gltf } from '../../scene/edit/Gltf';
import { PlanView } from '../../scene/flat/PlanView';
import { HallScene } from '../../scene/HallScene';
import type { QualityLevel, Selection, Unavailable } from '../../scene/types';
import { Pose } from '../../scene/view/Pose';
import type { Shot } from '../../scene/view/shot';
import { useShow, useTours, useTwin, useTwinState } from '../context';
import { FollowStrip } from '../show/FollowView';
import { HeatLegend, useHeat } from '../show/HeatMenu';
import type { Origin } from '../state/store';
import { Legend } from './Legend';
import { NoticeCard } from './NoticeCard';
import { SelectionCard } from './SelectionCard';
import { StageControls } from './StageControls';
import { HALL_WORDS_ID, HallWords } from './words/HallWords';

/** The hall itself with what is laid over it; a scenario file may be dropped on it. */
export function HallStage() {
  const { t } = useTranslation();
  const { session } = useTwin();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) void session.openFile(file);
  };
  return (
    <section
      className={over ? 'stage drop-target' : 'stage'}
      aria-label={t('stage.region')}
      aria-describedby={HALL_WORDS_ID}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Drawing />
      <div className="stage-left">
        <NoticeCard />
        <SelectionCard />
        <HallWords />
      </div>
      {over && <div className="drop-hint">{t('stage.drop')}</div>}
    </section>
  );
}

function Drawing() {
  const { t } = useTranslation();
  const { clock, store, show } = useTwin();
  const plan = useTwinState((state) => state.plan);
  const question = useTwinState((state) => state.question);
  const timeline = useTwinState((state) => state.day.timeline);
  const status = useTwinState((state) => state.day.status);
  const selection = useTwinState((state) => state.selection);
  const language = useTwinState((state) => state.language);
  const view = useTwinState((state) => state.view);
  const quality = useTwinState((state) => state.quality);
  const following = useShow((state) => state.following);
  const tour = useTours((state) => state.shown);
  const shot = useSentShot(question?.origin);
  const [unavailable, setUnavailable] = useState<Unavailable | null>(null);
  const [level, setLevel] = useState<QualityLevel | null>(null);
  const heat = useHeat();
  const [resets, setResets] = useState(0);
  const reset = () => {
    show.sendTo(null);
    setResets(resets + 1);
  };
  if (question && !plan) return <p className="stage-message">{t('stage.noPlan')}</p>;
  if (!plan) return <p className="stage-message">{t('stage.opening')}</p>;
  const flat = unavailable !== null && unavailable.kind !== 'lost';
  const shared = {
    plan,
    timeline,
    clock,
    selection,
    language,
    following,
    heat: heat?.layer ?? null,
    onSelect: (next: Selection | null) => store.setState({ selection: next }),
  };
  return (
    <>
      {flat ? (
        <PlanView {...shared} />
      ) : (
        <HallScene
          {...shared}
          onQuality={setLevel}
          view={view}
          quality={quality}
          resetCount={resets}
          shot={tour?.shot ?? shot}
          onUnavailable={setUnavailable}
        >
          <Pose plan={plan} view={view} offer={show.offerPose} />
          <Gltf offer={show.offerGltf} />
        </HallScene>
      )}
      <StageControls flat={flat} level={level} onReset={reset} />
      {heat && <HeatLegend heat={heat} />}
      {following && !tour?.running ? <FollowStrip /> : <Legend />}
      {unavailable && (
        <p className="stage-note" role="status">
          {unavailable.message}
        </p>
      )}
      {status === 'working' && (
        <p className="stage-note" role="status">
          {t(timeline ? 'stage.rerecording' : 'stage.recording')}
        </p>
      )}
    </>
  );
}

/** Where a link has sent the camera, if it was a link to this hall. */
function useSentShot(origin: Origin | undefined): Shot | null {
  const sent = useShow((state) => state.sent);
  return useMemo(() => {
    if (!sent || sent.origin !== origin) return null;
    const { view, framing } = sent;
    return { key: `link ${JSON.stringify(framing)}`, view, framing: () => framing };
  }, [sent, origin]);
}
