const CREATOR = '/Creator (';

/**
 * The PDF with the name of this program instead of the browser's, which tells operating system and exact version
 * (nothing that is not meant for the recipient travels along: BSI Grundschutz CON.9.A5). The length stays, so that the
 * file's table of positions stays right. Other bytes are left as they are.
 */
export function withoutBrowserTrace(pdf: Uint8Array): Uint8Array {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const start = bytes.indexOf(CREATOR, 0, 'latin1');
  if (start < 0) return pdf;
  let end = start + CREATOR.length;
  for (let depth = 1; depth > 0 && end < bytes.length; end += 1) {
    const byte = bytes[end];
    if (byte === 0x5c) end += 1;
    else if (byte === 0x28) depth += 1;
    else if (byte === 0x29) depth -= 1;
  }
  const own = '/Creator (Tandem)';
  if (end - start < own.length) return pdf;
  const cleaned = Buffer.from(bytes);
  cleaned.write(own.padEnd(end - start, ' '), start, 'latin1');
  return cleaned;
}
