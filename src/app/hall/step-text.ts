import type { useTranslation } from 'react-i18next';
import type { FloorPlan } from '../../scenarios/floorplan';
import { Activity, type StoryStep, type Timeline } from '../../sim/hall/timeline';
import { activityKey } from './activity';

/** What a step is, and where it takes place when that needs saying. */
export function stepText(
  step: StoryStep,
  timeline: Timeline,
  plan: FloorPlan,
  t: ReturnType<typeof useTranslation>['t'],
): string {
  const { header } = timeline.record;
  const activity = t(activityKey(step.activity));
  switch (step.activity) {
    case Activity.Queueing:
    case Activity.AtStation: {
      const fixture = plan.fixtures.find((f) => f.id === header.stations[step.place]);
      if (!fixture) return activity;
      const station = t(`fixture.${fixture.kind}`);
      return step.activity === Activity.AtStation ? station : t('visitor.atStation', { station });
    }
    case Activity.Called:
    case Activity.InService: {
      const number = plan.windows.find((w) => w.id === header.windows[step.place])?.number;
      if (number === undefined) return activity;
      const window = t('window.number', { number });
      return t(step.activity === Activity.Called ? 'visitor.toWindow' : 'visitor.atWindow', {
        window,
      });
    }
    default:
      return activity;
  }
}
