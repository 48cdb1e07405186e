import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { publishedSchemas, SCHEMA_FOLDER } from '../../../build/write-schemas.ts';

test('the published schemas are those that office and city run: node build/write-schemas.ts', async () => {
  const published = publishedSchemas();
  expect((await readdir(SCHEMA_FOLDER)).sort()).toEqual([...published.keys()].sort());
  for (const [name, content] of published) {
    expect([name, await readFile(join(SCHEMA_FOLDER, name), 'utf8')]).toEqual([name, content]);
  }
});

test('they let nothing through that the program refuses by structure', () => {
  for (const [name, content] of publishedSchemas()) {
    const open: string[] = [];
    const walk = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      const closed = !('properties' in node) || ('additionalProperties' in node && node.additionalProperties === false);
      if (!closed) open.push(path);
      for (const [key, value] of Object.entries(node)) walk(value, `${path}/${key}`);
    };
    walk(JSON.parse(content), name);
    expect(open).toEqual([]);
  }
});
