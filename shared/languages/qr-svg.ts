/** The squares of a QR code, as the library that makes them gives them. */
interface QrModules {
  size: number;
  get(row: number, column: number): number | boolean;
}

/** The light squares around a code, without which a scanner does not find it. */
const QR_QUIET = 4;

/** A QR code as SVG, black on white, with its quiet edge; one unit is one square. */
export function qrSvg(modules: QrModules): string {
  const { size } = modules;
  const side = size + 2 * QR_QUIET;
  let path = '';
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (modules.get(row, column)) path += `M${column + QR_QUIET} ${row + QR_QUIET}h1v1h-1z`;
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><rect width="${side}" height="${side}" fill="#fff"/><path d="${path}"/></svg>`;
}
