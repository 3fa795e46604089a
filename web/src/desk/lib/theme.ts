import type { ThemeConfig } from 'antd';

/** One design language for all desks: a calm ground, one red, colours of urgency that keep a contrast of 4.5 to 1 on white. */
export const colours = {
  brand: '#a61b13',
  overdue: '#b3261e',
  soon: '#8a5300',
  calm: '#1b6e3c',
  ink: '#1f1f1f',
  quiet: '#595959',
  line: '#d9d9d9',
  ground: '#f5f5f4',
} as const;

export const theme: ThemeConfig = {
  token: {
    colorPrimary: colours.brand,
    colorError: colours.overdue,
    colorWarning: colours.soon,
    colorSuccess: colours.calm,
    colorErrorBg: '#fdf1f0',
    colorWarningBg: '#fdf6e9',
    colorSuccessBg: '#eef6f0',
    colorInfoBg: '#eef4fb',
    colorLink: '#8f1d16',
    colorText: colours.ink,
    colorTextSecondary: colours.quiet,
    colorTextDescription: colours.quiet,
    colorTextPlaceholder: '#6b6b6b',
    colorTextDisabled: '#6b6b6b',
    colorBgLayout: colours.ground,
    borderRadius: 6,
    fontFamily: '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif',
    motion: false,
    controlHeightSM: 28,
  },
  components: {
    Layout: { headerBg: '#ffffff', siderBg: '#ffffff' },
    Menu: { itemHeight: 40 },
    Descriptions: { labelColor: colours.quiet },
  },
};
