import type { Provenance } from '../../scenarios/provenance';
import { assumption, notice, source } from '../../scenarios/sources';
import type { RuleId } from './finding';

/** A rule: whether a hall has to keep it, and where it comes from. */
export interface Rule {
  /** `must`: a hall that breaks it fails. `advice`: it is told, and fails nothing. */
  readonly severity: 'must' | 'advice';
  readonly source: Provenance;
}

/** A clause of the accessibility code. */
const clause = (number: string): Provenance =>
  source(
    `GB 55019-2021《建筑与市政工程无障碍通用规范》第 ${number} 条`,
    `GB 55019-2021, general code for accessibility of buildings, clause ${number}`,
    'medium',
  );

const EQUIPMENT = notice(
  '配备排队叫号、拾音器和摄像机，摄像机须清晰显示每个窗口',
  'queue calling, a pickup at every window, cameras that show every window clearly',
);
const SIGNS = notice(
  '设入口、平面图、分区、禁烟、安全出口等标识',
  'signs at the entrance, floor map, zones, no smoking, emergency exit',
);

/** Every rule, in the order in which they are told. */
export const RULES: Readonly<Record<RuleId, Rule>> = {
  drawing: {
    severity: 'must',
    source: assumption('图形本身须成立', 'a drawing has to make sense in itself'),
  },
  reach: {
    severity: 'must',
    source: assumption('人人都能走到、走出去', 'people have to get there, and out again'),
  },
  exits: {
    severity: 'must',
    source: assumption(
      '安全出口须能从公众区域直接走到',
      'an emergency exit has to be reached from where the public is',
    ),
  },
  area: {
    severity: 'must',
    source: notice('建筑面积不少于 200 m² 或 150 m²', 'at least 200 m² or 150 m² gross floor area'),
  },
  windows: {
    severity: 'must',
    source: notice(
      '大一门综合窗口 8 个，小一门部门窗口 5 个',
      '8 comprehensive and 5 department windows',
    ),
  },
  marriage: {
    severity: 'must',
    source: notice('曲溪、磐东不办婚姻登记', 'no marriage registration in Quxi and Pandong'),
  },
  passage: { severity: 'must', source: clause('2.2.2') },
  wheelchair: { severity: 'must', source: clause('2.2.2') },
  doorWidth: { severity: 'must', source: clause('2.5.4') },
  lowSection: { severity: 'must', source: clause('3.6.1') },
  pickup: { severity: 'must', source: EQUIPMENT },
  display: { severity: 'must', source: EQUIPMENT },
  camera: { severity: 'must', source: EQUIPMENT },
  signs: { severity: 'must', source: SIGNS },
  signSeen: {
    severity: 'must',
    source: assumption(
      '标识要从人所在之处看得见：正面 60° 以内，没有遮挡',
      'a sign has to be seen from where people are: within 60° of its front, nothing between',
    ),
  },
  queueSpace: {
    severity: 'advice',
    source: assumption('取号机前至少能排 4 人', 'room for a line of four before a ticket machine'),
  },
  seats: {
    severity: 'advice',
    source: source(
      '厚街镇大厅 91 个窗口配 350 个等候座位（报道，2018）',
      'Houjie town: 350 waiting seats for 91 windows (press, 2018)',
      'medium',
    ),
  },
  crowdedPassage: { severity: 'advice', source: clause('2.2.2') },
};
