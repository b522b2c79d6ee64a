import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  type Created,
  createCamera,
  createColumn,
  createCounter,
  createDisplay,
  createDoor,
  createFixture,
  createPickup,
  createSeatRow,
  createSign,
  createWall,
  createWindow,
  createZone,
} from '../../drawing/edit/create';
import { boundsOf } from '../../drawing/edit/items';
import { largestFreeRectangle } from '../../drawing/templates/free-floor';
import { contains } from '../../geometry/area';
import type { FloorPlan, Point } from '../../scenarios/floorplan';
import { useTwin } from '../context';

type Make = (plan: FloorPlan, at: Point) => Created | null;

const SEATS_IN_A_ROW = 4;
const half = (at: Point, by: number, up: number): [Point, Point] => [
  [at[0] - by, at[1] - up],
  [at[0] + by, at[1] + up],
];

/** What can be put into a plan, group by group. */
const GROUPS: readonly (readonly [
  group: string,
  readonly (readonly [name: string, make: Make])[],
])[] = [
  [
    'room',
    [
      ['wall', (plan, at) => createWall(plan, ...half(at, 1, 0))],
      ['column', createColumn],
      ['entranceExit', (plan, at) => createDoor(plan, 'entranceExit', at)],
      ['emergency', (plan, at) => createDoor(plan, 'emergency', at)],
      ['staff', (plan, at) => createDoor(plan, 'staff', at)],
      ['zone', (plan, at) => createZone(plan, 'waiting', ...half(at, 1, 1))],
    ],
  ],
  [
    'service',
    [
      ['counter', createCounter],
      ['comprehensive', (plan, at) => createWindow(plan, 'comprehensive', at)],
      ['department', (plan, at) => createWindow(plan, 'department', at)],
      ['issuing', (plan, at) => createWindow(plan, 'issuing', at)],
      ['pickup', createPickup],
      ['display', createDisplay],
    ],
  ],
  [
    'visitors',
    [
      ['seats', (plan, at) => createSeatRow(plan, at, SEATS_IN_A_ROW)],
      ['ticketMachine', (plan, at) => createFixture(plan, 'ticketMachine', at)],
      ['guideDesk', (plan, at) => createFixture(plan, 'guideDesk', at)],
      ['kiosk', (plan, at) => createFixture(plan, 'kiosk', at)],
      ['enquiryScreen', (plan, at) => createFixture(plan, 'enquiryScreen', at)],
      ['writingTable', (plan, at) => createFixture(plan, 'writingTable', at)],
    ],
  ],
  [
    'other',
    [
      ['approverDesk', (plan, at) => createFixture(plan, 'approverDesk', at)],
      ['cabinet', (plan, at) => createFixture(plan, 'cabinet', at)],
      ['copier', (plan, at) => createFixture(plan, 'copier', at)],
      ['plant', (plan, at) => createFixture(plan, 'plant', at)],
      ['sign', (plan, at) => createSign(plan, 'zone', at)],
      ['camera', createCamera],
    ],
  ],
];

/** The middle of a hall; of one that its middle lies outside of, the middle of its largest part. */
function middleOf(plan: FloorPlan): Point {
  const [x0, y0, x1, y1] = boundsOf([plan.outline]);
  const middle: Point = [(x0 + x1) / 2, (y0 + y1) / 2];
  const part = contains(plan.outline, middle) ? null : largestFreeRectangle(plan);
  return part ? [(part.u0 + part.u1) / 2, (part.v0 + part.v1) / 2] : middle;
}

/** Buttons that put something into the middle of the hall, selected, to be dragged from there. */
export function Palette({ plan }: { readonly plan: FloorPlan }) {
  const { t } = useTranslation();
  const { studio } = useTwin();
  const put = (make: Make) => {
    const created = make(plan, middleOf(plan));
    if (!created) return;
    studio.edit(created.plan);
    studio.select(created.refs);
    studio.store.setState({ tool: 'select', tab: 'object' });
  };
  return (
    <nav className="palette" aria-label={t('studio.palette')}>
      {GROUPS.map(([group, things]) => (
        <section key={group}>
          <h3>{t(`studio.group.${group}`)}</h3>
          <div>
            {things.map(([name, make]) => (
              <Button
                key={name}
                size="small"
                disabled={
                  (group === 'service' &&
                    plan.counters.length === 0 &&
                    ['comprehensive', 'department', 'issuing'].includes(name)) ||
                  (name === 'pickup' && plan.windows.length === 0)
                }
                onClick={() => put(make)}
              >
                {t(`studio.new.${name}`)}
              </Button>
            ))}
          </div>
        </section>
      ))}
    </nav>
  );
}
