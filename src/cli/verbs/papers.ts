import type { Command } from 'commander';
import { SECTION_IDS } from '../../report/document/contents';
import type { ReportFlags } from '../commands/report';
import type { Toolkit } from './toolkit';

/** What is handed in: `report`. */
export function addPaperVerbs({
  floorplan,
  json,
  output,
  stopped,
  sweeping,
  text,
  verb,
}: Toolkit): void {
  const reporting = verb(
    'report <scenario>',
    text(
      '把一个大厅的报告写成单个 HTML 文件，可打印为 A4（文件、内置编号，或“方案@平面图”）',
      'the report of a hall as one HTML file, to be printed on A4 (file, shipped id, or scenario@plan)',
    ),
  )
    .requiredOption('-o, --output <file>', text('写入此文件', 'write it to this file'))
    .option('--against <scenarios...>', text('与这些方案比较', 'compare with these scenarios'))
    .option('--plan-search', text('求兑现承诺的最少窗口数', 'find the fewest windows'))
    .option(...floorplan)
    .option('--replications <n>', text('重复次数', 'replications'), '30')
    .option('--date <date>', text('报告日期（默认今天）', 'date of the report (today)'))
    .option('--title <text>', text('标题', 'title'))
    .option('--author <text>', text('编制单位或人', 'who prepared it'))
    .option(
      '--sections <list>',
      text(
        `包含的部分，逗号分隔：${SECTION_IDS.join('、')}（默认全部）`,
        `parts, with commas: ${SECTION_IDS.join(', ')} (all)`,
      ),
    );
  sweeping(reporting)
    .option(...json)
    .action(async (name: string, _: unknown, command: Command) => {
      const { report } = await import('../commands/report');
      if (!(await report(output, name, command.optsWithGlobals<ReportFlags>()))) stopped();
    });
}
