import type { Peek } from './peek';
import { cellsOf, eachRow, type Watch } from './read-rows';
import { type Protocol, REASON_IDS, type Reason } from './reasons';
import type { LogSource } from './source';

/**
 * Shows every row that was left out, with its line and reason, by reading the file once more: rows
 * are not kept, however many are dropped.
 */
export async function eachDropped(
  source: LogSource,
  peek: Pick<Peek, 'encoding' | 'separator' | 'headerLine'>,
  protocol: Pick<Protocol, 'lines' | 'reasons'>,
  visit: (line: number, reason: Reason, cells: readonly string[]) => void,
  watch: Watch = {},
): Promise<void> {
  let next = 0;
  await eachRow(
    source,
    peek,
    (row) => {
      if (protocol.lines[next] !== row.line) return;
      visit(row.line, REASON_IDS[protocol.reasons[next]!]!, cellsOf(row));
      next++;
    },
    watch,
  );
}
