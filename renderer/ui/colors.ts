import type { MantineColorsTuple } from '@mantine/core';

/** Deep teal, the one accent. White on shade 7 is 7.3:1, on shade 6 5.2:1; shade 3 on the dark surface 8:1. */
export const petrol: MantineColorsTuple = [
  '#eaf5f4',
  '#d3e8e6',
  '#a6d1cd',
  '#79bab5',
  '#54a49f',
  '#38908b',
  '#1f7a76',
  '#0f5f5c',
  '#0b4c4a',
  '#073736',
];

/** Warm neutral greys, from paper to ink. */
export const stone: MantineColorsTuple = [
  '#faf8f6',
  '#f3f0ec',
  '#e6e1da',
  '#d6cfc6',
  '#b8afa4',
  '#8d8479',
  '#6b635a',
  '#4f4841',
  '#332f2a',
  '#211e1b',
];

/** The dark scheme's greys; Mantine reads 0 as text and 7 as ground. */
export const night: MantineColorsTuple = [
  '#ece7e1',
  '#d0c8bf',
  '#b3aaa0',
  '#8f867c',
  '#5f5850',
  '#46403a',
  '#37322d',
  '#1b1917',
  '#151312',
  '#0e0d0c',
];

/** Urgent: always with an icon and a word. */
export const amber: MantineColorsTuple = [
  '#fff6e2',
  '#ffebc2',
  '#fbd88c',
  '#f3c254',
  '#e6a817',
  '#c88b06',
  '#a66f00',
  '#855600',
  '#6b4500',
  '#4d3200',
];

/** Error. */
export const brick: MantineColorsTuple = [
  '#fdeeec',
  '#fad9d5',
  '#f2b1aa',
  '#e9877d',
  '#df6156',
  '#d0453a',
  '#b93127',
  '#a1261d',
  '#831c15',
  '#5f120d',
];

/** Done, saved, confirmed. */
export const leaf: MantineColorsTuple = [
  '#ebf6ee',
  '#d5ebdb',
  '#a9d6b6',
  '#7bc08f',
  '#53a96d',
  '#369254',
  '#247a41',
  '#1a6234',
  '#134c28',
  '#0c351b',
];

/** Entrusted notes (V3) only, so that nothing else on a screen looks like one. */
export const plum: MantineColorsTuple = [
  '#f8eef8',
  '#eed9ef',
  '#dab2dd',
  '#c48ac9',
  '#b068b7',
  '#9c4da4',
  '#863d8e',
  '#6f2f76',
  '#57235d',
  '#3e1743',
];

/** Notes that both employers read (V1). */
export const slate: MantineColorsTuple = [
  '#eef2f8',
  '#dbe3ef',
  '#b5c5de',
  '#8fa7cc',
  '#6d8bba',
  '#5274a8',
  '#406093',
  '#334e7a',
  '#273d60',
  '#1a2a44',
];
