import type { Scenario } from '../scenarios/scenario';
import { inLanguage, type Language } from '../scenarios/text';
import { UNITS } from './measures';
import { type ParameterGroup, type SourcedParameter, sourcedParameters } from './parameters';
import { PROVENANCE_WORDS } from './provenance-text';
import type { Cell, Sheet } from './sheet';

const WORDS = {
  zh: {
    name: '参数与来源',
    columns: ['部分', '参数（方案文件中的路径）', '属于', '值', '单位', '来源', '依据', '可信度'],
    count: (n: number) => `${n} 个数`,
    perHour: '每小时',
    metresPerSecond: '米/秒',
    share: '0–1',
    note: '没有自己注明来源的数，取其所在部分注明的来源。',
  },
  en: {
    name: 'Parameters and sources',
    columns: [
      'Part',
      'Parameter (path in the scenario file)',
      'Belongs to',
      'Value',
      'Unit',
      'Source',
      'What it rests on',
      'Confidence',
    ],
    count: (n: number) => `${n} numbers`,
    perHour: 'per hour',
    metresPerSecond: 'm/s',
    share: '0–1',
    note: 'A number that names no source of its own has that of the part it stands in.',
  },
} as const;

const GROUPS: Readonly<Record<ParameterGroup, Readonly<Record<Language, string>>>> = {
  horizon: { zh: '办公时间', en: 'Opening hours' },
  calendar: { zh: '工作日历', en: 'Calendar' },
  targetWaitS: { zh: '等候目标', en: 'Target wait' },
  demand: { zh: '需求', en: 'Demand' },
  classes: { zh: '事项类别', en: 'Classes' },
  windows: { zh: '窗口', en: 'Windows' },
  queueing: { zh: '排队方式', en: 'Queueing' },
  greenChannel: { zh: '绿色通道', en: 'Green channel' },
  calls: { zh: '叫号', en: 'Calls' },
  wrongTicket: { zh: '取错号', en: 'Wrong tickets' },
  waitingZone: { zh: '等候区', en: 'Waiting zone' },
  guideDesk: { zh: '导办台', en: 'Guide desk' },
  ticketMachine: { zh: '取号机', en: 'Ticket machine' },
  kiosk: { zh: '自助终端', en: 'Kiosk' },
  staff: { zh: '人员', en: 'Staff' },
  backOffices: { zh: '后台审批', en: 'Back offices' },
  rating: { zh: '好差评', en: 'Ratings' },
  mobility: { zh: '步行速度', en: 'Walking speeds' },
  companions: { zh: '同伴', en: 'Companions' },
  pastWaits: { zh: '往日等候', en: 'Past waits' },
};

/** Fields that are shares between 0 and 1. */
const SHARES =
  /^(share|shares|done|promised|sentBack|probability|booked|noShow|agrees|delivered|online|onlineShare|again|answers|detects|byNumber|perMinuteOverTarget)$/;

/** The unit that a field's name tells; null: none. */
function unitOf({ field, value }: SourcedParameter, language: Language): string | null {
  const words = WORDS[language];
  if (typeof value === 'string' && /[a-z–]/i.test(value)) return null;
  if (SHARES.test(field)) return words.share;
  if (field.endsWith('Mps')) return words.metresPerSecond;
  if (field === 'perHour') return words.perHour;
  if (field.endsWith('S')) return UNITS.seconds[language];
  return /days$/i.test(field) ? UNITS.days[language] : null;
}

function rowOf(parameter: SourcedParameter, language: Language): readonly Cell[] {
  const { path, group, subject, value, provenance } = parameter;
  const kinds = PROVENANCE_WORDS[language];
  return [
    GROUPS[group][language],
    path,
    subject === null ? null : inLanguage(subject, language),
    typeof value === 'object' ? WORDS[language].count(value.count) : value,
    unitOf(parameter, language),
    kinds[provenance.kind],
    inLanguage(provenance.note, language),
    provenance.confidence ? kinds[provenance.confidence] : null,
  ];
}

/** Every number and rule of a scenario with where it comes from. */
export function parametersSheet(
  scenario: Scenario,
  about: Sheet['about'],
  language: Language,
): Sheet {
  const { name, columns, note } = WORDS[language];
  return {
    name,
    title: `${inLanguage(scenario.name, language)} · ${name}`,
    about,
    columns: columns.map((column) => ({ name: column })),
    rows: sourcedParameters(scenario).map((parameter) => rowOf(parameter, language)),
    notes: [note],
  };
}
