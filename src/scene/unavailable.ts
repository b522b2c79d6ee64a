import type { Language } from '../scenarios/text';
import type { Unavailable } from './types';

const MESSAGES: Record<Unavailable['kind'], Record<Language, string>> = {
  missing: {
    zh: '此浏览器不支持 WebGL 2，无法显示三维大厅。请开启硬件加速或更换浏览器；其余功能不受影响。',
    en: 'This browser has no WebGL 2, so the hall cannot be shown in 3D. Turn on hardware acceleration or use another browser; everything else works.',
  },
  lost: {
    zh: '显卡暂时中断了三维画面，恢复后会自动继续。',
    en: 'The graphics device has interrupted the 3D picture; it goes on by itself once it is back.',
  },
  failed: {
    zh: '三维画面出错，无法显示。',
    en: 'The 3D picture has failed and cannot be shown.',
  },
};

/** Why nothing is drawn, in words. */
export function unavailable(
  kind: Unavailable['kind'],
  language: Language,
  detail?: string,
): Unavailable {
  const message = MESSAGES[kind][language];
  return { kind, message: detail ? `${message} (${detail})` : message };
}
