/** What no screen sends, by what is strange about it: alone, at the place of any value of an input. */
export const HOSTILE_VALUES: readonly (readonly [name: string, value: unknown])[] = [
  ['null', null],
  ['undefined', undefined],
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['minus zero', -0],
  ['a negative number', -1],
  ['half a number', 1.5],
  ['a number beyond exactness', 2 ** 60],
  ['a number in a string', '1'],
  ['a big integer', 1n],
  ['true', true],
  ['a date', new Date(0)],
  ['an invalid date', new Date(Number.NaN)],
  ['a map', new Map([['toString', 1]])],
  ['a set', new Set([1])],
  ['bytes', new Uint8Array(8)],
  ['a file', new File(['x'], 'x.txt')],
  ['a pattern', /^(a+)+$/],
  ['a function', () => 1],
  ['a symbol', Symbol('x')],
  ['an empty text', ''],
  ['a blank text', ' \t\u00a0\u2003'],
  ['a long text', 'ä'.repeat(1_000_000)],
  ['half a character', 'a\ud800b'],
  ['the other half', '\udc00'],
  ['a text with NUL', 'a\0b'],
  ['a text that turns round', 'a\u202eb'],
  ['an isolate', '\u2066a'],
  ['a decomposed text', 'u\u0308'],
  ['zero-width characters', '\u200b\ufeff'],
  ['a quoting text', `'"; DROP TABLE person; -- \${1} {{name}} <script>`],
  ['a path', '../../office.keyring'],
  ['a day that is none', '2026-02-30'],
  ['a day in another form', '23.11.2026'],
  ['the last day', '9999-12-31'],
  ['the first day', '0000-01-01'],
  ['an id of nothing', '00000000-0000-0000-0000-000000000000'],
  ['an id in capitals', '01900000-0000-7000-8000-00000000ABCD'],
  ['a list', []],
  ['a long list', Array.from({ length: 100_000 }, () => 'kita')],
  ['a list with holes', Array(3)],
  ['a list of lists', [[[[]]]]],
  ['an object', {}],
  ['a prototype', JSON.parse('{"__proto__":{"right":"public"},"constructor":{"prototype":{"x":1}}}')],
  ['an object without prototype', Object.create(null)],
  ['a deep object', deep(2_000)],
  ['the name of a method', 'toString'],
  ['the prototype’s name', '__proto__'],
];

function deep(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = { a: value };
  return value;
}

/** One way to spoil an input. */
export interface Spoil {
  where: string;
  how: string;
  of(input: unknown): unknown;
}

/** Each value of an input, at any depth, replaced by each hostile one or left out, and a key too many at any depth. */
export function waysToSpoil(sample: unknown): Spoil[] {
  return pathsOf(sample).flatMap((path) => {
    const where = path.join('.');
    const put = (how: string, by: (there: unknown) => unknown): Spoil => ({
      where,
      how,
      of: (input) => replaced(input, path, by),
    });
    const ways = HOSTILE_VALUES.map(([how, value]) => put(how, () => value));
    const there = at(sample, path);
    if (there === null || typeof there !== 'object' || Array.isArray(there)) return ways;
    const tooMany = ['extra', 'constructor', 'hasOwnProperty'].map((key) =>
      put(`with ${key}`, (value) => ({ ...(value as object), [key]: 1 })),
    );
    const leftOut = Object.keys(there).map((key) =>
      put(`without ${key}`, (value) =>
        Object.fromEntries(Object.entries(value as object).filter(([name]) => name !== key)),
      ),
    );
    return [...ways, ...tooMany, put('with a prototype', withPrototype), ...leftOut];
  });
}

/** As JSON can bring it: a key of its own that is called __proto__. */
function withPrototype(value: unknown): unknown {
  const json = JSON.stringify(value);
  return JSON.parse(`{"__proto__":{"x":1}${json === '{}' ? '}' : `,${json.slice(1)}`}`);
}

type Path = readonly (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (value === null || typeof value !== 'object') return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([key, child]) =>
      pathsOf(child, [...path, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((there, key) => (there as Record<string | number, unknown>)[key], value);
}

function replaced(value: unknown, path: Path, by: (there: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return by(value);
  const inner = replaced((value as Record<string | number, unknown>)[key], rest, by);
  if (Array.isArray(value)) return value.map((child, index) => (index === key ? inner : child));
  return { ...(value as object), [key]: inner };
}
