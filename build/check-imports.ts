import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { IMPORT_TABLE, type ImportRow, NODE_ONLY } from './import-table.ts';
import { importsOf } from './imports-of.ts';

/** Folders whose files the table is about; `build` and `tests` may import anything. */
export const CHECKED_FOLDERS = ['shared', 'electron', 'renderer', 'city'] as const;

/**
 * Checks one file's imports against the table.
 *
 * @param path the file, relative to the project with forward slashes
 * @returns one line for each import that the table does not allow
 */
export function forbiddenImports(path: string, source: string): string[] {
  const row = rowOf(path);
  if (!row) return [`${path}: stands in no row of the import table`];
  return importsOf(path, source).flatMap(({ specifier, line }) => {
    const why = specifier === '<computed>' ? 'imports what only a run can tell' : whyForbidden(path, row, specifier);
    return why ? [`${path}:${line}: ${why}`] : [];
  });
}

/** Checks every given file of the project that the table is about, and that there is no barrel file. */
export function checkImports(project: string, files: readonly string[]): string[] {
  return files
    .filter(
      (file) =>
        /\.(ts|tsx|mts|cts)$/.test(file) && !isTest(file) && CHECKED_FOLDERS.some((folder) => isWithin(file, folder)),
    )
    .flatMap((file) => [
      ...(posix.basename(file).startsWith('index.')
        ? [`${file}: a barrel file; import from the file that has it`]
        : []),
      ...forbiddenImports(file, readFileSync(join(project, file), 'utf8')),
    ]);
}

function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || path.split('/').includes('testing');
}

/** The row with the longest folder that the file is in. */
function rowOf(path: string): ImportRow | null {
  const fitting = IMPORT_TABLE.flatMap((row) =>
    row.from.filter((folder) => isWithin(path, folder)).map((folder) => ({ row, folder })),
  );
  return fitting.sort((a, b) => b.folder.length - a.folder.length)[0]?.row ?? null;
}

function whyForbidden(path: string, row: ImportRow, specifier: string): string | null {
  if (!specifier.startsWith('.'))
    return row.libraries.some((library) => names(specifier, library))
      ? null
      : `may not import the library ${specifier}`;
  const target = posix.join(dirname(path), specifier.replace(/\?.*$/, ''));
  if (isWithin(target, NODE_ONLY.folder) && isAwayFromNode(path))
    return `may not import ${target}: it runs on Node only`;
  if (isOwn(path, row, target)) return null;
  if (row.may.some((allowed) => isWithin(target, allowed))) return null;
  if (row.siblings && isWithin(target, row.siblings.of) && target.endsWith(row.siblings.ending)) return null;
  return `may not import ${target}`;
}

function isAwayFromNode(path: string): boolean {
  return !isWithin(path, NODE_ONLY.folder) && NODE_ONLY.notFor.some((folder) => isWithin(path, folder));
}

/** Whether the target is in the same folder of the table; in `shared`, in the same feature. */
function isOwn(path: string, row: ImportRow, target: string): boolean {
  if (!row.siblings) return row.from.some((folder) => isWithin(target, folder)) && rowOf(target) === row;
  return isWithin(target, path.split('/').slice(0, 2).join('/'));
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

function names(specifier: string, library: string): boolean {
  if (library === 'node:*') return specifier.startsWith('node:');
  return specifier === library || specifier.startsWith(`${library}/`);
}
