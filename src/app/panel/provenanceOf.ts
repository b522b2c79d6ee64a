import { type Parameter, type Provenance, UNSTATED } from '../../scenarios/provenance';

/** Where a parameter comes from: its own statement, else its surroundings', else the user. */
export function provenanceOf(parameter: Parameter, around?: Provenance): Provenance {
  return typeof parameter === 'object' ? parameter.provenance : (around ?? UNSTATED);
}
