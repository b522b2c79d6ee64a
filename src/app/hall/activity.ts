import { LeaveReason, Origin } from '../../sim/hall/record';
import { Activity, WindowState } from '../../sim/hall/timeline';

const ACTIVITY_KEYS = {
  [Activity.Queueing]: 'activity.queueing',
  [Activity.AtStation]: 'activity.atStation',
  [Activity.Waiting]: 'activity.waiting',
  [Activity.Called]: 'activity.called',
  [Activity.InService]: 'activity.inService',
  [Activity.AwaitingApproval]: 'activity.awaitingApproval',
  [Activity.AwaitingIssue]: 'activity.awaitingIssue',
  [Activity.Rating]: 'activity.rating',
  [Activity.Leaving]: 'activity.leaving',
  [Activity.Accompanying]: 'activity.accompanying',
} as const;

const WINDOW_STATE_KEYS = {
  [WindowState.Closed]: 'windowState.closed',
  [WindowState.Idle]: 'windowState.idle',
  [WindowState.Calling]: 'windowState.calling',
  [WindowState.Serving]: 'windowState.serving',
} as const;

const ORIGIN_KEYS = {
  [Origin.WalkIn]: 'origin.walkIn',
  [Origin.Appointment]: 'origin.appointment',
  [Origin.Return]: 'origin.return',
  [Origin.Collection]: 'origin.collection',
  [Origin.HandIn]: 'origin.handIn',
} as const;

const REASON_KEYS = {
  [LeaveReason.Done]: 'reason.done',
  [LeaveReason.Issued]: 'reason.issued',
  [LeaveReason.Promised]: 'reason.promised',
  [LeaveReason.SentBack]: 'reason.sentBack',
  [LeaveReason.Kiosk]: 'reason.kiosk',
  [LeaveReason.Abandoned]: 'reason.abandoned',
  [LeaveReason.SentAway]: 'reason.sentAway',
  [LeaveReason.Balked]: 'reason.balked',
  [LeaveReason.Full]: 'reason.full',
  [LeaveReason.PassedOver]: 'reason.passedOver',
} as const;

/** Activities in the order in which a visitor meets them. */
export const ACTIVITY_ORDER: readonly Activity[] = [
  Activity.Queueing,
  Activity.AtStation,
  Activity.Waiting,
  Activity.Called,
  Activity.InService,
  Activity.AwaitingApproval,
  Activity.AwaitingIssue,
  Activity.Rating,
  Activity.Leaving,
  Activity.Accompanying,
];

/** Translation key of an activity. */
export function activityKey(activity: Activity): (typeof ACTIVITY_KEYS)[Activity] {
  return ACTIVITY_KEYS[activity];
}

/** Translation key of a window's state. */
export function windowStateKey(state: WindowState): (typeof WINDOW_STATE_KEYS)[WindowState] {
  return WINDOW_STATE_KEYS[state];
}

/** Translation key of what brought a visitor here. */
export function originKey(origin: Origin): (typeof ORIGIN_KEYS)[Origin] {
  return ORIGIN_KEYS[origin];
}

/** Translation key of how a visit ended. */
export function reasonKey(reason: LeaveReason): (typeof REASON_KEYS)[LeaveReason] {
  return REASON_KEYS[reason];
}
