import {
  type ActionIconProps,
  type ButtonProps,
  type CSSVariablesResolver,
  createTheme,
  type DrawerProps,
  type InputProps,
  type InputWrapperProps,
  type ModalOverlayProps,
  type ModalRootProps,
  type MultiSelectProps,
  type PortalProps,
  type SelectProps,
  type SkeletonProps,
  type TooltipProps,
} from '@mantine/core';
import { amber, brick, leaf, night, petrol, plum, slate, stone } from './colors.ts';

/**
 * What a component is unless a screen says otherwise. Mantine's own `Select.extend` would be the same, but would bring
 * every component of this file into the first screen.
 */
const byDefault = <Props>(defaultProps: Partial<Props>) => ({ defaultProps });

/** 120 ms at most, and none for people who asked their system for less motion. */
export const MOTION_MS = 100;

/**
 * Lists to choose from. What is typed highlights the first match, so that Enter takes it and does not send the form;
 * the list itself scrolls, as screen readers expect of what the field controls.
 */
const LIST = {
  selectFirstOptionOnChange: true,
  withScrollArea: false,
  styles: { options: { maxHeight: '16rem', overflowY: 'auto' } },
} as const;

export const theme = createTheme({
  fontFamily: '"Noto Sans Variable", "Vazirmatn Variable", "Noto Sans", "Noto Sans Ethiopic", system-ui, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", monospace',
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.45', xl: '1.35' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '10px', xl: '16px' },
  defaultRadius: 'md',
  colors: { petrol, stone, dark: night, gray: stone, amber, brick, leaf, plum, slate },
  primaryColor: 'petrol',
  // Both carry white text at 5:1 and more; Mantine reckons a button's text from the light shade alone.
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  luminanceThreshold: 0.28,
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1.125rem', lineHeight: '1.35' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  components: {
    Select: byDefault<SelectProps>(LIST),
    MultiSelect: byDefault<MultiSelectProps>(LIST),
    Button: byDefault<ButtonProps>({ size: 'sm' }),
    ActionIcon: byDefault<ActionIconProps>({ variant: 'subtle', color: 'gray' }),
    Input: byDefault<InputProps>({ size: 'sm' }),
    // Said in words beside the label where it matters; a lone red star explains nothing.
    InputWrapper: byDefault<InputWrapperProps>({
      withAsterisk: false,
      inputWrapperOrder: ['label', 'description', 'input', 'error'],
    }),
    // Everything that lies over the page goes into one landmark (index.html), not loose into the body.
    Portal: byDefault<PortalProps>({ target: '#overlays' }),
    ModalRoot: byDefault<ModalRootProps>({
      centered: false,
      yOffset: '2.5vh',
      radius: 'lg',
      transitionProps: { duration: MOTION_MS, transition: 'fade' },
    }),
    ModalOverlay: byDefault<ModalOverlayProps>({ backgroundOpacity: 0.35 }),
    Drawer: byDefault<DrawerProps>({ transitionProps: { duration: MOTION_MS } }),
    Tooltip: byDefault<TooltipProps>({ openDelay: 400, transitionProps: { duration: MOTION_MS } }),
    // Nothing blinks.
    Skeleton: byDefault<SkeletonProps>({ animate: false }),
  },
});

/** Names for what colours mean; screens use these and never a shade. Each pair is at least 4.5:1, controls' edges 3:1. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#f6f3ef',
    '--mantine-color-text': '#211e1b',
    '--mantine-color-dimmed': '#5f574f',
    '--mantine-color-placeholder': '#6b635a',
    '--mantine-color-default-border': '#8d8479',
    '--mantine-color-error': '#a1261d',
    '--surface': '#ffffff',
    '--surface-quiet': '#faf8f6',
    '--surface-hover': '#f3f0ec',
    '--surface-chosen': '#eaf5f4',
    '--line': '#ddd6cd',
    '--accent-text': '#0f5f5c',
    '--urgent-text': '#6b4500',
    '--urgent-surface': '#fff3d6',
    '--urgent-line': '#c88b06',
    '--error-text': '#8f2018',
    '--error-surface': '#fdeeec',
    '--error-line': '#d0453a',
    '--done-text': '#1a6234',
    '--done-surface': '#ebf6ee',
    '--done-line': '#369254',
    '--level-v1': '#406093',
    '--level-v2': '#0f5f5c',
    '--level-v3': '#863d8e',
    '--level-v1-surface': '#f1f4f9',
    '--level-v2-surface': '#eef6f5',
    '--level-v3-surface': '#f9f1f9',
  },
  dark: {
    '--mantine-color-body': '#1b1917',
    '--mantine-color-text': '#ece7e1',
    '--mantine-color-dimmed': '#b3aaa0',
    '--mantine-color-placeholder': '#a39a90',
    '--mantine-color-default': '#242120',
    '--mantine-color-default-border': '#7d756c',
    '--mantine-color-error': '#f2a49c',
    '--surface': '#242120',
    '--surface-quiet': '#1f1d1b',
    '--surface-hover': '#322e2a',
    '--surface-chosen': '#173532',
    '--line': '#3d3833',
    '--accent-text': '#79bab5',
    '--mantine-color-petrol-light': '#173532',
    '--mantine-color-petrol-light-hover': '#1e423e',
    '--mantine-color-petrol-light-color': '#a6d1cd',
    '--mantine-color-anchor': '#79bab5',
    '--urgent-text': '#f3c254',
    '--urgent-surface': '#3a2e12',
    '--urgent-line': '#a66f00',
    '--error-text': '#f2b1aa',
    '--error-surface': '#3d1c18',
    '--error-line': '#df6156',
    '--done-text': '#a9d6b6',
    '--done-surface': '#17301f',
    '--done-line': '#369254',
    '--level-v1': '#8fa7cc',
    '--level-v2': '#79bab5',
    '--level-v3': '#c48ac9',
    '--level-v1-surface': '#212730',
    '--level-v2-surface': '#1b2b2a',
    '--level-v3-surface': '#2d2230',
  },
});
