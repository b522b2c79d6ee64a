import { createSweepRunner } from './province/runner';

export default createSweepRunner();
