import { describe, expect, it } from 'vitest';
import { compare } from '../../src/sim/experiments/compare';
import type { Ask, Variant } from '../../src/sim/experiments/evaluator';
import { createLocalEvaluator } from '../../src/sim/experiments/local-evaluator';
import { planWindows } from '../../src/sim/planning/fewest-windows';
import type { WindowsRequest } from '../../src/sim/planning/windows-plan';
import { Crew, type Hand } from '../../src/workers/crew';
import { createJournal, type Journal, type JournalEntry } from '../../src/workers/journal';
import { ThreadFailure } from '../../src/workers/lane';
import { createLocalHand } from '../../src/workers/node-hand';
import {
  createPacker,
  createPieceRunner,
  type Parcel,
  type Piece,
  type PieceAnswer,
} from '../../src/workers/piece';
import { createSweep } from '../../src/workers/sweep';
import { daysVariant, hallVariant, randomOf, smallVariant } from './questions';

const crewOf = (size: number, start: () => Hand<Piece, PieceAnswer> = createLocalHand) =>
  new Crew(start, size, (_, reason) => ({ ok: false as const, reason }));

/** Hands that share nothing, take their time, and die when chance has it. */
function chancyHands(seed: number, deathly: number): () => Hand<Piece, PieceAnswer> {
  const random = randomOf(seed);
  return () => {
    const pack = createPacker();
    const run = createPieceRunner();
    let dead = false;
    return {
      run: async (piece) => {
        if (dead) throw new ThreadFailure('dead already');
        const parcel = structuredClone(pack(piece));
        for (let n = Math.floor(random() * 6); n > 0; n--)
          await new Promise((resolve) => setImmediate(resolve));
        // Having done it, or not.
        const answer = random() < 0.5 ? null : structuredClone(run(parcel));
        if (random() < deathly) {
          dead = true;
          throw new ThreadFailure('it died');
        }
        return answer ?? structuredClone(run(parcel));
      },
      end: () => {
        dead = true;
      },
    };
  };
}

const request: WindowsRequest = {
  base: smallVariant(3),
  promise: { withinS: 300, share: 0.8, mostAbandoned: null },
  judging: { confidence: 0.95, tolerance: 0.05 },
  from: 2,
  to: 4,
  organisations: ['asArranged'],
  mostReplications: 100,
};
const variants = [2, 3, 4].map((count) => smallVariant(count));

