import { ORGANISATIONS } from '../../sim/planning/design';
import type { CompareFlags } from '../commands/compare';
import type { PlanFlags } from '../commands/plan';
import type { SensitivityFlags } from '../commands/sensitivity';
import type { Toolkit } from './toolkit';

/** Which hall is better, and what suffices: `compare`, `plan`, `sensitivity`. */
export function addPlanningVerbs({
  answerNo,
  floorplan,
  json,
  output,
  promising,
  stopped,
  sweeping,
  tables,
  text,
  verb,
}: Toolkit): void {
  const comparing = verb(
    'compare <scenarios...>',
    text(
      '用同一批办事人比较 2 到 8 个方案（文件、内置编号，或“方案@平面图”）',
      'compare 2 to 8 scenarios on the same visitors (files, shipped ids, or scenario@plan)',
    ),
  )
    .option('--replications <n>', text('重复次数（默认 30）', 'replications (30)'))
    .option(
      '--precision <measure=x>',
      text(
        '重复到该指标的区间半宽不超过 x 为止，如 waitMeanS=10',
        'go on until the intervals of a measure are at most ±x, such as waitMeanS=10',
      ),
    );
  tables(sweeping(comparing))
    .option(...json)
    .action(async (names: string[], flags: CompareFlags) =>
      (await import('../commands/compare')).compare(output, names, flags),
    );
  const planning = verb(
    'plan <scenario>',
    text(
      '兑现等候承诺最少要几个窗口，或最省的排班（文件、内置编号；all 为全部 13 个大厅）',
      'the fewest windows, or the cheapest staffing, that keep a promise (file or id; all: the 13 halls)',
    ),
  )
    .option('--windows <a-b>', text('受理窗口数的范围', 'accepting windows to try'), '3-13')
    .option(
      '--organisation <list>',
      text(
        `分工方式，逗号分隔：${ORGANISATIONS.join('、')}（默认全部）`,
        `organisations, with commas: ${ORGANISATIONS.join(', ')} (all)`,
      ),
    )
    .option('--staffing', text('按半小时排班，不改窗口数', 'staff by half hour instead'))
    .option(
      '--shifts <list>',
      text(
        '可排的班次，如 09:00-12:00+13:00-17:00,09:00-12:00；或 half-hours',
        'shifts, such as 09:00-12:00+13:00-17:00,09:00-12:00; or half-hours',
      ),
    )
    .option(...floorplan);
  tables(sweeping(promising(planning)))
    .option(...json)
    .action(async (name: string, flags: PlanFlags) => {
      const { plan } = await import('../commands/plan');
      const answered = await plan(output, name, flags);
      if (answered === 'no') answerNo();
      if (answered === 'stopped') stopped();
    });
  const shaking = verb(
    'sensitivity <scenario>',
    text('哪个假设最影响结论', 'which assumption moves the answer most'),
  )
    .option('--replications <n>', text('每点重复次数', 'replications of every point'), '60')
    .option('--needs', text('每端再求最少窗口数', 'the fewest windows at each end too'))
    .option('--map <a,b>', text('两个假设一起变', 'vary two assumptions together'))
    .option(...floorplan);
  tables(sweeping(promising(shaking)))
    .option(...json)
    .action(async (name: string, flags: SensitivityFlags) =>
      (await import('../commands/sensitivity')).sensitivity(output, name, flags),
    );
}
