import type { Scenario } from '../../scenarios/scenario';
import type { Language } from '../../scenarios/text';
import { parametersSheet } from '../parameters-sheet';
import { PROVENANCE_WORDS } from '../provenance-text';
import type { Cell } from '../sheet';
import { html, type Markup } from './markup';
import { note, table } from './parts';
import { DOCUMENT_WORDS } from './words';

/** Owners that are named before the rest is counted. */
const MOST_OWNERS = 3;

/** Parameters that agree in all but whose they are. */
interface Agreeing {
  readonly part: string;
  readonly path: string;
  readonly value: string;
  readonly kind: string;
  readonly basis: string;
  readonly owners: string[];
}

/** A share speaks for itself. */
const SHARE = '0–1';

/** Numbers to five digits, one or a list of them; words as they are. */
const short = (value: string) =>
  value.replace(/\d+\.\d{5,}/g, (number) => String(Number(Number(number).toPrecision(5))));

const said = (cell: Cell | undefined) => (cell === null || cell === undefined ? '' : String(cell));

function agreeing(scenario: Scenario, language: Language): readonly Agreeing[] {
  const found = new Map<string, Agreeing>();
  for (const row of parametersSheet(scenario, [], language).rows) {
    const [part, path, owner, value, unit, kind, basis] = row.map(said);
    const named = path!.replace(/\[\d+\]/g, '[]');
    const key = JSON.stringify([part, named, value, unit, kind, basis]);
    let one = found.get(key);
    if (!one) {
      one = {
        part: part!,
        path: named,
        value: `${short(value!)}${unit && unit !== SHARE ? ` ${unit}` : ''}`,
        kind: kind!,
        basis: basis!,
        owners: [],
      };
      found.set(key, one);
    }
    if (owner && !one.owners.includes(owner)) one.owners.push(owner);
  }
  return [...found.values()];
}

/** Every parameter with where it comes from, and how many of each kind there are. */
export function assumptionsPart(scenario: Scenario, language: Language): Markup {
  const words = DOCUMENT_WORDS[language];
  const kinds = PROVENANCE_WORDS[language];
  const { rows } = parametersSheet(scenario, [], language);
  const counted = (['notice', 'source', 'assumption'] as const).map((kind) =>
    words.counted(kinds[kind], rows.filter((row) => row[5] === kinds[kind]).length),
  );
  return html`<p>${counted.join(words.listed)}${words.stop}</p>${table(
    [
      { name: words.part, share: 11 },
      { name: words.path, share: 30 },
      { name: words.value, share: 16 },
      { name: words.kindOf, share: 12 },
      { name: words.basis, share: 31 },
    ],
    agreeing(scenario, language).map(({ part, path, value, kind, basis, owners }) => [
      part,
      html`<code>${path.replace(/([.\]])/g, '$1\u200b')}</code>${
        owners.length > 0
          ? html`<br><small>${owners.slice(0, MOST_OWNERS).join(words.listed)}${
              owners.length > MOST_OWNERS ? ` ${words.others(owners.length)}` : ''
            }</small>`
          : null
      }`,
      value,
      kind,
      basis,
    ]),
  )}${note(words.assumptionNote)}`;
}