describe('a sweep', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('gives the same answers by chance %i', async (seed) => {
    const here = createLocalEvaluator();
    // So rare a death that no piece meets three.
    const crew = crewOf(1 + (seed % 5), chancyHands(seed, 0.05));
    const sweep = createSweep({ crew });
    expect(JSON.stringify(await compare(variants, { most: 37 }, sweep))).toBe(
      JSON.stringify(await compare(variants, { most: 37 }, here)),
    );
    expect(JSON.stringify(await planWindows(request, sweep))).toBe(
      JSON.stringify(await planWindows(request, here)),
    );
    crew.close();
  });

  it.each<[string, Variant]>([
    ['continuous', smallVariant(2)],
    ['of a day', hallVariant()],
    ['of days', daysVariant()],
    ['with a floor plan', hallVariant('quxi', 'hall-200')],
  ])('answers whatever is asked of a run %s', async (_, variant) => {
    const asks: Ask[] = [
      { variant, from: 0, to: 1 },
      { variant, from: 5, to: 5 },
      { variant, from: 3, to: 7 },
    ];
    const sweep = createSweep({ crew: crewOf(2) });
    for (const detail of ['summary', 'full'] as const)
      expect(await sweep.evaluate(detail, asks)).toEqual(
        await createLocalEvaluator().evaluate(detail, asks),
      );
  });

  it('asks its crew for every replication once, and tells of each', async () => {
    const done = new Map<string, number>();
    let told = 0;
    const start = (): Hand<Piece, PieceAnswer> => {
      const hand = createLocalHand();
      return {
        ...hand,
        run: (piece) => {
          for (let r = piece.from; r < piece.to; r++) {
            const one = `${piece.variant.scenario.id} ${r}`;
            done.set(one, (done.get(one) ?? 0) + 1);
          }
          return hand.run(piece);
        },
      };
    };
    const sweep = createSweep({
      crew: crewOf(2, start),
      onDone: (n) => {
        told += n;
      },
    });
    await sweep.evaluate(
      'summary',
      variants.map((variant) => ({ variant, from: 4, to: 104 })),
    );
    expect(done.size).toBe(300);
    expect([...done.values()].every((times) => times === 1)).toBe(true);
    expect(told).toBe(300);
  });

  it('names the variant that cannot be run, and answers for the others', async () => {
    const bad = structuredClone(smallVariant(2));
    (bad.scenario.classes[0] as { service: unknown }).service = { dist: 'nothing known' };
    const report = await compare(
      [smallVariant(2), bad, smallVariant(3)],
      { most: 20 },
      createSweep({ crew: crewOf(2) }),
    );
    const without = await compare(
      [smallVariant(2), smallVariant(3)],
      { most: 20 },
      createLocalEvaluator(),
    );
    expect(report.variants.map(({ failed }) => failed === null)).toEqual([true, false, true]);
    expect(report.variants[1]!.failed).toMatch(/\S/);
    expect(report.variants[2]!.measures).toEqual(without.variants[1]!.measures);
  });

  it('says why when its threads die of a variant every time', async () => {
    const start = (): Hand<Piece, PieceAnswer> => {
      const hand = createLocalHand();
      return {
        ...hand,
        run: (piece) =>
          piece.variant.scenario.id === 'small-3'
            ? Promise.reject(new ThreadFailure('out of memory'))
            : hand.run(piece),
      };
    };
    const report = await compare(variants, { most: 20 }, createSweep({ crew: crewOf(3, start) }));
    expect(report.variants.map(({ failed }) => failed)).toEqual([null, 'out of memory', null]);
    expect(report.replications).toBe(20);
  });

  it('is stopped: what is asked then, and later, is answered with null', async () => {
    const crew = crewOf(2);
    const sweep = createSweep({ crew });
    const asked = sweep.evaluate('summary', [{ variant: hallVariant(), from: 0, to: 1000 }]);
    expect(sweep.stopped).toBe(false);
    setTimeout(() => sweep.stop(), 20);
    expect(await asked).toBeNull();
    expect(sweep.stopped).toBe(true);
    expect(
      await sweep.evaluate('summary', [{ variant: smallVariant(2), from: 0, to: 1 }]),
    ).toBeNull();
    // The crew serves the next sweep.
    const next = createSweep({ crew });
    const asks = [{ variant: smallVariant(2), from: 0, to: 3 }];
    expect(await next.evaluate('summary', asks)).toEqual(
      await createLocalEvaluator().evaluate('summary', asks),
    );
  });

  it('ends a search with what was found when it is stopped', async () => {
    const sweep = createSweep({ crew: crewOf(1) });
    const plan = await planWindows(request, sweep, ({ replications }) => {
      if (replications > 0) sweep.stop();
    });
    expect(plan.ending).toBe('stopped');
    expect(plan.replications).toBeGreaterThan(0);
    expect(plan.certain).toBe(false);
  });
});

