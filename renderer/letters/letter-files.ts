import { client } from '../rpc/client.ts';

export interface LetterFile {
  name: string;
  /** A blob address of this page; to be given back with `URL.revokeObjectURL`. */
  address: string;
}

/** The PDF as it was printed first. */
export async function fetchLetterFile(letterId: string): Promise<LetterFile> {
  const { fileName, base64 } = await client.letters.pdf({ id: letterId });
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return { name: fileName, address: URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' })) };
}

/** Offers the PDF as a file; its name says nothing about anybody. */
export function saveLetterFile({ name, address }: LetterFile): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
}
