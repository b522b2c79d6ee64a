import type { WindowArea } from './floorplan';

/** One kind of business that the notice brings into the halls. */
export interface Business {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly items: { readonly zh: string; readonly en: string };
  readonly area: Exclude<WindowArea, 'issuing'>;
  /** Weight in the day's visits (assumption; only proportions count). */
  readonly weight: number;
  /** Mean time at the window, minutes (assumption). */
  readonly serviceMin: number;
}

/**
 * The twelve businesses of the notice: seven pooled in the comprehensive area (大一门), five with
 * a department window each (小一门). Weights and minutes are assumptions: nobody published them.
 */
export const BUSINESSES: readonly Business[] = [
  business(
    'health',
    '卫生健康',
    'Health',
    '生育登记、健康服务',
    'birth registration, health services',
    'comprehensive',
    7,
    8,
  ),
  business(
    'social',
    '社会保险',
    'Social insurance',
    '参保、待遇领取资格认证',
    'enrolment, benefit eligibility',
    'comprehensive',
    20,
    9,
  ),
  business(
    'medical',
    '医疗保险',
    'Medical insurance',
    '参保缴费、报销',
    'enrolment, reimbursement',
    'comprehensive',
    20,
    9,
  ),
  business(
    'funeral',
    '殡葬服务',
    'Funeral services',
    '殡葬补助',
    'funeral allowances',
    'comprehensive',
    1,
    12,
  ),
  business(
    'marriage',
    '婚姻登记',
    'Marriage registration',
    '结婚、离婚登记',
    'marriage and divorce',
    'comprehensive',
    3,
    20,
  ),
  business(
    'agriculture',
    '农业农村',
    'Agriculture',
    '农村承包地、惠农补贴',
    'land contracts, farm subsidies',
    'comprehensive',
    6,
    11,
  ),
  business(
    'disabled',
    '残疾人服务',
    'Services for disabled people',
    '残疾人证、两项补贴',
    'disability card, allowances',
    'comprehensive',
    3,
    14,
  ),
  business(
    'security',
    '公安',
    'Public security',
    '户籍、居住证',
    'household register, residence permits',
    'department',
    18,
    5,
  ),
  business(
    'market',
    '市场监管',
    'Market regulation',
    '个体户登记、食品经营',
    'business and food licences',
    'department',
    8,
    10,
  ),
  business(
    'land',
    '自然资源',
    'Natural resources',
    '不动产、宅基地',
    'real estate, homesteads',
    'department',
    4,
    15,
  ),
  business(
    'justice',
    '司法',
    'Justice',
    '法律援助、调解',
    'legal aid, mediation',
    'department',
    3,
    15,
  ),
  business(
    'tax',
    '税务',
    'Tax',
    '社保费征缴、代开发票',
    'contributions, invoices',
    'department',
    7,
    8,
  ),
];

function business(
  id: string,
  zh: string,
  en: string,
  itemsZh: string,
  itemsEn: string,
  area: Business['area'],
  weight: number,
  serviceMin: number,
): Business {
  return { id, name: { zh, en }, items: { zh: itemsZh, en: itemsEn }, area, weight, serviceMin };
}
