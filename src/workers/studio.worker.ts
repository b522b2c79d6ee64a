import * as Comlink from 'comlink';
import { checkHall } from '../coverage/hall-check';
import { suggest } from './suggest';

const thread = { check: checkHall, suggest };
export type StudioThread = typeof thread;

Comlink.expose(thread);
