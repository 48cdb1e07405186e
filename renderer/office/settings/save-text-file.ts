/** Offers a text as a file to save. The name is one of ours, never of a person. */
export function saveTextFile(name: string, content: string, type = 'application/x-pem-file'): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the file by then; the address would keep it in memory.
  window.setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
