import type { EventLog, LoggedEvent } from './events';

interface Relation {
  readonly objectId: string;
  readonly qualifier: string;
}

interface LogObject {
  readonly id: string;
  readonly type: ObjectType;
  readonly attributes: { name: string; time: string; value: string }[];
  readonly relationships: Relation[];
}

const OBJECT_TYPES = {
  visitor: ['class'],
  case: ['class'],
  ticket: ['number', 'class'],
  window: [],
  station: [],
  backOffice: [],
} as const;
type ObjectType = keyof typeof OBJECT_TYPES;

/**
 * A log as OCEL 2.0 (JSON): visitors, cases (all visits about one matter), tickets, windows,
 * stations and back offices are objects, every event is related to those it is about.
 */
export function logOcel(log: EventLog): string {
  const { events, caseOf, companionOf, header } = log;
  const objects = new Map<string, LogObject>();
  const object = (
    type: ObjectType,
    id: string,
    time: string,
    attributes: Readonly<Record<string, string | null>> = {},
    relationships: readonly Relation[] = [],
  ): string => {
    if (!objects.has(id))
      objects.set(id, {
        id,
        type,
        attributes: Object.entries(attributes).flatMap(([name, value]) =>
          value === null ? [] : [{ name, time, value }],
        ),
        relationships: [...relationships],
      });
    return id;
  };
  const start = events[0]?.time ?? '1970-01-01T00:00:00.000+00:00';
  for (const id of header.windows) object('window', `window:${id}`, start);
  for (const id of header.stations) object('station', `station:${id}`, start);
  for (const id of header.backOffices) object('backOffice', `office:${id}`, start);

  const relationsOf = (event: LoggedEvent): Relation[] => {
    const found: Relation[] = [];
    const { visitor, time } = event;
    if (visitor !== null) {
      const with_ = companionOf.get(visitor);
      const matter = caseOf.get(visitor) ?? visitor;
      const caseId = object('case', `case:${matter}`, time, { class: event.class });
      const visitorId = object('visitor', `visitor:${visitor}`, time, { class: event.class }, [
        { objectId: caseId, qualifier: 'comes for' },
        ...(with_ === undefined
          ? []
          : [{ objectId: `visitor:${with_}`, qualifier: 'accompanies' }]),
      ]);
      found.push({ objectId: visitorId, qualifier: 'who' });
      found.push({ objectId: caseId, qualifier: 'about' });
      if (event.ticket !== null)
        found.push({
          objectId: object(
            'ticket',
            `ticket:${visitor}-${event.ticketCount}`,
            time,
            { number: event.ticket, class: event.class },
            [{ objectId: visitorId, qualifier: 'held by' }],
          ),
          qualifier: 'with',
        });
    }
    if (event.window !== null) found.push({ objectId: `window:${event.window}`, qualifier: 'at' });
    if (event.station !== null)
      found.push({ objectId: `station:${event.station}`, qualifier: 'at' });
    if (event.backOffice !== null)
      found.push({ objectId: `office:${event.backOffice}`, qualifier: 'at' });
    return found;
  };

  const types = new Set<string>();
  const told = events.map((event) => {
    const type = event.kind;
    types.add(type);
    return {
      id: `e${event.index}`,
      type,
      time: event.time,
      attributes: [
        { name: 'activity', value: event.activity },
        { name: 'transition', value: event.transition },
        // The published schema has every value as text; the type of the attribute says how to read it.
        { name: 'value', value: String(event.value) },
        ...(event.outcome === null ? [] : [{ name: 'outcome', value: event.outcome }]),
      ],
      relationships: relationsOf(event),
    };
  });
  const text = (name: string) => ({ name, type: 'string' });
  return `${JSON.stringify({
    objectTypes: Object.entries(OBJECT_TYPES).map(([name, attributes]) => ({
      name,
      attributes: attributes.map(text),
    })),
    eventTypes: [...types].map((name) => ({
      name,
      attributes: [
        text('activity'),
        text('transition'),
        { name: 'value', type: 'integer' },
        text('outcome'),
      ],
    })),
    objects: [...objects.values()],
    events: told,
  })}\n`;
}
