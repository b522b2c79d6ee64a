import type { DayRecord } from '../../sim/hall/record';
import { logCsv } from './csv';
import { eventLogOf } from './events';
import { logOcel } from './ocel';
import { logXes } from './xes';

/** Formats that a record can be written in, each with the end of its file's name. */
export const RECORD_FORMATS = {
  csv: { ending: 'csv', type: 'text/csv;charset=utf-8' },
  xes: { ending: 'xes', type: 'application/xml' },
  ocel: { ending: 'ocel.json', type: 'application/json' },
  json: { ending: 'record.json', type: 'application/json' },
} as const;
export type RecordFormat = keyof typeof RECORD_FORMATS;
export const RECORD_FORMAT_IDS = Object.keys(RECORD_FORMATS) as RecordFormat[];

/** A record as text: an event log, or (json) its own columns, walks included. */
export function recordText(record: DayRecord, format: RecordFormat): string {
  switch (format) {
    case 'csv':
      return logCsv(eventLogOf(record));
    case 'xes':
      return logXes(eventLogOf(record));
    case 'ocel':
      return logOcel(eventLogOf(record));
    case 'json':
      return recordJson(record);
  }
}

/** A recorded day as JSON: the same columns, as plain lists. */
function recordJson(record: DayRecord): string {
  const text = JSON.stringify({ format: 'hall-twin/record', version: 1, ...record }, (_, value) =>
    ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value,
  );
  return `${text}\n`;
}
