import * as Comlink from 'comlink';
import { createPieceRunner, type Parcel, type PieceAnswer } from './piece';

const run = createPieceRunner();
const thread = { run: (parcel: Parcel): PieceAnswer => run(parcel) };
export type PieceThread = typeof thread;

Comlink.expose(thread);
