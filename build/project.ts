import { fileURLToPath } from 'node:url';

/** The project's folder; every script works from it, wherever it was called. */
export const PROJECT = fileURLToPath(new URL('..', import.meta.url));
