import animalsFile from '../../resources/pictures/animals.json' with { type: 'json' };

/** The animals, each drawn in a square of 32. */
export const ANIMALS = [
  'cat',
  'rabbit',
  'fish',
  'horse',
  'elephant',
  'turtle',
  'butterfly',
  'camel',
  'rooster',
  'duck',
  'snail',
  'lion',
  'bee',
  'giraffe',
  'hedgehog',
  'whale',
  'dove',
] as const satisfies readonly (keyof typeof animalsFile.animals)[];
export type Animal = (typeof ANIMALS)[number];

/** The colours; each has a shape of its own, so that it is told also on black paper and by eyes that see no red. */
export const COLOURS = ['red', 'blue', 'yellow', 'green', 'purple', 'black'] as const;
export type Colour = (typeof COLOURS)[number];

export interface TicketPicture {
  animal: Animal;
  colour: Colour;
}

/**
 * The picture of a ticket number (1 to 999), always the same: an animal on a coloured ground. Both lists are walked at
 * once; their lengths have no common divisor, so that a picture comes back after 17 × 6 = 102 numbers only, and
 * neighbours differ in animal and colour.
 */
export function pictureOf(number: number): TicketPicture {
  const index = number - 1;
  return { animal: at(ANIMALS, index), colour: at(COLOURS, index) };
}

function at<T>(list: readonly [T, ...T[]] | readonly T[], index: number): T {
  const entry = list[index % list.length];
  if (entry === undefined) throw new Error('Ticket numbers are whole and begin with 1');
  return entry;
}

/** A ground in a square of 100: its outline, where the animal stands in it, and its colour with that of the animal. */
export interface Ground {
  outline: string;
  animal: { x: number; y: number; size: number };
  fill: string;
  ink: string;
}

/** The grounds; ink on fill is at least 4.5:1. */
export const GROUNDS: Readonly<Record<Colour, Ground>> = {
  red: {
    outline: 'M50 3a47 47 0 1 1 0 94a47 47 0 1 1 0-94z',
    animal: { x: 20, y: 20, size: 60 },
    fill: '#b3261e',
    ink: '#ffffff',
  },
  blue: { outline: 'M6 6h88v88h-88z', animal: { x: 16, y: 16, size: 68 }, fill: '#1c4fa0', ink: '#ffffff' },
  yellow: { outline: 'M50 4L98 94H2z', animal: { x: 26, y: 40, size: 48 }, fill: '#f2b90c', ink: '#1d1b19' },
  green: { outline: 'M50 2L98 50L50 98L2 50z', animal: { x: 24, y: 24, size: 52 }, fill: '#1d6b38', ink: '#ffffff' },
  purple: {
    outline: 'M27 8h46l25 42l-25 42h-46l-25-42z',
    animal: { x: 20, y: 20, size: 60 },
    fill: '#7a2f86',
    ink: '#ffffff',
  },
  black: {
    outline:
      'M50 1L64.5 14.9L84.6 15.4L85.1 35.5L99 50L85.1 64.5L84.6 84.6L64.5 85.1L50 99L35.5 85.1L15.4 84.6L14.9 64.5L1 50L14.9 35.5L15.4 15.4L35.5 14.9z',
    animal: { x: 23, y: 23, size: 54 },
    fill: '#1d1b19',
    ink: '#ffffff',
  },
};

/** The paths of an animal. */
export function animalPaths(animal: Animal): readonly string[] {
  return animalsFile.animals[animal];
}

/**
 * The picture as SVG markup without styles. `paper` is for printers that know black alone: the outline of the ground
 * and the animal in it, so that no black surface eats the roll's heat.
 */
export function pictureSvg(number: number, options: { paper: boolean }): string {
  const { animal, colour } = pictureOf(number);
  const ground = GROUNDS[colour];
  const { x, y, size } = ground.animal;
  const [outline, ink] = options.paper
    ? [`fill="#fff" stroke="#000" stroke-width="3" stroke-linejoin="round"`, '#000']
    : [`fill="${ground.fill}"`, ground.ink];
  const paths = animalPaths(animal).map((path) => `<path d="${path}"/>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" aria-hidden="true"><path d="${ground.outline}" ${outline}/><g fill="${ink}" transform="translate(${x} ${y}) scale(${size / 32})">${paths.join('')}</g></svg>`;
}
