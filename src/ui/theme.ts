import {
  type CSSVariablesResolver,
  createTheme,
  Drawer,
  type MantineColorsTuple,
  Menu,
  Popover,
} from '@mantine/core';

const accent: MantineColorsTuple = [
  '#eef2fe',
  '#dde5fd',
  '#bccafb',
  '#94abff',
  '#6c88ee',
  '#4868df',
  '#2a4fd0',
  '#2343b3',
  '#1c3693',
  '#152a73',
];
const gray: MantineColorsTuple = [
  '#f5f6f7',
  '#f1f3f5',
  '#e2e5e9',
  '#cdd2d8',
  '#808894',
  '#5f6772',
  '#5f6772',
  '#464d57',
  '#33383f',
  '#16191d',
];
const dark: MantineColorsTuple = [
  '#eceef0',
  '#b4bac3',
  '#949ca7',
  '#949ca7',
  '#2a2e33',
  '#2a2e33',
  '#1e2125',
  '#16181b',
  '#111316',
  '#0e1012',
];

/** Mantine in the values of tokens.css. What is used of it: menus, popovers, drawers, switches, progress, notifications. */
export const theme = createTheme({
  fontFamily: 'var(--pp-font)',
  fontFamilyMonospace: 'var(--pp-mono)',
  fontSizes: {
    xs: 'var(--pp-fs-xs)',
    sm: 'var(--pp-fs-sm)',
    md: 'var(--pp-fs-md)',
    lg: 'var(--pp-fs-lg)',
    xl: 'var(--pp-fs-xl)',
  },
  lineHeights: { xs: '1.34', sm: '1.54', md: '1.43', lg: '1.5', xl: '1.4' },
  fontWeights: { regular: '400', medium: '500', semibold: '600', bold: '600' },
  spacing: {
    xs: 'var(--pp-s2)',
    sm: 'var(--pp-s3)',
    md: 'var(--pp-s4)',
    lg: 'var(--pp-s5)',
    xl: 'var(--pp-s6)',
  },
  radius: {
    xs: 'var(--pp-r-sm)',
    sm: 'var(--pp-r-sm)',
    md: 'var(--pp-r-md)',
    lg: 'var(--pp-r-lg)',
    xl: 'var(--pp-r-full)',
  },
  defaultRadius: 'md',
  shadows: {
    xs: 'var(--pp-sh-paper)',
    sm: 'var(--pp-sh-paper)',
    md: 'var(--pp-sh-menu)',
    lg: 'var(--pp-sh-menu)',
    xl: 'var(--pp-sh-drawer)',
  },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: 'var(--pp-fs-xl)', lineHeight: 'var(--pp-lh-xl)' },
      h2: { fontSize: 'var(--pp-fs-lg)', lineHeight: 'var(--pp-lh-lg)' },
      h3: { fontSize: 'var(--pp-fs-sm)', lineHeight: 'var(--pp-lh-sm)' },
    },
  },
  colors: { accent, gray, dark },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 3 },
  cursorType: 'pointer',
  respectReducedMotion: true,
  activeClassName: '',
  components: {
    Menu: Menu.extend({
      defaultProps: {
        shadow: 'md',
        radius: 8,
        offset: 6,
        transitionProps: { duration: 0 },
        // Mantine's placeholder would be a focusable child of the menu that is no item.
        withInitialFocusPlaceholder: false,
      },
    }),
    Popover: Popover.extend({
      defaultProps: { shadow: 'md', radius: 8, offset: 6, transitionProps: { duration: 0 } },
    }),
    Drawer: Drawer.extend({
      defaultProps: {
        shadow: 'xl',
        transitionProps: { duration: 120 },
        overlayProps: { backgroundOpacity: 0.4 },
      },
    }),
  },
});

/** Points Mantine's own colour variables at the tokens, so that nothing on a page has a colour of its own. */
export const cssVariablesResolver: CSSVariablesResolver = () => {
  const colours = {
    '--mantine-color-body': 'var(--pp-surface)',
    '--mantine-color-text': 'var(--pp-text)',
    '--mantine-color-bright': 'var(--pp-text)',
    '--mantine-color-dimmed': 'var(--pp-text-2)',
    '--mantine-color-placeholder': 'var(--pp-text-3)',
    '--mantine-color-error': 'var(--pp-danger)',
    '--mantine-color-anchor': 'var(--pp-accent)',
    '--mantine-color-default': 'var(--pp-surface)',
    '--mantine-color-default-hover': 'var(--pp-hover)',
    '--mantine-color-default-color': 'var(--pp-text)',
    '--mantine-color-default-border': 'var(--pp-line)',
    '--mantine-color-accent-filled': 'var(--pp-accent)',
    '--mantine-primary-color-filled': 'var(--pp-accent)',
  };
  return { variables: {}, light: colours, dark: colours };
};
