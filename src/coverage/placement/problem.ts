/** Something that has to be seen: the face box at a window, say, or its counter. */
export interface Requirement {
  readonly id: string;
  /** Different cameras that have to see it. */
  readonly times: number;
}

/** A camera of a model that could be mounted somewhere; its site says what and where. */
export interface Candidate<Site> {
  readonly site: Site;
  /** Requirements it meets, by id. */
  readonly covers: readonly string[];
  /** Where it is mounted: of candidates of the same place at most one is chosen. */
  readonly place?: string;
  /** What is minimised, in sum; 1 where nothing is said, so that cameras are counted. */
  readonly cost?: number;
}

/** Which candidates meet all requirements at the least cost? */
export interface CoveringProblem<Site> {
  readonly requirements: readonly Requirement[];
  readonly candidates: readonly Candidate<Site>[];
}

/** The same in numbers, without names. */
export interface Instance {
  /** Times that each element has to be covered. */
  readonly need: readonly number[];
  /** Elements that each candidate covers, ascending, none twice. */
  readonly covers: readonly (readonly number[])[];
  readonly cost: readonly number[];
  /** Candidates of which at most one is chosen, two or more each, in disjoint sets. */
  readonly places: readonly (readonly number[])[];
}

/**
 * A problem in numbers.
 *
 * @throws RangeError naming the field that makes no sense
 */
export function instanceOf<Site>({ requirements, candidates }: CoveringProblem<Site>): Instance {
  const elements = new Map<string, number>();
  for (const [e, { id, times }] of requirements.entries()) {
    if (elements.has(id)) throw new RangeError(`requirements[${e}].id: ${id} is there twice`);
    if (!Number.isInteger(times) || times < 1)
      throw new RangeError(`requirements[${e}].times: ${times} is not a whole number above zero`);
    elements.set(id, e);
  }
  const places = new Map<string, number[]>();
  const cost: number[] = [];
  const covers = candidates.map((candidate, c) => {
    const price = candidate.cost ?? 1;
    if (!(price > 0 && Number.isFinite(price)))
      throw new RangeError(`candidates[${c}].cost: ${price} is not a number above zero`);
    cost.push(price);
    if (candidate.place !== undefined) {
      const there = places.get(candidate.place);
      if (there) there.push(c);
      else places.set(candidate.place, [c]);
    }
    const covered = candidate.covers.map((id, i) => {
      const e = elements.get(id);
      if (e === undefined)
        throw new RangeError(`candidates[${c}].covers[${i}]: there is no requirement ${id}`);
      return e;
    });
    return [...new Set(covered)].sort((a, b) => a - b);
  });
  return {
    need: requirements.map(({ times }) => times),
    covers,
    cost,
    places: [...places.values()].filter((place) => place.length > 1),
  };
}
