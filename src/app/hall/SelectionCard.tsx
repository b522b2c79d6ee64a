import { useShow, useTours, useTwinState } from '../context';
import { FollowCard } from '../show/FollowView';
import { CameraCard, FixtureCard } from './ThingCards';
import { VisitorCard } from './VisitorCard';
import { WindowCard } from './WindowCard';

/** Who or what was clicked. */
export function SelectionCard() {
  const selection = useTwinState((state) => state.selection);
  const plan = useTwinState((state) => state.plan);
  const timeline = useTwinState((state) => state.day.timeline);
  const answers = useTwinState((state) => state.day.answers);
  const following = useShow((state) => state.following);
  const touring = useTours((state) => state.shown?.running === true);
  if (!selection || !plan) return null;
  switch (selection.kind) {
    case 'visitor':
      if (timeline && answers && (following || touring))
        return (
          <FollowCard
            visitor={selection.visitor}
            timeline={timeline}
            scenario={answers.scenario}
            plan={plan}
          />
        );
      return timeline && answers ? (
        <VisitorCard
          visitor={selection.visitor}
          timeline={timeline}
          scenario={answers.scenario}
          plan={plan}
        />
      ) : null;
    case 'window': {
      const window = plan.windows.find((w) => w.id === selection.window);
      return window ? <WindowCard window={window} timeline={timeline} /> : null;
    }
    case 'camera': {
      const camera = plan.cameras.find((c) => c.id === selection.camera);
      return camera ? <CameraCard camera={camera} /> : null;
    }
    case 'fixture': {
      const fixture = plan.fixtures.find((f) => f.id === selection.fixture);
      return fixture ? <FixtureCard fixture={fixture} /> : null;
    }
  }
}
