import { groupText } from '../../report/province-sheets';
import { STANDING } from '../../report/province-words';
import { inLanguage, type Language } from '../../scenarios/text';
import { mostInNeed, type ProvinceAnswer } from '../../sim/planning/province';
import { table } from '../table';

/** Halls listed in a terminal; all of them are in the tables. */
const LISTED = 20;

const WORDS = {
  zh: {
    most: (n: number) => `最需改善的大厅（共 ${n} 个）`,
    hall: '大厅',
    standing: '现状承诺',
    late: '每日未及时叫号',
    called: '及时叫号 %',
    present: '现窗口',
    needed: '最少窗口',
    sure: '可靠',
    yes: '是',
    no: '否',
    none: '–',
    more: (n: number) => `其余 ${n} 个见表格（--csv、--xlsx、--ranked）`,
    groups: (label: string, kept: number, of: number, windows: number) =>
      `${label}：${of} 个大厅中 ${kept} 个有达到承诺的方案，合计 ${windows} 个窗口`,
    presentOnly: (label: string, kept: number, of: number) =>
      `${label}：${of} 个大厅中 ${kept} 个现状达到承诺`,
    missing: (n: number) => `中途停止：${n} 个大厅尚未算完，以上为已完成的部分。`,
    failed: (hall: string, reason: string) => `${hall}：无法计算（${reason}）`,
    simulated: '以上为模拟结果，不是实测数据。',
  },
  en: {
    most: (n: number) => `Halls most in need (of ${n})`,
    hall: 'hall',
    standing: 'promise now',
    late: 'late a day',
    called: 'called in time %',
    present: 'windows now',
    needed: 'fewest',
    sure: 'sure',
    yes: 'yes',
    no: 'no',
    none: '–',
    more: (n: number) => `${n} more are in the tables (--csv, --xlsx, --ranked)`,
    groups: (label: string, kept: number, of: number, windows: number) =>
      `${label}: ${kept} of ${of} halls have a design that keeps the promise, ${windows} windows in all`,
    presentOnly: (label: string, kept: number, of: number) =>
      `${label}: ${kept} of ${of} halls keep the promise as they are`,
    missing: (n: number) =>
      `Stopped on the way: ${n} halls are not finished; what is said is of the others.`,
    failed: (hall: string, reason: string) => `${hall}: could not be worked out (${reason})`,
    simulated: 'Simulated, not measured.',
  },
} as const;

const one = (value: number | null, scale = 1) =>
  value === null ? '–' : (value * scale).toFixed(1);

/** The answer to a sweep as people read it in a terminal. */
export function provinceText(answer: ProvinceAnswer, language: Language): string {
  const w = WORDS[language];
  const nameOf = (hall: number) => inLanguage(answer.halls[hall]!.name, language);
  const ranked = mostInNeed(answer.rows);
  const rows = ranked
    .slice(0, LISTED)
    .map(({ rank, row: { hall, present, needs } }) => [
      String(rank),
      nameOf(hall),
      STANDING[present.verdict][language],
      one(present.lateADay.mean),
      one(present.outlook.measures.calledWithinShare.mean, 100),
      String(present.windows),
      needs?.recommended ? String(needs.recommended.windows) : w.none,
      needs ? (needs.sure ? w.yes : w.no) : w.none,
    ]);
  const heading = ['#', w.hall, w.standing, w.late, w.called, w.present, w.needed, w.sure];
  const groups = answer.groups.map((group, g) => {
    const those = answer.rows.filter((row) => row.group === g);
    const label = groupText(group, language);
    if (those.some((row) => row.ok && row.needs)) {
      const kept = those.flatMap((row) => (row.ok && row.needs?.recommended) || []);
      const windows = kept.reduce((sum, { windows: n }) => sum + n, 0);
      return w.groups(label, kept.length, those.length, windows);
    }
    const kept = those.filter((row) => row.ok && row.present.verdict === 'feasible').length;
    return w.presentOnly(label, kept, those.length);
  });
  const failed = answer.rows.flatMap((row) =>
    row.ok ? [] : [w.failed(nameOf(row.hall), row.reason)],
  );
  return [
    w.most(ranked.length),
    table([heading, ...rows], [0, 3, 4, 5, 6]),
    ...(ranked.length > LISTED ? [w.more(ranked.length - LISTED)] : []),
    '',
    ...groups,
    ...failed.slice(0, LISTED),
    ...(answer.missing > 0 ? [w.missing(answer.missing)] : []),
    w.simulated,
  ].join('\n');
}
