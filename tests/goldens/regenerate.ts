import { writeFileSync } from 'node:fs';
import { summaries } from './summary';

/** `npm run goldens`: writes the golden figures anew. Read the difference before committing it. */
writeFileSync(new URL('halls.json', import.meta.url), `${JSON.stringify(summaries(), null, 2)}\n`);
