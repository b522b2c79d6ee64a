import type { Calendar, Engine } from './calendar';
import { HeapCalendar } from './heap-calendar';
import { SimjsCalendar } from './simjs-calendar';

/** A new calendar of the engine, at time 0. */
export function createCalendar(engine: Engine): Calendar {
  return engine === 'simjs' ? new SimjsCalendar() : new HeapCalendar();
}
