import { createPieceRunner } from './piece';

export default createPieceRunner();
