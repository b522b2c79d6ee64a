import { closeSync, openSync, writeSync } from 'node:fs';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { ASSUMPTIONS } from '../../scenarios/assumptions';
import { FIGURES } from '../../workers/province/figures';
import type { ResultRuns } from '../../workers/province/harvest';
import type { SweepTask } from '../../workers/province/task';
import { planIdOf } from './answer';

/** A file of every run. */
export interface ResultsFile {
  /** Throws the system's error. */
  add(runs: ResultRuns): void;
  close(): void;
}

/** Text gathered before it is written, characters. */
const GATHERED = 1 << 18;
/** Rows of a group of a Parquet file: as many are in memory at once. */
const GROUP_ROWS = 20_000;

/**
 * A file of every run in the order of halls, variants and runs: Parquet if its name says so, else
 * a JSON document a line. Throws the system's error.
 */
export function openResults(file: string, task: SweepTask): ResultsFile {
  const descriptor = openSync(file, 'w');
  return file.toLowerCase().endsWith('.parquet')
    ? parquetResults(descriptor, task)
    : lineResults(descriptor, task);
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let put = 0; put < bytes.length; )
    put += writeSync(descriptor, bytes, put, bytes.length - put);
}

/** What tells one run from another, beside its number. */
function labelsOf(task: SweepTask, { hall, point }: ResultRuns) {
  const group = task.groups[point.group]!;
  const { id, floorplan } = task.halls[hall]!;
  return {
    hall: id,
    layout: planIdOf(task, group.layout === 'own' ? floorplan : group.layout),
    ...Object.fromEntries(
      ASSUMPTIONS.map((name): [string, number | null] => [
        name,
        group.assumptions.find(([one]) => one === name)?.[1] ?? null,
      ]),
    ),
    organisation: point.kind === 'design' ? point.organisation : null,
    windows: point.kind === 'design' ? point.windows : null,
  };
}

function lineResults(descriptor: number, task: SweepTask): ResultsFile {
  let gathered = '';
  const write = () => {
    writeAll(descriptor, Buffer.from(gathered));
    gathered = '';
  };
  return {
    add(part) {
      const labels = JSON.stringify(labelsOf(task, part)).slice(0, -1);
      const { columns, stopped } = part.runs;
      const ends = new Set(stopped.map(([run]) => run));
      for (let r = 0; r < columns[0]!.length; r++) {
        const figures = FIGURES.map((id, f) => `"${id}":${JSON.stringify(columns[f]![r])}`);
        gathered += `${labels},"run":${part.from + r},${figures.join(',')},"stopped":${ends.has(r)}}\n`;
        if (gathered.length > GATHERED) write();
      }
    },
    close() {
      write();
      closeSync(descriptor);
    },
  };
}

type Value = string | number | boolean | null;

function parquetResults(descriptor: number, task: SweepTask): ResultsFile {
  const text = ['hall', 'layout', 'organisation'];
  const whole = ['windows', 'run'];
  const names = [
    'hall',
    'layout',
    ...ASSUMPTIONS,
    'organisation',
    'windows',
    'run',
    ...FIGURES,
    'stopped',
  ];
  const typeOf = (name: string) =>
    text.includes(name)
      ? ({ type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const)
      : whole.includes(name)
        ? ({ type: 'INT32' } as const)
        : name === 'stopped'
          ? ({ type: 'BOOLEAN' } as const)
          : ({ type: 'DOUBLE' } as const);
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({
    writer: bytes,
    schema: [
      { name: 'root', num_children: names.length },
      ...names.map((name) => ({ name, repetition_type: 'OPTIONAL' as const, ...typeOf(name) })),
    ],
  });
  let rows = names.map((): Value[] => []);
  /** What has been encoded goes to the file, and its place is used again. */
  const drain = () => {
    writeAll(descriptor, new Uint8Array(bytes.buffer, 0, bytes.index));
    bytes.index = 0;
  };
  const group = () => {
    if (rows[0]!.length === 0) return;
    writer.write({
      columnData: names.map((name, i) => ({ name, data: rows[i]! })),
      rowGroupSize: rows[0]!.length,
    });
    rows = names.map(() => []);
    drain();
  };
  return {
    add(part) {
      const labels: Readonly<Record<string, Value>> = labelsOf(task, part);
      const { columns, stopped } = part.runs;
      const ends = new Set(stopped.map(([run]) => run));
      for (let r = 0; r < columns[0]!.length; r++) {
        let f = 0;
        for (const [i, name] of names.entries()) {
          const value: Value =
            name === 'run'
              ? part.from + r
              : name === 'stopped'
                ? ends.has(r)
                : name in labels
                  ? labels[name]!
                  : columns[f++]![r]!;
          rows[i]!.push(value);
        }
        if (rows[0]!.length >= GROUP_ROWS) group();
      }
    },
    close() {
      group();
      writer.finish();
      drain();
      closeSync(descriptor);
    },
  };
}
