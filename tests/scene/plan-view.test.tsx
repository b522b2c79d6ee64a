import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { PlanView } from '../../src/scene/flat/PlanView';
import { SHIPPED_PLANS, shippedPlan } from '../plans';
import { day, hours, plan200 } from './day';

const clock = { timeUs: () => hours(10), playing: () => false, subscribe: () => () => {} };
const draw = (
  plan: typeof plan200,
  timeline: ReturnType<typeof day> | null,
  language: 'zh' | 'en',
) =>
  renderToStaticMarkup(
    <PlanView
      plan={plan}
      timeline={timeline}
      clock={clock}
      selection={null}
      onSelect={() => {}}
      language={language}
    />,
  );

describe('the flat plan', () => {
  it.each(SHIPPED_PLANS)('draws %s without a day', (id) => {
    const plan = shippedPlan(id);
    const svg = draw(plan, null, 'zh');
    expect(svg.match(/暂停服务/g)?.length).toBe(plan.windows.length);
    expect(svg).toContain('等候区');
    expect(svg).not.toContain('NaN');
  });

  it('draws whom and what the record says', () => {
    const timeline = day();
    const crowd = timeline.createCrowd();
    timeline.crowdAt(hours(10), crowd);
    const svg = draw(plan200, timeline, 'en');
    expect(svg.match(/<circle/g)!.length).toBeGreaterThan(crowd.count);
    timeline.record.header.windows.forEach((_, i) => {
      const visitor = timeline.windowVisitor(i, hours(10));
      if (visitor >= 0) expect(svg).toContain(timeline.ticket(visitor));
    });
  });
});
