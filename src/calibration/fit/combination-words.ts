import type { LocalText } from '../../scenarios/text';
import type { Combined, ErrorFigures } from './validation-types';

const minutes = (s: number) => (s / 60).toFixed(1);
const percent = (x: number) => `${Math.round(100 * x)} %`;

/**
 * How much the model counts beside the means of past days, why, and, where days were kept back, how that did on them.
 *
 * @param onHeldBack errors of the combined forecast on days that neither fit nor weight saw
 */
export function combinedText(
  { parts, leftOutDays, errors }: Omit<Combined, 'told'>,
  onHeldBack?: ErrorFigures,
): LocalText {
  const weights = parts.map(({ modelWeight }) => modelWeight);
  const [least, most] = [Math.min(...weights), Math.max(...weights)];
  const one = percent(least) === percent(most);
  const model = one ? percent(least) : `${percent(least)}–${percent(most)}`;
  const past = one ? percent(1 - least) : `${percent(1 - most)}–${percent(1 - least)}`;
  const [alone, both, mean] = ['model', 'combined', 'halfHour'].map((by) =>
    minutes(errors.find((e) => e.by === by)?.maeS ?? 0),
  );
  const zhBy = one ? '' : '（因队列而异）';
  const enBy = one ? '' : ' (by queue)';
  const zh = `合成预测中，模型占 ${model}，往日同一半小时的平均占 ${past}${zhBy}。权重只由参与拟合的日子得出：轮流留出其中 ${leftOutDays} 天，模型单独的误差为 ${alone} 分钟，往日平均为 ${mean} 分钟，两者合成为 ${both} 分钟。`;
  const en = `In the combined forecast the model counts for ${model}, the mean of past days at the same half hour for ${past}${enBy}. The weights come from the fitted days alone: on ${leftOutDays} of them, left out of the fit by turns, the model by itself was off by ${alone} min, the mean of past days by ${mean} min, both together by ${both} min.`;
  if (!onHeldBack || onHeldBack.n === 0) return { zh, en };
  const inside = onHeldBack.coverage90;
  return {
    zh: `${zh}在核对的日子里，合成预测误差 ${minutes(onHeldBack.maeS)} 分钟${inside === null ? '' : `，90 % 区间包含了其中 ${percent(inside)}`}。`,
    en: `${en} On the days kept back the combined forecast is off by ${minutes(onHeldBack.maeS)} min${inside === null ? '' : `, and its 90 % intervals hold ${percent(inside)} of them`}.`,
  };
}
