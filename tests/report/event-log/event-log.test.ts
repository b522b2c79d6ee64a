import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { eventLogOf } from '../../../src/report/event-log/events';
import { recordText } from '../../../src/report/event-log/formats';
import { hallScenario } from '../../../src/scenarios/halls';
import { demonstration } from '../../../src/scenarios/mechanisms';
import type { Scenario } from '../../../src/scenarios/scenario';
import { prepare, recordDay } from '../../../src/sim/experiments/simulate';
import { EventKind } from '../../../src/sim/hall/record';

const recordOf = (scenario: Scenario) => recordDay(prepare(scenario, null, 1), 0);

/** A few days of which some visitors come back. */
function comingBack(): Scenario {
  const scenario = demonstration('returns-with');
  if (scenario.horizon.kind !== 'days') throw new Error('a run over days was expected');
  return {
    ...scenario,
    horizon: { ...scenario.horizon, workingDays: 6, warmUpDays: 0 },
    demand: { ...scenario.demand!, visitsPerDay: 40 },
  };
}

/** A day, and a run over several. */
const RECORDS = {
  quxi: recordOf(hallScenario('quxi')),
  several: recordOf(comingBack()),
};
const NAMES = Object.keys(RECORDS) as (keyof typeof RECORDS)[];

interface Ocel {
  objectTypes: { name: string; attributes: { name: string }[] }[];
  eventTypes: { name: string; attributes: { name: string }[] }[];
  objects: {
    id: string;
    type: string;
    attributes: { name: string }[];
    relationships: { objectId: string }[];
  }[];
  events: {
    type: string;
    time: string;
    attributes: { name: string }[];
    relationships: { objectId: string }[];
  }[];
}
const ocelOf = (name: keyof typeof RECORDS): Ocel => JSON.parse(recordText(RECORDS[name], 'ocel'));

describe.each(NAMES)('the event log of %s', (name) => {
  const record = RECORDS[name];
  const visitors = Array.from(record.events.visitor);

  it('is XES by the schema of IEEE 1849, a trace for everybody', async () => {
    const xes = recordText(record, 'xes');
    const { valid, errors } = await validateXML({
      xml: { fileName: 'log.xes', contents: xes },
      schema: readFileSync('tests/formats/xes.xsd', 'utf8'),
      initialMemoryPages: 512,
      maxMemoryPages: 4096,
    });
    expect(errors).toEqual([]);
    expect(valid).toBe(true);
    expect(xes.match(/<trace>/g)).toHaveLength(new Set(visitors.filter((v) => v >= 0)).size);
    expect(xes.match(/<event>/g)).toHaveLength(visitors.filter((v) => v >= 0).length);
  });

  it('is OCEL 2.0 by its schema, and whole in itself', () => {
    const ocel = ocelOf(name);
    const validate = new Ajv({ allowUnionTypes: true }).compile(
      JSON.parse(readFileSync('tests/formats/ocel-2.0.schema.json', 'utf8')),
    );
    validate(ocel);
    expect(validate.errors).toBeNull();
    const ids = new Set(ocel.objects.map(({ id }) => id));
    expect(ids.size).toBe(ocel.objects.length);
    const related = [...ocel.objects, ...ocel.events].flatMap((one) => one.relationships);
    expect(related.filter(({ objectId }) => !ids.has(objectId))).toEqual([]);
    const declared = new Map(
      [...ocel.objectTypes, ...ocel.eventTypes].map((type) => [
        type.name,
        new Set(type.attributes.map((one) => one.name)),
      ]),
    );
    const undeclared = [...ocel.objects, ...ocel.events].filter(
      ({ type, attributes }) => !attributes.every((one) => declared.get(type)?.has(one.name)),
    );
    expect(undeclared).toEqual([]);
    expect(ocel.events).toHaveLength(record.events.length);
  });

  it('is CSV with a row for every event', () => {
    const { data, errors } = Papa.parse<Record<string, string>>(
      recordText(record, 'csv').slice(1),
      {
        header: true,
        skipEmptyLines: true,
      },
    );
    expect(errors).toEqual([]);
    expect(data.map(({ kind }) => kind)).toEqual(
      Array.from(record.events.kind, (kind) => EventKind[kind]),
    );
    expect(data.map(({ visitor }) => Number(visitor || -1))).toEqual(visitors);
  });

  it('never turns back in time', () => {
    const times = eventLogOf(record).events.map(({ time }) => Date.parse(time));
    expect(times.every((time, i) => i === 0 || time >= times[i - 1]!)).toBe(true);
  });
});

it('dates events by the days that the hall works, weekends left out', () => {
  const { events, header, datesAssumed } = eventLogOf(RECORDS.several);
  expect(datesAssumed).toBe(false);
  const days = [...new Set(events.map(({ time }) => time.slice(0, 10)))];
  expect(header.dates.slice(0, days.length)).toEqual(days);
  expect(events.every(({ time }) => time.endsWith('+08:00'))).toBe(true);
});

it('joins the visits about one matter into a case', () => {
  const { caseOf } = eventLogOf(RECORDS.several);
  const back = [...caseOf].filter(([visitor, matter]) => visitor !== matter);
  expect(back.length).toBeGreaterThan(0);
  const ocel = ocelOf('several');
  const cases = ocel.objects.filter(({ type }) => type === 'case').length;
  expect(cases).toBe(new Set(caseOf.values()).size);
  expect(cases).toBeLessThan(caseOf.size);
});

it('says when the scenario names no date', () => {
  expect(eventLogOf(RECORDS.quxi).datesAssumed).toBe(true);
  expect(recordText(RECORDS.quxi, 'xes')).toContain('<boolean key="datesAssumed" value="true"/>');
});
