import type { PageFile } from '../../../shared/node/page-files.ts';
import { SCREEN_KINDS, type ScreenKind } from '../../../shared/screens/screens.contract.ts';

/**
 * The headers of every answer to a screen: it loads nothing from anywhere else, is shown in no frame and asks for no
 * device. Unlike the desk it sets no style in place.
 */
export function screenHeaders(authority: string): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      "script-src 'self'",
      `connect-src 'self' ws://${authority}`,
      "img-src 'self'",
      "font-src 'self'",
      "media-src 'self'",
      "style-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    // Browsers take this word only from addresses that nobody can have changed on the way, and complain elsewhere.
    ...(authority.startsWith('127.0.0.1:') ? { 'Cross-Origin-Opener-Policy': 'same-origin' } : {}),
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Cache-Control': 'no-store',
  };
}

/**
 * The file of a kiosk or display at this address, or null. Security: the desk's files are in the same list, and are not
 * served here; nor does anything of the request become a path on the disk.
 */
export function findScreenFile(files: ReadonlyMap<string, PageFile>, path: string): PageFile | null {
  const kind = screenKindOf(path);
  if (kind === null) return null;
  return files.get(path === `/${kind}/` ? `/${kind}/index.html` : path) ?? null;
}

/** The kind whose page or file this is; null: neither. */
export function screenKindOf(path: string): ScreenKind | null {
  return SCREEN_KINDS.find((kind) => path.startsWith(`/${kind}/`)) ?? null;
}
