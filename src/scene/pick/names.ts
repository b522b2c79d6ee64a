import type { FixtureKind, FloorPlan } from '../../scenarios/floorplan';
import { inLanguage, type Language } from '../../scenarios/text';
import type { Timeline } from '../../sim/hall/timeline';
import type { Selection } from '../types';

const KIND_NAMES: Record<FixtureKind, Record<Language, string>> = {
  ticketMachine: { zh: '取号机', en: 'Ticket machine' },
  kiosk: { zh: '自助一体机', en: 'Kiosk' },
  enquiryScreen: { zh: '查询屏', en: 'Enquiry screen' },
  guideDesk: { zh: '导办台', en: 'Guide desk' },
  writingTable: { zh: '填表台', en: 'Writing table' },
  approverDesk: { zh: '审批席', en: "Approver's desk" },
  copier: { zh: '复印机', en: 'Copier' },
  cabinet: { zh: '档案柜', en: 'Cabinet' },
  plant: { zh: '绿植', en: 'Plant' },
};

/** What the label over a selected thing says. */
export function selectionName(
  selection: Selection,
  plan: FloorPlan,
  timeline: Timeline | null,
  language: Language,
): string {
  switch (selection.kind) {
    case 'visitor': {
      const ticket = timeline?.ticket(selection.visitor) ?? '';
      const number = selection.visitor + 1;
      const who = language === 'zh' ? `群众 ${number}` : `Visitor ${number}`;
      return ticket === '' ? who : `${who} · ${ticket}`;
    }
    case 'window': {
      const window = plan.windows.find((candidate) => candidate.id === selection.window);
      return window === undefined ? selection.window : inLanguage(window.name, language);
    }
    case 'camera': {
      const at = plan.cameras.findIndex((candidate) => candidate.id === selection.camera) + 1;
      return language === 'zh' ? `摄像机 ${at}` : `Camera ${at}`;
    }
    case 'fixture': {
      const fixture = plan.fixtures.find((candidate) => candidate.id === selection.fixture);
      if (fixture === undefined) return selection.fixture;
      return fixture.name ? inLanguage(fixture.name, language) : KIND_NAMES[fixture.kind][language];
    }
  }
}
