import { BUSINESSES, type Business } from './items';
import type { Provenance } from './provenance';
import { type Scenario, type ScenarioInput, scenarioSchema } from './scenario';
import { assumption, notice, source } from './sources';

/** One of the 13 halls of the notice. */
export interface Hall {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  /** Gross floor area that the notice demands, m². */
  readonly minimumAreaM2: 200 | 150;
  /** 曲溪 and 磐东 have no marriage registration. */
  readonly marriageRegistration: boolean;
  /** Residents, where a figure was found. */
  readonly residents: { readonly count: number; readonly provenance: Provenance } | null;
  /** Shipped floor plan that the hall opens with. */
  readonly floorplan: string;
}

/** Census 2020; the mean township serves as the yardstick for the others. */
const DISTRICT_RESIDENTS = 931_719;
const TOWNSHIPS = 13;
/** Huadu reply 2025 no. 7: some 6,000 visitors a day at 229 windows. */
const VISITORS_PER_WINDOW = 26;
const SERVICE_WINDOWS = 13;

/** The floor plans that ship, by file name in `public/floorplans` (a test holds the two together). */
export const FLOORPLANS = [
  { id: 'hall-200', name: { zh: '200 m² 一字形', en: '200 m² straight' }, areaM2: 200 },
  { id: 'hall-150-l', name: { zh: '150 m² L形', en: '150 m² L-shaped' }, areaM2: 150 },
  { id: 'hall-150-u', name: { zh: '150 m² U形', en: '150 m² U-shaped' }, areaM2: 150 },
] as const;

export const HALLS: readonly Hall[] = [
  hall('quxi', '曲溪街道', 'Quxi', 200, null),
  hall('pandong', '磐东街道', 'Pandong', 200, null),
  hall('yuhu', '玉湖镇', 'Yuhu', 200, null),
  hall(
    'xinheng',
    '新亨镇',
    'Xinheng',
    200,
    residents(84_559, '2000年人口普查', 'census 2000', 'medium'),
  ),
  hall('xichang', '锡场镇', 'Xichang', 200, null),
  hall('yunlu', '云路镇', 'Yunlu', 200, residents(62_000, '2023年报道', 'press 2023', 'low')),
  hall('baita', '白塔镇', 'Baita', 200, null),
  hall(
    'linpan',
    '霖磐镇',
    'Linpan',
    200,
    residents(66_484, '2020年户籍人口', 'registered 2020', 'medium'),
  ),
  hall('putian', '埔田镇', 'Putian', 150, null),
  hall('yujiao', '玉窖镇', 'Yujiao', 150, null),
  hall(
    'yuecheng',
    '月城镇',
    'Yuecheng',
    150,
    residents(58_377, '2018年户籍人口', 'registered 2018', 'medium'),
  ),
  hall('guiling', '桂岭镇', 'Guiling', 150, residents(51_200, '2020年报道', 'press 2020', 'low')),
  hall('longwei', '龙尾镇', 'Longwei', 150, null),
];

function residents(
  count: number,
  zh: string,
  en: string,
  confidence: 'high' | 'medium' | 'low',
): NonNullable<Hall['residents']> {
  return { count, provenance: source(zh, en, confidence) };
}

function hall(
  id: string,
  zh: string,
  en: string,
  minimumAreaM2: 200 | 150,
  people: Hall['residents'],
): Hall {
  return {
    id,
    name: { zh, en },
    minimumAreaM2,
    marriageRegistration: id !== 'quxi' && id !== 'pandong',
    residents: people,
    floorplan: minimumAreaM2 === 200 ? 'hall-200' : 'hall-150-l',
  };
}

/** Visits on an ordinary day of a township with so many residents, as the 13 halls reckon them. */
export function visitsOfResidents(count: number): number {
  const mean = DISTRICT_RESIDENTS / TOWNSHIPS;
  return Math.round((VISITORS_PER_WINDOW * SERVICE_WINDOWS * count) / mean);
}

/**
 * Visits on an ordinary day: 26 a window (Huadu) times 13 windows, scaled by residents over the
 * district's mean township where a figure is known. An assumption: no township published its own.
 */
