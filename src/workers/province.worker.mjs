import { register } from 'tsx/esm/api';

// A thread inherits no loader: TypeScript is learnt here.
register();
const { default: run } = await import('./province.worker.ts');
export default run;
