interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly name?: string };
  readonly tdur?: number;
}

/** What threads of a page took of their processors, ms. */
export interface Tasks {
  /** Each task of the page's own thread. */
  readonly page: readonly number[];
  /** All tasks of its workers together. */
  readonly workersMs: number;
}

/**
 * The tasks of a trace with the categories `toplevel` and `devtools.timeline`. Not how long they lasted
 * on the wall: the workers keep every core busy, and a task that has to wait for one does no work
 * meanwhile.
 */
export function tasksOf(trace: Buffer): Tasks {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const thread = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const tasks = (of: RegExp) => {
    const threads = new Set(
      traceEvents
        .filter(({ name, args }) => name === 'thread_name' && of.test(args?.name ?? ''))
        .map(thread),
    );
    return traceEvents
      .filter((event) => /RunTask/.test(event.name) && threads.has(thread(event)))
      .map(({ tdur }) => (tdur ?? 0) / 1000);
  };
  return {
    page: tasks(/^CrRendererMain$/),
    workersMs: tasks(/DedicatedWorker/i).reduce((sum, ms) => sum + ms, 0),
  };
}
