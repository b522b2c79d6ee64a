import type { TFunction } from 'i18next';
import type { FloorPlan } from '../../../scenarios/floorplan';
import type { Timeline } from '../../../sim/hall/timeline';
import { clockTime, minuteSecond } from '../../format';
import { stepText } from '../step-text';
import { visitorAt } from '../visitor';
import type { HallNow } from './hall-now';

/** The hall at an instant in two or three sentences. */
export function hallSentence(now: HallNow, t: TFunction): string {
  const { timeUs, called, ...counts } = now;
  const summary = t('words.summary', { time: clockTime(timeUs), ...counts });
  return called ? `${summary}${t('words.called', called)}` : summary;
}

/** What somebody does and what comes next, in a sentence. */
export function visitorSentence(
  visitor: number,
  timeline: Timeline,
  plan: FloorPlan,
  timeUs: number,
  t: TFunction,
): string {
  const { story, present } = visitorAt(timeline, visitor, timeUs);
  const ticket = timeline.ticket(visitor);
  const who = ticket === '' ? t('words.noTicket') : t('words.ticket', { ticket });
  const told = (i: number) => stepText(story[i]!, timeline, plan, t);
  if (present >= story.length) return t('words.gone', { who });
  const next = present + 1 < story.length ? told(present + 1) : t('visitor.left');
  const endUs = story[present]?.endUs ?? story[0]?.startUs ?? timeUs;
  return t('words.followed', {
    who,
    now: present < 0 ? t('visitor.notYet') : told(present),
    next,
    time: minuteSecond(Math.max(0, endUs - timeUs)),
  });
}
