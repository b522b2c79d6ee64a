import type { ThemeConfig } from 'antd';
import { WINDOW_COLOURS } from '../charts/colours';

/** System fonts that hold Chinese: nothing is fetched. */
const FONTS =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, -apple-system, "Segoe UI", sans-serif';

export const COLOURS = {
  ink: '#1d2b36',
  quiet: '#5d6b77',
  faint: '#dfe5ea',
  accent: '#1f5f8b',
  band: '#1f5f8b2e',
  target: '#b4582a',
  ...WINDOW_COLOURS,
} as const;

export const THEME: ThemeConfig = {
  token: {
    colorPrimary: COLOURS.accent,
    colorTextBase: COLOURS.ink,
    // Everything that is read has at least 4.5 : 1 against what it stands on.
    colorLink: COLOURS.accent,
    colorError: '#c41d2b',
    colorTextPlaceholder: COLOURS.quiet,
    // A button that is at work is still read.
    opacityLoading: 0.9,
    borderRadius: 6,
    fontFamily: FONTS,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
  components: {
    Table: {
      cellPaddingBlockSM: 3,
      cellPaddingInlineSM: 6,
      cellFontSizeSM: 13,
      headerBg: '#f2f5f7',
    },
    Segmented: { itemColor: '#47545f' },
    Tabs: { horizontalMargin: '0 0 10px 0' },
  },
};

/** The same for who asked their system for less motion: nothing slides or fades. */
export const STILL_THEME: ThemeConfig = { ...THEME, token: { ...THEME.token, motion: false } };
