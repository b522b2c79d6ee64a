// The order of these two imports matters; taking the shim away stands in the body because a
// bundler runs a CommonJS import only after all ES modules beside it.
import { shimmed } from './simjs-shim';
import 'simjs';

/** A point of time at which simjs calls back. */
interface SimRequest {
  done<T extends object>(callback: (argument: T) => void, context: null, argument: T): this;
}

interface SimEntity {
  /** Calls back `duration` from now. Takes anything: a negative one turns time back. */
  setTimer(duration: number): SimRequest;
}

interface SimClock {
  /** Present time. */
  time(): number;
  /** Delivers the next request; false if there was none. */
  step(): boolean;
  /** Makes an entity and calls its `start`. */
  addEntity<T extends SimEntity>(entity: new (...args: never[]) => T): T;
}

/** What we use of simjs. */
interface SimClasses {
  readonly Sim: new () => SimClock;
  readonly Entity: new () => SimEntity;
}

const scope = globalThis as { window?: { Sim?: SimClasses } };
const classes = scope.window?.Sim;
if (!classes) throw new Error('simjs did not load');
delete scope.window?.Sim;
if (shimmed) delete scope.window;

export const { Sim, Entity } = classes;
