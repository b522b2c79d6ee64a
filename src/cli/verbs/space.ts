import { LENS_MODELS } from '../../coverage/optics/lens-of';
import { EDITION_IDS } from '../../coverage/optics/standards';
import { SUPPORTS } from '../../coverage/placement/places';
import { PROFILE_IDS } from '../../coverage/profiles';
import type { CheckFlags } from '../commands/check';
import type { CoverageFlags } from '../commands/coverage';
import type { OpticsFlags } from '../commands/optics';
import type { PlaceFlags } from '../commands/place';
import { FIRST_MODELS } from '../options';
import type { Toolkit } from './toolkit';

/** What the floor plan alone answers: `check`, `coverage`, `place`, `optics`. */
export function addSpaceVerbs({ answerNo, json, output, tables, text, verb }: Toolkit): void {
  tables(
    verb(
      'check <floorplan>',
      text(
        '大厅是否符合各项规则：面积、窗口、通道、监控、标识（平面图文件或内置编号）',
        'whether a hall keeps the rules: area, windows, passages, cameras, signs (floor plan by file or id)',
      ),
    ),
  )
    .option(
      '--hall <id>',
      text('是哪个大厅（曲溪、磐东不办婚姻登记）', 'which hall (two register no marriages)'),
    )
    .option(...json)
    .action(async (name: string, flags: CheckFlags) => {
      const { check } = await import('../commands/check');
      if (!(await check(output, name, flags))) answerNo();
    });
  tables(
    verb(
      'coverage <floorplan>',
      text(
        '每个窗口是否看得清、有没有拾音器（平面图文件或内置编号）',
        'whether every window is clearly monitored and has its pickup (floor plan by file or id)',
      ),
    ),
  )
    .option('--plane <metres>', text('测量此高度的平面', 'measure the plane at this height'), '0')
    .option(`--profile <${PROFILE_IDS.join('|')}>`, text('阈值', 'thresholds'), PROFILE_IDS[0])
    .option(
      `--standard <${EDITION_IDS.join('|')}>`,
      text('密度等级按哪一版标准', 'edition of the standard for classes of density'),
      EDITION_IDS[0],
    )
    .option(
      '--density <px/m>',
      text('平面以此密度为覆盖', 'density from which the plane counts as covered'),
    )
    .option('--by-class', text('列出平面各密度等级的面积', "the plane's area by class"))
    .option(
      '--day <scenario>',
      text(
        '看方案模拟的一天：每个窗口清晰的时间比例、最差一分钟和遮挡者',
        'watch a simulated day of a scenario: share of time clear, worst minute, who stood in the way',
      ),
    )
    .option('--seed <n>', text('模拟的随机种子', 'seed of the day'), '1')
    .option('--every <seconds>', text('一天中每隔多久看一次', 'between looks at the day'), '1')
    .option('--queue <n>', text('另有多少人排队', 'people queueing besides'), '0')
    .option('--posture <standing|seated>', text('办事人站或坐', 'how visitors are'), 'standing')
    .option(`--lens <${LENS_MODELS.join('|')}>`, text('镜头模型', 'lens model'), LENS_MODELS[0])
    .option('--cell <metres>', text('平面的网格', 'cells of the plane'), '0.05')
    .option(
      '--pickup-reach <metres>',
      text('拾音距离（默认值为假设）', 'reach of a pickup (the default is an assumption)'),
    )
    .option(...json)
    .action(async (name: string, flags: CoverageFlags) => {
      const { coverage } = await import('../commands/coverage');
      if (!(await coverage(output, name, flags))) answerNo();
    });
  verb(
    'place <floorplan>',
    text(
      '使每个窗口都清晰的最少摄像机，并给出证明',
      'the fewest cameras by which every window is clearly monitored, with the proof',
    ),
  )
    .option(
      '--models <ids>',
      text('可用型号，逗号分隔', 'models to choose from, with commas'),
      FIRST_MODELS,
    )
    .option(
      `--on <${SUPPORTS.join(',')}>`,
      text('安装处', 'what to hang them on'),
      SUPPORTS.join(','),
    )
    .option(
      '--heights <metres>',
      text('墙上的高度，逗号分隔', 'heights on walls, with commas'),
      '2.5',
    )
    .option('--step <metres>', text('候选位置的间距', 'between places that are tried'), '1')
    .option(
      '--times <n>',
      text(
        '每个目标由几台看清；2 即坏一台仍可',
        'cameras that see each target; 2: any one may fail',
      ),
      '1',
    )
    .option(
      '--spare <n>',
      text('另加几台看盲区地面', 'cameras beyond the fewest, for floor that nobody sees'),
      '0',
    )
    .option(
      '--library <file>',
      text('自有型号库（JSON）', 'camera models of your own (JSON), besides the shipped ones'),
    )
    .option(`--profile <${PROFILE_IDS.join('|')}>`, text('阈值', 'thresholds'), PROFILE_IDS[0])
    .option('--posture <standing|seated>', text('办事人站或坐', 'how visitors are'), 'standing')
    .option('--queue <n>', text('另有多少人排队', 'people queueing besides'), '0')
    .option(...json)
    .action(async (name: string, flags: PlaceFlags) => {
      const { place } = await import('../commands/place');
      if (!(await place(output, name, flags))) answerNo();
    });
  verb(
    'optics',
    text(
      '摄像机的视角、像素密度，以及标准各等级的距离',
      "a camera's angles, pixel density, and the distance of each class of the standard",
    ),
  )
    .option('--resolution <WxH>', text('分辨率，如 2688x1520', 'resolution, such as 2688x1520'))
    .option('--hfov <deg>', text('标称水平视角，度', 'printed horizontal angle, degrees'))
    .option(
      '--vfov <deg>',
      text('标称垂直视角，度（不写则推算）', 'printed vertical angle, degrees (else computed)'),
    )
    .option(
      '--sensor <inch>',
      text('无标称视角时：传感器型号，如 1/2.8', 'without printed angles: sensor, such as 1/2.8'),
    )
    .option('--focal <mm>', text('及焦距，mm', 'and focal length, mm'))
    .option('--at <metres>', text('另列此距离处的密度', 'the density at this distance too'))
    .option(...json)
    .action(async (flags: OpticsFlags) =>
      (await import('../commands/optics')).optics(output, flags),
    );
}
