import { escaped } from '../../drawing/export/xml-text';
import { PRODUCT } from '../../scenarios/product';
import type { EventLog, LoggedEvent } from './events';

const EXTENSIONS = [
  ['Concept', 'concept'],
  ['Lifecycle', 'lifecycle'],
  ['Organizational', 'org'],
  ['Time', 'time'],
] as const;

const attribute = (kind: string, key: string, value: string | number | boolean) =>
  `<${kind} key="${key}" value="${escaped(String(value))}"/>`;

/** Text attributes that have something to say. */
const texts = (pairs: readonly (readonly [string, string | null])[]) =>
  pairs.flatMap(([key, value]) => (value === null ? [] : [attribute('string', key, value)]));

/**
 * A log as XES (IEEE 1849-2016): a trace for everybody who came, in order of arrival, with begun
 * and finished work as lifecycle transitions. What concerns no visitor (windows opening, clerks
 * absent) is no part of a trace and left out; the CSV and OCEL logs have it.
 */
export function logXes(log: EventLog): string {
  const { header, events, caseOf, companionOf, datesAssumed } = log;
  const traces = new Map<number, LoggedEvent[]>();
  for (const event of events) {
    if (event.visitor === null) continue;
    const trace = traces.get(event.visitor);
    if (trace) trace.push(event);
    else traces.set(event.visitor, [event]);
  }
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<log xes.version="1849.2016" xes.features="" xmlns="http://www.xes-standard.org/">',
    ...EXTENSIONS.map(
      ([name, prefix]) =>
        `<extension name="${name}" prefix="${prefix}" uri="http://www.xes-standard.org/${prefix}.xesext"/>`,
    ),
    '<global scope="trace">',
    attribute('string', 'concept:name', ''),
    '</global>',
    '<global scope="event">',
    attribute('string', 'concept:name', ''),
    attribute('string', 'lifecycle:transition', 'complete'),
    attribute('date', 'time:timestamp', '1970-01-01T00:00:00.000+00:00'),
    '</global>',
    '<classifier name="Activity" keys="concept:name"/>',
    '<classifier name="ActivityAndLifecycle" keys="concept:name lifecycle:transition"/>',
    attribute('string', 'concept:name', header.scenario),
    attribute('string', 'lifecycle:model', 'standard'),
    attribute('string', 'product', `${PRODUCT.name} ${PRODUCT.version}`),
    attribute('int', 'seed', header.seed),
    attribute('int', 'replication', header.replication),
    attribute('boolean', 'simulated', true),
    attribute('boolean', 'datesAssumed', datesAssumed),
    ...[...traces].flatMap(([visitor, own]) => [
      '<trace>',
      attribute('string', 'concept:name', `v${visitor}`),
      attribute('string', 'case', `c${caseOf.get(visitor) ?? visitor}`),
      ...texts([
        ['class', own.find((event) => event.class !== null)?.class ?? null],
        ['companionOf', companionOf.has(visitor) ? `v${companionOf.get(visitor)}` : null],
      ]),
      ...own.flatMap(eventLines),
      '</trace>',
    ]),
    '</log>',
    '',
  ].join('\n');
}

function eventLines(event: LoggedEvent): string[] {
  const { activity, station, transition, time, window, backOffice, ticket, outcome } = event;
  // Work at a station is called after it: guide desk and ticket machine are different work.
  const name = activity === 'station' && station ? station : activity;
  return [
    '<event>',
    attribute('string', 'concept:name', name),
    attribute('string', 'lifecycle:transition', transition),
    attribute('date', 'time:timestamp', time),
    ...texts([
      ['org:resource', window ?? station ?? backOffice],
      ['ticket', ticket],
      ['outcome', outcome],
    ]),
    '</event>',
  ];
}
