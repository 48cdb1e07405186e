/** A file's size as people say it: 12,4 MB in German, 12.4 MB in English. */
export function sizeWords(language: string, sizeBytes: number): string {
  const number = (value: number) =>
    value.toLocaleString(language === 'en' ? 'en-GB' : 'de-DE', { maximumFractionDigits: 1 });
  return sizeBytes < 1_000_000 ? `${number(sizeBytes / 1000)} kB` : `${number(sizeBytes / 1_000_000)} MB`;
}
