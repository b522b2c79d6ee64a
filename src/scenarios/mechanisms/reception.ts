import { numberOf } from '../provenance';
import { notice } from '../sources';
import { RETURNS } from './arrivals';
import { assumed, demo, type Mechanism, mechanism, overDays } from './mechanism';

export const RECEPTION: readonly Mechanism[] = [
  mechanism({
    id: 'paper-check',
    group: 'reception',
    name: { zh: '导办预审、一次性告知', en: 'Papers checked at the guide desk' },
    about: {
      zh: '一次性告知制：导办台先看材料，缺什么一次讲清。缺材料的人不必取号等候，窗口也不白忙。两边都有六成的人先到导办台。',
      en: 'One notice of all that is missing: papers are looked through at the guide desk, so who lacks one need not wait, and no window works in vain. In both, six in ten go to the guide desk first.',
    },
    watch: ['waitMeanS', 'served', 'timeInHallMeanS', 'withinTargetShare'],
    setting: (draft) => {
      draft.guideDesk!.share = assumed(0.6);
      for (const c of draft.classes) {
        const done = numberOf(c.outcomes!.done);
        c.outcomes!.done = assumed(Math.round((done - 0.1) * 100) / 100);
        c.outcomes!.sentBack = assumed(0.18);
      }
    },
    change: (draft) => {
      draft.guideDesk!.paperCheck = {
        detects: assumed(0.85),
        provenance: notice('一次性告知制', 'one-time notice of what is missing'),
      };
    },
  }),
  mechanism({
    id: 'accepted-incomplete',
    group: 'reception',
    name: { zh: '容缺受理', en: 'Accepted with a paper missing' },
    about: {
      zh: '四周连续运行：缺次要材料的人，六成先予受理，材料随后补交，一半在网上补，一半再来一趟，但只是递交。没有容缺时，缺材料的人回去补齐再来。',
      en: 'Four weeks in a row: six in ten who lack a minor paper are accepted all the same and hand it in later, half of them online, half on a short visit. Without it they are sent back and come again.',
    },
    watch: ['visitsPerCase', 'oneVisitShare', 'waitMeanS', 'arrived'],
    setting: (draft) => {
      overDays(draft, 20);
      for (const c of draft.classes) c.returnVisit = RETURNS;
    },
    change: (draft) => {
      for (const c of draft.classes)
        c.acceptedIncomplete = {
          share: assumed(0.6),
          broughtAfter: { kind: 'uniform', minDays: 1, maxDays: 5, provenance: demo },
          handIn: { dist: 'lognormal', meanS: 120, cv: 0.5, provenance: demo },
          online: assumed(0.5),
          provenance: notice('容缺受理机制', 'acceptance with a paper missing'),
        };
    },
  }),
  mechanism({
    id: 'first-asked',
    group: 'reception',
    name: { zh: '首问责任', en: 'First-asked responsibility' },
    about: {
      zh: '每八人中有一人取错号。首问责任制：被问到的窗口负责转办，号的先后不变；没有这一条时，问清后重新取号、重新排队。',
      en: 'One in eight takes a ticket for the wrong windows. First-asked: the clerk hands the visitor to the right queue with the place of the old ticket; without it they take a new ticket and begin anew.',
    },
    watch: ['waitMeanS', 'waitP95S', 'timeInHallMeanS', 'withinTargetShare'],
    setting: (draft) => {
      draft.wrongTicket = {
        share: assumed(0.125),
        clarify: { dist: 'lognormal', meanS: 75, cv: 0.5, provenance: demo },
        rule: 'newTicket',
        provenance: demo,
      };
    },
    change: (draft) => {
      draft.wrongTicket = {
        ...draft.wrongTicket!,
        rule: 'firstAsked',
        provenance: notice('首问责任制', 'first-asked responsibility'),
      };
    },
  }),
];