function visitsPerDay(h: Pick<Hall, 'residents'>): { value: number; provenance: Provenance } {
  const norm = VISITORS_PER_WINDOW * SERVICE_WINDOWS;
  if (h.residents === null)
    return {
      value: norm,
      provenance: assumption(
        `每窗每日约${VISITORS_PER_WINDOW}人（花都2025年第7号答复）×${SERVICE_WINDOWS}个窗口；本镇街人口未查到，按全区平均`,
        `about ${VISITORS_PER_WINDOW} visitors a window a day (Huadu reply 2025 no. 7) × ${SERVICE_WINDOWS} windows; residents not found, taken as the district's mean`,
      ),
    };
  const { count } = h.residents;
  return {
    value: visitsOfResidents(count),
    provenance: assumption(
      `每窗每日约${VISITORS_PER_WINDOW}人（花都2025年第7号答复）×${SERVICE_WINDOWS}个窗口，按人口${count}人与全区镇街平均之比折算`,
      `about ${VISITORS_PER_WINDOW} visitors a window a day (Huadu reply 2025 no. 7) × ${SERVICE_WINDOWS} windows, scaled by ${count} residents over the district's mean`,
    ),
  };
}

/** Half-hour weights of an ordinary day: busiest in mid-morning (assumption). */
const PROFILE = [
  ['09:00', '09:30', 1.3],
  ['09:30', '10:00', 1.5],
  ['10:00', '10:30', 1.5],
  ['10:30', '11:00', 1.3],
  ['11:00', '11:30', 1.0],
  ['11:30', '12:00', 0.6],
  ['13:00', '13:30', 0.8],
  ['13:30', '14:00', 1.0],
  ['14:00', '14:30', 1.2],
  ['14:30', '15:00', 1.2],
  ['15:00', '15:30', 1.1],
  ['15:30', '16:00', 0.9],
  ['16:00', '16:30', 0.7],
  ['16:30', '17:00', 0.4],
] as const;

const OUTCOME_SHARES = {
  comprehensive: { done: 0.6, approval: 0.2, promised: 0.12, sentBack: 0.08 },
  department: { done: 0.7, approval: 0.1, promised: 0.12, sentBack: 0.08 },
};

/** Guangdong, January 2021: items rated at each of the five levels. */
const RATINGS = [5_265_520, 23_409, 22_773, 178, 613] as const;

const guess = assumption(
  '未见公开数据，供推演使用，可修改',
  'nobody published it; change it at will',
);

function classOf(business: Business, totalWeight: number): ScenarioInput['classes'][number] {
  const shares = OUTCOME_SHARES[business.area];
  const share = (value: number) => ({ value, provenance: guess });
  return {
    id: business.id,
    name: business.name,
    items: business.items,
    arrivals: { kind: 'share', share: share(business.weight / totalWeight) },
    priority: 0,
    service: {
      dist: 'lognormal',
      meanS: business.serviceMin * 60,
      cv: 0.8,
      provenance: guess,
    },
    patience: { dist: 'exponential', meanS: 3600, provenance: guess },
    outcomes: {
      done: share(shares.done),
      approval: {
        share: share(shares.approval),
        backOffice: 'approval',
        duration: { dist: 'lognormal', meanS: 480, cv: 0.6, provenance: guess },
        issue: { dist: 'lognormal', meanS: 150, cv: 0.5, provenance: guess },
      },
      promised: share(shares.promised),
      sentBack: share(shares.sentBack),
    },
  };
}

function windowsOf(businesses: readonly Business[]): ScenarioInput['windows'] {
  const pooled = businesses.filter((b) => b.area === 'comprehensive').map((b) => b.id);
  const eight = notice(
    '大一门设8个综合服务窗口，统一受理',
    '8 comprehensive windows accept together',
  );
  const five = notice('小一门设5个部门窗口，一窗通办', '5 department windows, one each');
  return [
    ...Array.from({ length: 8 }, (_, i) => ({
      id: `w${i + 1}`,
      name: { zh: `综合窗口${i + 1}号`, en: `Comprehensive ${i + 1}` },
      area: 'comprehensive' as const,
      serves: pooled,
      provenance: eight,
    })),
    ...businesses
      .filter((b) => b.area === 'department')
      .map((b, i) => ({
        id: `w${i + 9}`,
        name: { zh: `${b.name.zh}窗口`, en: `${b.name.en} window` },
        area: 'department' as const,
        serves: [b.id],
        provenance: five,
      })),
    {
      id: 'w14',
      name: { zh: '统一出件窗口', en: 'Issuing window' },
      area: 'issuing' as const,
      serves: [],
      provenance: notice(
        '统一窗口出证；单设一个出件窗口为假设',
        'one window issues; that it is a window of its own is assumed',
      ),
    },
  ];
}

/**
 * The shipped scenario of a hall: an ordinary working day.
 *
 * @param id one of the ids in {@link HALLS}
 * @throws RangeError if there is no such hall
 */
