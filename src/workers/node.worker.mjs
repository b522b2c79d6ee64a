import { register } from 'tsx/esm/api';

// A thread inherits no loader: TypeScript is learnt here.
register();
const { default: run } = await import('./node.worker.ts');
export default run;
