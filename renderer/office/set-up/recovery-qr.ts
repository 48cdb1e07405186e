import { create } from 'qrcode';
import { qrSvg } from '../../../shared/languages/qr-svg.ts';

/** The sheet's secret as a QR picture (data URI, SVG); made here, nothing is asked of anybody. */
export function recoveryQr(identity: string): string {
  return `data:image/svg+xml;base64,${btoa(qrSvg(create(identity, { errorCorrectionLevel: 'M' }).modules))}`;
}
