import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.ogg': 'audio/ogg',
};

export interface StaticFile {
  contentType: string;
  body: Buffer;
}

/**
 * Every file of the built renderer by its address (`/desk/index.html`), read once. An address that is not in the list
 * does not exist: nothing of the request ever becomes a path on disk. Throws when the folder is not there.
 */
export function loadStaticFiles(folder: string): ReadonlyMap<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const contentType = TYPES[extname(entry.name)];
    if (!entry.isFile() || !contentType) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(`/${relative(folder, path).split(sep).join('/')}`, { contentType, body: readFileSync(path) });
  }
  return files;
}

/** The file for an address; an address of a screen (`/desk/people/…`) is answered with the app's page. Null: none. */
export function findStaticFile(files: ReadonlyMap<string, StaticFile>, path: string): StaticFile | null {
  const exact = files.get(path);
  if (exact) return exact;
  const lastSegment = path.slice(path.lastIndexOf('/') + 1);
  if (lastSegment.includes('.')) return null;
  return files.get(`/${path.split('/')[1] ?? ''}/index.html`) ?? null;
}