export function hallScenario(id: string): Scenario {
  const h = HALLS.find((hall) => hall.id === id);
  if (!h) throw new RangeError(`no hall "${id}"`);
  return ordinaryDay(h);
}

/**
 * An ordinary day of a township hall that is not one of the 13: the windows and items of the notice,
 * marriage registration included, and an average township's visits, which are there to be changed.
 */
export function townshipScenario(): Scenario {
  return ordinaryDay({
    id: 'township',
    name: { zh: '镇街', en: 'Township' },
    marriageRegistration: true,
    residents: null,
    floorplan: 'hall-200',
  });
}

function ordinaryDay(h: Omit<Hall, 'minimumAreaM2'>): Scenario {
  const businesses = BUSINESSES.filter((b) => h.marriageRegistration || b.id !== 'marriage');
  const totalWeight = businesses.reduce((sum, b) => sum + b.weight, 0);
  const ratings = RATINGS.reduce((sum, count) => sum + count, 0);
  const input: ScenarioInput = {
    format: 'hall-twin/scenario',
    version: 1,
    id: h.id,
    name: { zh: `${h.name.zh}政务服务大厅`, en: `${h.name.en} service hall` },
    description: {
      zh: '一个普通工作日：取号、等候、叫号、受理、后台审批、统一出件、评价。',
      en: 'An ordinary working day: ticket, wait, call, acceptance, approval behind the counter, issue, rating.',
    },
    floorplan: h.floorplan,
    horizon: {
      kind: 'day',
      sessions: [
        { from: '09:00', to: '12:00' },
        { from: '13:00', to: '17:00' },
      ],
      closing: 'serveInside',
      provenance: source(
        '广州市政务服务规定第25条的镇街时间；揭东本地时间未查到',
        "town centres' hours in Guangzhou's service rules, art. 25; Jiedong's own were not found",
        'medium',
      ),
    },
    targetWaitS: {
      value: 900,
      provenance: assumption('15分钟：未见规范规定', '15 minutes: no norm sets one'),
    },
    demand: {
      visitsPerDay: visitsPerDay(h),
      profile: PROFILE.map(([from, to, weight]) => ({ from, to, weight })),
      dayFactorCv: { value: 0.12, provenance: guess },
      provenance: guess,
    },
    classes: businesses.map((b) => classOf(b, totalWeight)),
    windows: windowsOf(businesses),
    queueing: { kind: 'pooled' },
    guideDesk: {
      share: { value: 0.3, provenance: guess },
      service: { dist: 'lognormal', meanS: 50, cv: 0.6, provenance: guess },
    },
    ticketMachine: { service: { dist: 'lognormal', meanS: 18, cv: 0.5, provenance: guess } },
    kiosk: {
      share: { value: 0.08, provenance: guess },
      service: { dist: 'lognormal', meanS: 240, cv: 0.6, provenance: guess },
    },
    backOffices: [
      {
        id: 'approval',
        name: { zh: '后台审批', en: 'Back-office approval' },
        approvers: { value: 4, provenance: guess },
        provenance: notice('受审分离，后台分类审批', 'the back office approves by category'),
      },
    ],
    rating: {
      shares: RATINGS.map((count) => count / ratings) as [number, number, number, number, number],
      duration: { dist: 'deterministic', valueS: 6, provenance: guess },
      provenance: source(
        '广东省2021年1月“好差评”通报',
        'Guangdong bulletin on ratings, January 2021',
        'high',
      ),
    },
    mobility: [
      {
        id: 'adult',
        share: { value: 0.68, provenance: guess },
        meanMps: 1.34,
        sdMps: 0.26,
        minMps: 0.5,
        maxMps: 2.2,
        provenance: source('Weidmann：步行速度', 'Weidmann: walking speed', 'high'),
      },
      {
        id: 'senior',
        share: { value: 0.27, provenance: guess },
        meanMps: 1.05,
        sdMps: 0.18,
        minMps: 0.68,
        maxMps: 1.41,
        provenance: source('RiMEA:50岁以上', 'RiMEA: over 50 years', 'high'),
      },
      {
        id: 'limited',
        share: { value: 0.05, provenance: guess },
        meanMps: 0.61,
        sdMps: 0.08,
        minMps: 0.46,
        maxMps: 0.76,
        provenance: source('RiMEA：行动不便者', 'RiMEA: limited mobility', 'high'),
      },
    ],
  };
  return scenarioSchema.parse(input);
}
