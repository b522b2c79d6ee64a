import type { FloorPlan, WindowArea } from '../../scenarios/floorplan';

type Name = { zh: string; en: string };

const DEPARTMENTS: readonly Name[] = [
  { zh: '公安', en: 'public security' },
  { zh: '市场监管', en: 'market regulation' },
  { zh: '自然资源', en: 'natural resources' },
  { zh: '司法', en: 'justice' },
  { zh: '税务', en: 'tax' },
];

/**
 * What a window is called.
 *
 * @param nth how many windows of its area come before it
 */
export function windowName(area: WindowArea, number: number, nth: number): Name {
  switch (area) {
    case 'comprehensive':
      return { zh: `综合窗口 ${number}号`, en: `Comprehensive window ${number}` };
    case 'issuing':
      return { zh: `出件窗口 ${number}号`, en: `Issuing window ${number}` };
    case 'department': {
      const department = DEPARTMENTS[nth];
      return department
        ? { zh: `${department.zh}窗口 ${number}号`, en: `Window ${number}, ${department.en}` }
        : { zh: `部门窗口 ${number}号`, en: `Department window ${number}` };
    }
  }
}

export const ZONE_NAMES: Readonly<Record<FloorPlan['zones'][number]['kind'], Name>> = {
  waiting: { zh: '等候区', en: 'Waiting area' },
  guide: { zh: '导办取号区', en: 'Guide and tickets' },
  selfService: { zh: '自助服务区', en: 'Self-service area' },
  writing: { zh: '填表区', en: 'Form filling' },
  comprehensive: { zh: '综合服务区', en: 'Comprehensive services' },
  department: { zh: '部门服务区', en: 'Department services' },
  circulation: { zh: '通道', en: 'Passage' },
  clerks: { zh: '窗口工作区', en: 'Clerks' },
  backOffice: { zh: '后台审批区', en: 'Back office' },
};

export const FIXTURE_NAMES = {
  guideDesk: { zh: '导办台', en: 'Guide desk' },
  ticketMachine: { zh: '取号机', en: 'Ticket machine' },
  kiosk: { zh: '政务服务一体机', en: 'Service kiosk' },
  enquiryScreen: { zh: '触摸查询屏', en: 'Touch enquiry screen' },
  writingTable: { zh: '填表台', en: 'Writing table' },
  approverDesk: { zh: '审批席', en: "Approver's desk" },
  copier: { zh: '复印打印机', en: 'Copier and printer' },
  cabinet: { zh: '档案柜', en: 'Filing cabinet' },
  plant: { zh: '绿植', en: 'Plant' },
} as const satisfies Readonly<Record<FloorPlan['fixtures'][number]['kind'], Name>>;

export const SIGN_TEXTS = {
  entrance: { zh: '政务服务大厅 入口', en: 'Government Service Hall · Entrance' },
  floorMap: { zh: '大厅平面图', en: 'Floor map' },
  noSmoking: { zh: '禁止吸烟', en: 'No smoking' },
  emergencyExit: { zh: '安全出口', en: 'Emergency exit' },
  caution: { zh: '小心地滑', en: 'Caution: wet floor' },
  notice: { zh: '事项与流程公示栏', en: 'Notice board: items and procedures' },
  zone: { zh: '分区', en: 'Zone' },
} as const satisfies Readonly<Record<FloorPlan['signs'][number]['kind'], Name>>;
