import Papa from 'papaparse';
import { harmless } from '../harmless';
import type { EventLog } from './events';

const COLUMNS = [
  'time',
  'kind',
  'activity',
  'transition',
  'visitor',
  'case',
  'companionOf',
  'ticket',
  'class',
  'window',
  'station',
  'backOffice',
  'outcome',
  'value',
] as const;

/** A log as CSV: a row an event, ids as in the scenario; UTF-8 with byte order mark. */
export function logCsv({ events, caseOf, companionOf }: EventLog): string {
  const rows = events.map((event) => {
    const { visitor } = event;
    const cells = {
      ...event,
      case: visitor === null ? null : (caseOf.get(visitor) ?? null),
      companionOf: visitor === null ? null : (companionOf.get(visitor) ?? null),
    };
    return COLUMNS.map((column) => {
      const cell = cells[column];
      return typeof cell === 'string' ? harmless(cell) : cell;
    });
  });
  return `\uFEFF${Papa.unparse({ fields: [...COLUMNS], data: rows }, { newline: '\r\n' })}\r\n`;
}
