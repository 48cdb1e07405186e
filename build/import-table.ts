/** One row of the import table: who may import what. Paths are the project's; a name without a slash or dot is a library. */
export interface ImportRow {
  /** Folders or files that the row is about; the longest that fits a file decides. */
  from: readonly string[];
  /** Folders and files of the project, each with all that is in it. */
  may: readonly string[];
  /** Libraries, exactly or with all that is under them; `node:*` is Node itself. */
  libraries: readonly string[];
  /** Beside `may`: files of a sibling folder with this ending. */
  siblings?: { of: string; ending: string };
}

/** What every feature speaks: ids and instants, the catalogue's words, texts in a client's language, how a procedure is made. */
const COMMON = [
  'shared/kernel',
  'shared/catalogue',
  'shared/languages',
  'shared/procedure.ts',
  'shared/access/rights.ts',
];

/**
 * The import table of the architecture: a folder may import what stands here and itself,
 * nothing else. Tests may import anything and are not looked at.
 */
export const IMPORT_TABLE: readonly ImportRow[] = [
  { from: ['shared/kernel'], may: [], libraries: ['zod'] },
  { from: ['shared/catalogue'], may: ['shared/kernel', 'resources/catalogues'], libraries: ['zod'] },
  {
    from: ['shared/procedure.ts'],
    may: ['shared/kernel', 'shared/access/rights.ts'],
    libraries: ['zod', '@orpc/contract'],
  },
  // A feature: its own files, the common words, and other features' contracts.
  {
    from: ['shared'],
    may: [...COMMON, 'resources'],
    libraries: ['zod', '@orpc/contract'],
    siblings: { of: 'shared', ending: '.contract.ts' },
  },
  { from: ['shared/contract.ts'], may: ['shared'], libraries: [] },
  {
    from: ['shared/node'],
    may: ['shared'],
    libraries: ['node:*', 'zod', '@hpke/core', '@node-rs/argon2', 'age-encryption', 'canonicalize', 'tar-stream'],
  },
  {
    from: ['electron/office'],
    may: ['shared', 'resources'],
    libraries: [
      'node:*',
      'zod',
      '@orpc/contract',
      '@orpc/server',
      'better-sqlite3',
      'canonicalize',
      'uuid',
      'feiertagejs',
      'qrcode',
      'ical-generator',
    ],
  },
  {
    from: ['electron/hosts'],
    may: ['electron/office', 'shared', 'resources', 'package.json'],
    libraries: ['node:*', 'zod', '@orpc/client', '@orpc/contract', '@orpc/server', 'ws', 'better-sqlite3', 'uuid'],
  },
  {
    from: ['electron/desktop'],
    may: ['electron/office/ports.ts', 'shared', 'resources'],
    libraries: ['electron', 'node:*', 'zod'],
  },
  { from: ['electron/preload'], may: ['shared'], libraries: ['electron'] },
  {
    from: ['renderer'],
    may: ['shared', 'resources'],
    libraries: [
      'react',
      'react-dom',
      '@mantine',
      '@tabler/icons-react',
      '@tanstack/react-query',
      '@orpc/client',
      '@orpc/contract',
      '@orpc/tanstack-query',
      'i18next',
      'react-i18next',
      'wouter',
      'qrcode',
      'uuid',
      'zod',
      '@fontsource-variable',
      'vite',
    ],
  },
  {
    from: ['city'],
    may: ['shared', 'package.json'],
    libraries: ['node:*', 'zod', '@electric-sql/pglite', 'pg', 'tar-stream', 'age-encryption'],
  },
];

/** Folders that nothing but Node may run: what a screen or the preload would drag along with a type, too. */
export const NODE_ONLY = { folder: 'shared/node', notFor: ['renderer', 'electron/preload', 'shared'] } as const;
