import { describe, expect, test } from 'vitest';
import { forbiddenImports } from './check-imports.ts';

describe('a forbidden import is named, however it is written', () => {
  test.each([
    ['shared/kernel/ids.ts', `import { readFileSync } from 'node:fs';`],
    ['shared/kernel/ids.ts', `import { Procedure } from '../procedure.ts';`],
    ['shared/queue/queue.contract.ts', `import { something } from '../people/search.rules.ts';`],
    ['shared/queue/queue.contract.ts', `import { seal } from '../node/crypto.ts';`],
    ['shared/queue/ticket.rules.ts', `import { net } from 'electron';`],
    ['shared/queue/ticket.rules.ts', `const fs = await import('node:fs');`],
    ['electron/office/queue/check-in.ts', `import { app } from 'electron';`],
    ['electron/office/queue/check-in.ts', `import type { BrowserWindow } from 'electron';`],
    ['electron/office/queue/check-in.ts', `import { main } from '../../hosts/web/main.ts';`],
    ['electron/office/queue/check-in.ts', `import { openWindow } from '../../desktop/window.ts';`],
    ['electron/hosts/web/main.ts', `import { app } from 'electron';`],
    ['electron/hosts/web/main.ts', `import { openWindow } from '../../desktop/window.ts';`],
    ['electron/hosts/web/main.ts', `import { PROJECT } from '../../../build/project.ts';`],
    ['electron/desktop/main.ts', `import { createOffice } from '../office/office.ts';`],
    ['electron/desktop/main.ts', `import Database from 'better-sqlite3';`],
    ['electron/preload/preload.ts', `import { readFileSync } from 'node:fs';`],
    ['electron/preload/preload.ts', `import { seal } from '../../shared/node/crypto.ts';`],
    ['renderer/queue/waiting-list.tsx', `import { createOffice } from '../../electron/office/office.ts';`],
    ['renderer/queue/waiting-list.tsx', `import type { Ports } from '../../electron/office/ports.ts';`],
    ['renderer/queue/waiting-list.tsx', `type Ports = import('../../electron/office/ports.ts').Ports;`],
    ['renderer/queue/waiting-list.tsx', `import { seal } from '../../shared/node/crypto.ts';`],
    ['renderer/queue/waiting-list.tsx', `import { readFileSync } from 'node:fs';`],
    ['renderer/queue/waiting-list.tsx', `export * from '../../electron/office/ports.ts';`],
    ['renderer/queue/waiting-list.tsx', `export type { Ports } from '../../electron/office/ports.ts';`],
    ['city/main.ts', `import { createOffice } from '../electron/office/office.ts';`],
    ['city/main.ts', `const office = await import('../electron/office/office.ts');`],
    ['city/main.ts', `const office = require('../electron/office/office.ts');`],
    ['city/main.ts', 'const office = await import(`../electron/office/${name}.ts`);'],
  ])('%s: %s', (path, source) => {
    expect(forbiddenImports(path, source)).toHaveLength(1);
  });
});

test.each([
  ['shared/kernel/ids.ts', `import { z } from 'zod';`],
  [
    'shared/queue/queue.contract.ts',
    `import { Id } from '../kernel/ids.ts'; import { PersonHit } from '../people/people.contract.ts';`,
  ],
  ['shared/queue/queue.contract.ts', `import { TICKET_STATES } from './ticket.rules.ts';`],
  ['shared/contract.ts', `import { queueContract } from './queue/queue.contract.ts';`],
  ['shared/node/crypto.ts', `import { createHash } from 'node:crypto'; import { Id } from '../kernel/ids.ts';`],
  [
    'electron/office/queue/check-in.ts',
    `import { join } from 'node:path'; import { assertNever } from '../../../shared/kernel/assert-never.ts';`,
  ],
  [
    'electron/hosts/web/main.ts',
    `import { createOffice } from '../../office/office.ts'; import { WebSocketServer } from 'ws';`,
  ],
  ['electron/desktop/main.ts', `import { app } from 'electron'; import type { Printer } from '../office/ports.ts';`],
  [
    'renderer/queue/waiting-list.tsx',
    `import { Button } from '@mantine/core'; import { contract } from '../../shared/contract.ts';`,
  ],
  ['city/main.ts', `import { unpack } from '../shared/node/unpack-bundle.ts';`],
])('what the table allows passes: %s: %s', (path, source) => {
  expect(forbiddenImports(path, source)).toEqual([]);
});

test('the line of the import is named', () => {
  expect(forbiddenImports('city/main.ts', `\n\nimport { app } from 'electron';`)).toEqual([
    'city/main.ts:3: may not import the library electron',
  ]);
});
