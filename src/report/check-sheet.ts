import type { HallCheck } from '../coverage/hall-check';
import { RULES } from '../geometry/rules/catalogue';
import type { FloorPlan } from '../scenarios/floorplan';
import { PRODUCT } from '../scenarios/product';
import { inLanguage, type Language } from '../scenarios/text';
import { CHECK_WORDS } from './check-words';
import { provenanceText } from './provenance-text';
import type { Cell, Sheet } from './sheet';

const WORDS = {
  zh: {
    name: '规则检查',
    title: '大厅规则检查',
    product: '产品与版本',
    floorplan: '平面图',
    columns: ['规则', '性质', '结果', '位置', '问题', '办法', '实测', '要求', '来源'],
  },
  en: {
    name: 'Rules',
    title: 'Check of the hall rules',
    product: 'Product and version',
    floorplan: 'Floor plan',
    columns: [
      'Rule',
      'Severity',
      'Outcome',
      'Where',
      'What is wrong',
      'Remedy',
      'Measured',
      'Required',
      'Source',
    ],
  },
} as const;

/** A check as a table: a row for every finding, and one for every rule without any. */
export function checkSheet(plan: FloorPlan, check: HallCheck, language: Language): Sheet {
  const words = WORDS[language];
  const { rules, outcomes, severities, emptying } = CHECK_WORDS[language];
  return {
    name: words.name,
    title: words.title,
    about: [
      [words.product, `${PRODUCT.name} ${PRODUCT.version}`],
      [words.floorplan, `${inLanguage(plan.name, language)} (${plan.id})`],
    ],
    columns: words.columns.map((name) => ({ name })),
    rows: check.rules.flatMap(({ id, outcome, findings }): Cell[][] => {
      const { severity, source } = RULES[id];
      const row = (finding?: (typeof findings)[number]): Cell[] => [
        rules[id],
        severities[severity],
        outcomes[outcome],
        finding?.path ?? null,
        finding?.message[language] ?? null,
        finding?.remedy[language] ?? null,
        finding?.measured ?? null,
        finding?.required ?? null,
        provenanceText(source, language),
      ];
      return findings.length > 0 ? findings.map(row) : [row()];
    }),
    notes: check.emptying ? [emptying(check.emptying)] : [],
  };
}
