import * as Comlink from 'comlink';
import { checkHall } from '../coverage/hall-check';

const thread = { check: checkHall };
export type StudioThread = typeof thread;

Comlink.expose(thread);
