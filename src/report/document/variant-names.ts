import { inLanguage, type Language } from '../../scenarios/text';
import type { ComparisonReport } from '../../sim/experiments/compare';

/** What the scenarios of a comparison are called: with their plan where names alone tell them not apart. */
export function variantNames(
  { variants }: Pick<ComparisonReport, 'variants'>,
  language: Language,
): readonly string[] {
  const names = variants.map(({ name }) => inLanguage(name, language));
  return names.map((name, i) => {
    const { floorplan } = variants[i]!;
    const alone = names.filter((other) => other === name).length === 1;
    return alone || floorplan === null ? name : `${name} · ${floorplan}`;
  });
}
