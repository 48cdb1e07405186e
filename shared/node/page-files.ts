import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';

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

export interface PageFile {
  contentType: string;
  body: Uint8Array<ArrayBuffer>;
}

/**
 * Every file of the built screens by its path in an address (`/desk/index.html`), read once. A path that is not in the
 * list does not exist: nothing of a request ever becomes a path on the disk. Throws when the folder is not there.
 */
export function readPageFiles(folder: string): ReadonlyMap<string, PageFile> {
  const files = new Map<string, PageFile>();
  // The plainest calls of node:fs only: the folder lies inside the packed program, which is an archive.
  const read = (path: string, address: string): void => {
    for (const name of readdirSync(path)) {
      const [inside, below] = [join(path, name), `${address}/${name}`];
      if (statSync(inside).isDirectory()) {
        read(inside, below);
        continue;
      }
      const contentType = TYPES[extname(name)];
      if (contentType) files.set(below, { contentType, body: new Uint8Array(readFileSync(inside)) });
    }
  };
  read(folder, '');
  return files;
}

/** The file for a path; the path of a screen (`/desk/people/…`) is answered with the app's page. Null: none. */
export function findPageFile(files: ReadonlyMap<string, PageFile>, path: string): PageFile | null {
  const exact = files.get(path);
  if (exact) return exact;
  const lastSegment = path.slice(path.lastIndexOf('/') + 1);
  if (lastSegment.includes('.')) return null;
  return files.get(`/${path.split('/')[1] ?? ''}/index.html`) ?? null;
}
