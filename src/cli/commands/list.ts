import type { WindowArea } from '../../scenarios/floorplan';
import { HALLS, hallScenario } from '../../scenarios/halls';
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
const YES_NO = { zh: ['有', '无'], en: ['yes', 'no'] } as const;

/** The 13 halls of the notice. */
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
    answerJson(output, { halls });
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
}
