import type { Bookkeeper } from './bookkeeper';
import { strayDays, tellGaps } from './days';
import { doubles, integers, Names } from './growing';
import { isoDay } from './moments';
import { naturalOrder, orderOf } from './order';
import type { RowReader } from './row-reader';
import type { Row } from './source';
import type { CaseLog } from './types';

const DAY = 86_400;

/** Steps of cases as they are read: only the first and last of each are kept. */
export class CaseRows {
  private readonly cases = new Names();
  private readonly items = new Names();
  private readonly line = integers();
  private first = new Float64Array(1024);
  private last = new Float64Array(1024);
  private steps = new Int32Array(1024);
  private readonly item = integers();
  private readonly seen = new Set<number>();
  private readonly stepsByDay = new Map<number, number>();

  constructor(private readonly reader: RowReader) {}

  read(row: Row, otherEncoding: boolean): boolean {
    const { reader } = this;
    const hash = row.hash();
    if (!reader.begins(row, otherEncoding)) return false;
    if (!reader.readDate(row)) return reader.dropTimeless(row);
    const at = reader.time(row, reader.cells.at);
    if (at === null) return reader.dropTimeless(row);
    const name = reader.text(row, reader.cells.case);
    if (Number.isNaN(at) || name === '') return reader.drop('noTime', row);
    const item = reader.text(row, reader.cells.item);
    const day = Math.floor(at / DAY);
    if (!reader.isWanted(row, day, '', item)) return false;
    const twin = (hash >>> 0) * 2_097_152 + (Math.round(at) % 2_097_152);
    if (this.seen.has(twin)) return reader.drop('duplicate', row);
    this.seen.add(twin);
    this.stepsByDay.set(day, (this.stepsByDay.get(day) ?? 0) + 1);
    const known = this.cases.all.length;
    const i = this.cases.of(name);
    if (i === known) {
      this.grow(i);
      this.first[i] = at;
      this.last[i] = at;
      this.steps[i] = 1;
      this.line.push(row.line);
      this.item.push(this.items.of(item));
      return true;
    }
    if (at < this.first[i]!) this.first[i] = at;
    if (at > this.last[i]!) this.last[i] = at;
    this.steps[i]!++;
    return true;
  }

  private grow(i: number): void {
    if (i < this.first.length) return;
    const more = this.first.length * 2;
    const longer = <A extends Float64Array | Int32Array>(from: A, to: A): A => {
      to.set(from);
      return to;
    };
    this.first = longer(this.first, new Float64Array(more));
    this.last = longer(this.last, new Float64Array(more));
    this.steps = longer(this.steps, new Int32Array(more));
  }

  clean(book: Bookkeeper, source: string): CaseLog {
    const stray = strayDays(this.stepsByDay, source);
    const line = this.line.all();
    const item = this.item.all();
    const kept = doubles();
    const places: number[] = [];
    for (let i = 0; i < this.cases.all.length; i++) {
      if (
        stray.has(Math.floor(this.first[i]! / DAY)) ||
        stray.has(Math.floor(this.last[i]! / DAY))
      ) {
        book.drop(
          'clock',
          line[i]!,
          () => `${this.cases.all[i]} ${isoDay(Math.floor(this.first[i]! / DAY))}`,
        );
        continue;
      }
      kept.push(this.first[i]!);
      places.push(i);
    }
    const order = Array.from(orderOf(kept.all()), (p) => places[p]!);
    const days = [...this.stepsByDay.keys()].filter((day) => !stray.has(day)).sort((a, b) => a - b);
    tellGaps(days, book);
    const { names, number } = naturalOrder(this.items.all);
    const dayOf = (time: number) => Math.floor(time / DAY);
    return {
      kind: 'cases',
      days: days.map(isoDay),
      items: names,
      rows: order.length,
      firstDay: Int32Array.from(order, (i) => dayOf(this.first[i]!)),
      lastDay: Int32Array.from(order, (i) => dayOf(this.last[i]!)),
      firstS: Float64Array.from(order, (i) => this.first[i]! - dayOf(this.first[i]!) * DAY),
      lastS: Float64Array.from(order, (i) => this.last[i]! - dayOf(this.last[i]!) * DAY),
      steps: Int32Array.from(order, (i) => this.steps[i]!),
      item: Int32Array.from(order, (i) => (item[i]! < 0 ? -1 : number[item[i]!]!)),
    };
  }
}
