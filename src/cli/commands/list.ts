import type { WindowArea } from '../../scenarios/floorplan';
import { HALLS, hallScenario } from '../../scenarios/halls';
import { MECHANISMS } from '../../scenarios/mechanisms';
import { answerJson, type Output } from '../output';
import { table } from '../table';

const HEADINGS = {
  zh: ['编号', '名称', 'Name', '面积不少于', '窗口（综合+部门+出件）', '婚姻登记', '平面图'],
  en: [
    'id',
    '名称',
    'Name',
    'area at least',
    'windows (pooled + department + issuing)',
    'marriage',
    'floor plan',
  ],
};
const DEMONSTRATION_HEADINGS = {
  zh: ['机制演示', '不带该机制', '带该机制'],
  en: ['Mechanism', 'without it', 'with it'],
};
const YES_NO = { zh: ['有', '无'], en: ['yes', 'no'] } as const;

/** The 13 halls of the notice, and the demonstrations of each mechanism. */
export function list(output: Output, options: { json?: boolean }): void {
  const halls = HALLS.map((hall) => {
    const { windows } = hallScenario(hall.id);
    const count = (area: WindowArea) => windows.filter((w) => w.area === area).length;
    return {
      id: hall.id,
      name: hall.name,
      minimumAreaM2: hall.minimumAreaM2,
      windows: {
        comprehensive: count('comprehensive'),
        department: count('department'),
        issuing: count('issuing'),
      },
      marriageRegistration: hall.marriageRegistration,
      floorplan: hall.floorplan,
    };
  });
  if (options.json) {
    const mechanisms = MECHANISMS.map(({ id, group, name }) => ({
      id,
      group,
      name,
      without: `${id}-without`,
      with: `${id}-with`,
    }));
    answerJson(output, { halls, mechanisms });
    return;
  }
  const [yes, no] = YES_NO[output.language];
  output.answer(
    table([
      HEADINGS[output.language],
      ...halls.map((h) => [
        h.id,
        h.name.zh,
        h.name.en,
        `${h.minimumAreaM2} m²`,
        `${h.windows.comprehensive}+${h.windows.department}+${h.windows.issuing}`,
        h.marriageRegistration ? yes : no,
        h.floorplan,
      ]),
    ]),
  );
  output.answer('');
  output.answer(
    table([
      DEMONSTRATION_HEADINGS[output.language],
      ...MECHANISMS.map(({ id, name }) => [name[output.language], `${id}-without`, `${id}-with`]),
    ]),
  );
}
