/** The page and everything it loads: nothing from elsewhere, shown in no frame, asks for no device, kept by no cache. */
export const DESK_HEADERS = headers([
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  // Fonts inside a letter's preview are embedded in the page itself, as in the PDF.
  "font-src 'self' data:",
  // Mantine and the letter preview set styles in place; styles can't run code.
  "style-src 'self' 'unsafe-inline'",
  "frame-src 'self' blob: about:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
]);

/** Kiosk and display: as the desk, but no frames, no styles set in place, nothing embedded; and voices to be heard. */
export const SCREEN_HEADERS = headers([
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "media-src 'self'",
  "style-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
]);

/** A document on its way to the printer: text, styles and what is embedded in it. It runs no code and loads nothing. */
export const PRINT_HEADERS = headers([
  "default-src 'none'",
  'img-src data:',
  'font-src data:',
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  'sandbox',
]);

function headers(policy: readonly string[]): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': policy.join('; '),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Cache-Control': 'no-store',
  };
}
