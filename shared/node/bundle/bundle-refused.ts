import type { RejectionCode } from '../../bundle/verdicts.ts';

/** A bundle or note that must not be used, with the code that goes into the receipt. It never carries content. */
export class BundleRefused extends Error {
  override name = 'BundleRefused';
  readonly code: RejectionCode;

  constructor(code: RejectionCode) {
    super(`bundle refused: ${code}`);
    this.code = code;
  }
}
