/**
 * The headers of every answer. The desk loads nothing from anywhere else, is shown in no frame, asks for no device, and
 * its pages are kept by no cache.
 */
export function securityHeaders(authority: string): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      "script-src 'self'",
      // Spelled out beside 'self': not every browser counts ws: as the same origin.
      `connect-src 'self' ws://${authority}`,
      "img-src 'self' data:",
      // Fonts inside a letter's preview are embedded in the page itself, as in the PDF.
      "font-src 'self' data:",
      // Mantine and the letter preview set styles in place; styles can't run code.
      "style-src 'self' 'unsafe-inline'",
      "frame-src 'self' blob: about:",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Cache-Control': 'no-store',
  };
}
