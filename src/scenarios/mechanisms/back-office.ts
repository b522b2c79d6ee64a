import { notice } from '../sources';
import { assumed, type Draft, demo, type Mechanism, mechanism, overDays } from './mechanism';

type PromisedCase = NonNullable<Draft['classes'][number]['promisedCase']>;

const work = (meanS: number) => ({
  dist: 'lognormal' as const,
  meanS,
  cv: 0.8,
  provenance: demo,
});

/** Promised cases of every class, decided by one department or two, over four weeks. */
function promise(draft: Draft, rest: Partial<PromisedCase>): void {
  overDays(draft, 20);
  draft.backOffices = [
    ...(draft.backOffices ?? []),
    {
      id: 'technical',
      name: { zh: '技术审查', en: 'Technical review' },
      approvers: assumed(4),
      provenance: demo,
    },
  ];
  for (const c of draft.classes)
    c.promisedCase = {
      promisedDays: assumed(3),
      review: [{ backOffice: 'approval', duration: work(1500), agrees: assumed(0.97) }],
      result: { kind: 'none' },
      provenance: notice('承诺办结制', 'promised completion time'),
      ...rest,
    };
}

export const BACK_OFFICE: readonly Mechanism[] = [
  mechanism({
    id: 'joint-in-hall',
    group: 'backOffice',
    name: { zh: '厅内联审', en: 'Joint review while waiting' },
    about: {
      zh: '联审联办：在厅等批的办件同时送两个部门，都办完才出件。比一个部门久，比先后送两个部门快。',
      en: 'Joint review: cases decided while the visitor waits go to two departments at the same time, and both have to be done. Longer than one, shorter than one after the other.',
    },
    watch: ['timeInHallMeanS', 'waitMeanS', 'peopleMax'],
    setting: (draft) => {
      draft.backOffices = [
        ...(draft.backOffices ?? []),
        {
          id: 'second',
          name: { zh: '联审部门', en: 'Second department' },
          approvers: assumed(3),
          provenance: demo,
        },
      ];
    },
    change: (draft) => {
      for (const c of draft.classes)
        c.outcomes!.approval!.joint = [{ backOffice: 'second', duration: work(480) }];
    },
  }),
  mechanism({
    id: 'joint-review',
    group: 'backOffice',
    name: { zh: '联审联办', en: 'Joint review' },
    about: {
      zh: '四周连续运行，承诺三个工作日办结。承诺件由审批和技术两个部门并联审查，都同意才算通过。',
      en: 'Four weeks in a row, decided within three working days as promised. Promised cases are reviewed by two departments in parallel, and both have to agree.',
    },
    watch: ['caseDaysMean', 'promisedLateShare', 'openCases'],
    setting: (draft) => promise(draft, {}),
    change: (draft) => {
      for (const c of draft.classes)
        c.promisedCase!.review = [
          ...c.promisedCase!.review,
          { backOffice: 'technical', duration: work(2000), agrees: assumed(0.95) },
        ];
    },
  }),
  mechanism({
    id: 'site-survey',
    group: 'backOffice',
    name: { zh: '现场踏勘', en: 'Site survey' },
    about: {
      zh: '四周连续运行：三成承诺件要现场踏勘，一到四个工作日后才能开始审查，承诺期仍为三天。',
      en: 'Four weeks in a row: three in ten promised cases need a site survey, so that the review begins one to four working days later; three days are promised all the same.',
    },
    watch: ['promisedLateShare', 'caseDaysMean', 'openCases'],
    setting: (draft) => promise(draft, {}),
    change: (draft) => {
      for (const c of draft.classes)
        c.promisedCase!.survey = {
          share: assumed(0.3),
          after: { kind: 'uniform', minDays: 1, maxDays: 4, provenance: demo },
        };
    },
  }),
  mechanism({
    id: 'approvers',
    group: 'backOffice',
    name: { zh: '后台人手', en: 'Fewer approvers' },
    about: {
      zh: '四周连续运行，后台审批由四人减为两人。窗口前的等候几乎不变，办件在后台积压，一天天结转。',
      en: 'Four weeks in a row with two approvers instead of four. Waits at the windows hardly change; cases pile up behind the counter from day to day.',
    },
    watch: ['openCases', 'promisedLateShare', 'caseDaysMean', 'timeInHallMeanS'],
    setting: (draft) => promise(draft, {}),
    change: (draft) => {
      for (const office of draft.backOffices!)
        if (office.id === 'approval') office.approvers = assumed(2);
    },
  }),
  mechanism({
    id: 'delivery',
    group: 'backOffice',
    name: { zh: '证照寄递', en: 'Delivery by post' },
    about: {
      zh: '四周连续运行：承诺件的结果，八成寄送到家，其余到统一出件窗口领取；没有寄递时都要再跑一趟。',
      en: 'Four weeks in a row: eight in ten results of promised cases are delivered by post, the others are collected at the issuing window; without it everybody comes again.',
    },
    watch: ['visitsPerCase', 'arrived', 'peopleMax', 'timeInHallMeanS'],
    setting: (draft) => promise(draft, { result: handedOver(0) }),
    change: (draft) => {
      for (const c of draft.classes) c.promisedCase!.result = handedOver(0.8);
    },
  }),
];

function handedOver(delivered: number): PromisedCase['result'] {
  return {
    kind: 'handedOver',
    delivered: assumed(delivered),
    collectAfter: { kind: 'uniform', minDays: 1, maxDays: 3, provenance: demo },
    issue: { dist: 'lognormal', meanS: 120, cv: 0.5, provenance: demo },
  };
}
