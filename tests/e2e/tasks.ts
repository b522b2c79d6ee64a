/** A task of the page's own thread that a person would notice, ms. */
export const LONGEST_TASK_MS = 50;

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly name?: string };
  readonly tdur?: number;
}

/**
 * What each task of the page's own thread took of its processor, ms. Not how long it lasted on the
 * wall: the threads of the sweep keep every core busy, and a task that has to wait for one does no
 * work meanwhile.
 */
export function tasksOf(trace: Buffer): number[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const thread = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const pages = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(thread),
  );
  return traceEvents
    .filter((event) => /RunTask/.test(event.name) && pages.has(thread(event)))
    .map(({ tdur }) => (tdur ?? 0) / 1000);
}
