import { source } from '../sources';
import { assumed, demo, type Mechanism, mechanism } from './mechanism';

export const QUALITY: readonly Mechanism[] = [
  mechanism({
    id: 'rating-wait',
    group: 'quality',
    name: { zh: '等候影响评价', en: 'Waiting lowers ratings' },
    about: {
      zh: '五级评价的底数取自广东省通报。这里再假设：等候每超过目标一分钟，评价降一级的概率增加一个百分点。这一影响是假设，没有公开数据。',
      en: "The base of the five levels is the provincial bulletin's. Here it is assumed besides that each minute over the target adds one percentage point to the probability of one level less. Nobody published such an effect.",
    },
    watch: ['lowRatingShare', 'waitMeanS'],
    setting: (draft) => {
      // One level less than "basically satisfied" is low: begin from ratings that are not all perfect.
      draft.rating!.shares = [0.7, 0.2, 0.1, 0, 0];
      draft.rating!.provenance = demo;
      draft.targetWaitS = assumed(300);
    },
    change: (draft) => {
      draft.rating!.waitEffect = { perMinuteOverTarget: assumed(0.01), provenance: demo };
    },
  }),
  mechanism({
    id: 'follow-up',
    group: 'quality',
    name: { zh: '差评回访', en: 'Follow-up of low ratings' },
    about: {
      zh: '不满意和非常不满意必须回访（GB/T 39735-2020；有的省要求15个工作日内）。回访占用后台审批的人，在厅等批的人随之多等。',
      en: 'The two lowest levels are followed up (GB/T 39735-2020; in some provinces within 15 working days). It takes approvers away from cases, and those who wait for them wait longer.',
    },
    watch: ['timeInHallMeanS', 'lowRatingShare', 'waitMeanS'],
    setting: (draft) => {
      draft.rating!.shares = [0.6, 0.15, 0.1, 0.1, 0.05];
      draft.rating!.provenance = demo;
      for (const office of draft.backOffices!) office.approvers = assumed(2);
    },
    change: (draft) => {
      draft.rating!.followUp = {
        backOffice: 'approval',
        duration: { dist: 'lognormal', meanS: 900, cv: 0.5, provenance: demo },
        withinDays: {
          value: 15,
          provenance: source(
            'GB/T 39735-2020；部分省份15个工作日',
            'GB/T 39735-2020; 15 working days in some provinces',
            'high',
          ),
        },
        provenance: demo,
      };
    },
  }),
];
