import { useMemo } from 'react';
import type { Person } from '../../coverage/space/people';
import type { FloorPlan } from '../../scenarios/floorplan';
import type { Timeline } from '../../sim/hall/timeline';
import { dayPeople } from '../../workers/day-people';
import { useClockTime, useTwinState } from '../context';
import { useCameras } from './hooks';

/** Who is in the room: those of the inspection or, beside the day, those of the clock's time. */
export function PeopleMarks({ room }: { readonly room: FloorPlan }) {
  const isDay = useCameras((state) => state.tab === 'day');
  const timeline = useTwinState((state) => state.day.timeline);
  const people = useCameras((state) => state.inspection?.people) ?? [];
  return isDay && timeline ? (
    <PeopleOfDay room={room} timeline={timeline} />
  ) : (
    <Marks people={people} />
  );
}

function PeopleOfDay(props: { readonly room: FloorPlan; readonly timeline: Timeline }) {
  const { room, timeline } = props;
  const posture = useCameras((state) => state.settings.posture);
  const timeUs = useClockTime(1e6);
  const source = useMemo(() => dayPeople(room, timeline, posture), [room, timeline, posture]);
  return <Marks people={source.at(timeUs / 1e6).people} />;
}

function Marks({ people }: { readonly people: readonly Person[] }) {
  return people.map(({ owner, at: [x, y] }) => (
    <circle
      key={`${owner.kind} ${owner.id}`}
      className="person-mark"
      data-kind={owner.kind}
      cx={x}
      cy={-y}
      r={0.2}
    />
  ));
}
