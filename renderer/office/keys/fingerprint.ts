const GROUP_STARTS = [0, 5, 10, 15, 20, 25] as const;

/**
 * A public key's fingerprint as the office writes it (shared/node/crypto.ts says why it is built so): six groups of
 * five digits, here by the browser's own SHA-256, so that two people can compare before anything is sent.
 */
export async function fingerprintOf(publicText: string): Promise<string> {
  const bytes = new TextEncoder().encode(`tandem-fingerprint/1\n${publicText.replace(/\s/g, '')}`);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const groups = GROUP_STARTS.map(
    (start) => digest.slice(start, start + 5).reduce((number, byte) => number * 256 + byte, 0) % 100_000,
  );
  return groups.map((group) => String(group).padStart(5, '0')).join(' ');
}