describe('a sweep with a journal', () => {
  /** A journal that loses nothing, and counts. */
  function memory(entries: JournalEntry[] = []): Journal & { readonly entries: JournalEntry[] } {
    const journal = createJournal(entries, (entry) => entries.push(entry));
    return { ...journal, entries };
  }
  const forbidden = crewOf(1, () => ({
    run: () => Promise.reject(new Error('nothing was left to do')),
    end: () => {},
  }));

  it('works nothing out that is there, whatever it was asked together with', async () => {
    const journal = memory();
    const first = createSweep({ crew: crewOf(2), journal });
    await first.evaluate('summary', [{ variant: smallVariant(2), from: 0, to: 50 }]);
    await first.evaluate('full', [{ variant: hallVariant(), from: 0, to: 20 }]);
    let told = 0;
    const again = createSweep({
      crew: forbidden,
      journal: memory(journal.entries),
      onDone: (n) => {
        told += n;
      },
    });
    // Cut otherwise than before, and other objects with the same contents.
    const asks = [
      { variant: smallVariant(2), from: 7, to: 31 },
      { variant: smallVariant(2), from: 49, to: 50 },
    ];
    expect(await again.evaluate('summary', asks)).toEqual(
      await createLocalEvaluator().evaluate('summary', asks),
    );
    const full = [{ variant: hallVariant(), from: 3, to: 19 }];
    expect(await again.evaluate('full', full)).toEqual(
      await createLocalEvaluator().evaluate('full', full),
    );
    expect(told).toBe(25 + 16);
  });

  it.each([
    ['another seed', smallVariant(2, 2), 'default' as const, 'summary' as const],
    ['other windows', smallVariant(3), 'default' as const, 'summary' as const],
    ['another engine', smallVariant(2), 'simjs' as const, 'summary' as const],
    ['all figures', smallVariant(2), 'default' as const, 'full' as const],
  ])('does not take %s for the same', async (_, variant, engine, detail) => {
    const journal = memory();
    const asks = [{ variant: smallVariant(2), from: 0, to: 5 }];
    await createSweep({ crew: crewOf(1), journal }).evaluate('summary', asks);
    const before = journal.entries.length;
    const grown = memory(journal.entries);
    const others = [{ variant, from: 0, to: 5 }];
    expect(
      await createSweep({ crew: crewOf(1), journal: grown, engine }).evaluate(detail, others),
    ).toEqual(await createLocalEvaluator(engine).evaluate(detail, others));
    expect(grown.entries.length).toBe(2 * before);
  });

  it('keeps no failure', async () => {
    const journal = memory();
    const dying = crewOf(1, () => ({
      run: () => Promise.reject(new ThreadFailure('it died')),
      end: () => {},
    }));
    const asks = [{ variant: smallVariant(2), from: 0, to: 2 }];
    expect(await createSweep({ crew: dying, journal }).evaluate('summary', asks)).toEqual([
      { ok: false, reason: 'it died' },
    ]);
    expect(journal.entries).toEqual([]);
  });
});

describe('pieces on one thread', () => {
  const many = Array.from({ length: 80 }, (_, i) => smallVariant(2 + (i % 3), i));
  const pieceOf = (i: number): Piece => ({
    key: `variant ${i}`,
    variant: many[i]!,
    detail: 'summary',
    from: i % 4,
    to: (i % 4) + 1,
    engine: 'default',
  });

  it('come back to keys that were forgotten, with the right answers', async () => {
    const random = randomOf(7);
    const pack = createPacker();
    const run = createPieceRunner();
    const expected = new Map<number, PieceAnswer>();
    let sent = 0;
    let known = 0;
    const visits = [
      ...many.keys(),
      ...many.keys(),
      // Now and then one of the latest, now and then any.
      ...Array.from({ length: 400 }, (_, n) => Math.floor(random() * (n % 2 === 0 ? 40 : 80))),
    ];
    for (const i of visits) {
      const piece = pieceOf(i);
      if (!expected.has(i)) {
        const [answer] = (await createLocalEvaluator().evaluate('summary', [piece]))!;
        expected.set(i, answer!);
      }
      const parcel: Parcel = structuredClone(pack(piece));
      if (parcel.variant === null) known++;
      else sent++;
      expect(run(parcel)).toEqual(expected.get(i));
    }
    // Both happened, often.
    expect(sent).toBeGreaterThan(200);
    expect(known).toBeGreaterThan(100);
  });

  it('are packed with their variant the first time alone', () => {
    const pack = createPacker();
    expect(pack(pieceOf(0)).variant).toBe(many[0]);
    expect(pack(pieceOf(0)).variant).toBeNull();
    for (let i = 1; i < 32; i++) pack(pieceOf(i));
    expect(pack(pieceOf(0)).variant).toBeNull();
    pack(pieceOf(32));
    expect(pack(pieceOf(0)).variant).toBe(many[0]);
  });

  it('fail alone: the thread goes on', () => {
    const run = createPieceRunner();
    const bad = structuredClone(pieceOf(0));
    (bad.variant.scenario.classes[0] as { service: unknown }).service = { dist: 'nothing known' };
    for (const variant of [bad.variant, null])
      expect(run({ ...bad, key: 'bad', variant })).toMatchObject({ ok: false });
    expect(run(pieceOf(1))).toMatchObject({ ok: true });
  });
});
