import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Rectangle, Screen } from 'electron';
import { z } from 'zod';

const Bounds = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
  maximized: z.boolean(),
});
export type WindowBounds = z.infer<typeof Bounds>;

/** The least of a window that must lie on a display, so that it can be seen and moved. */
const LEAST_VISIBLE_PX = 100;

/** Where the window was when it was closed; null: nowhere known, or on a display that is gone. */
export function readBounds(file: string, screen: Pick<Screen, 'getAllDisplays'>): WindowBounds | null {
  const bounds = parseBounds(file);
  if (!bounds) return null;
  const isVisible = screen.getAllDisplays().some(({ workArea }) => overlaps(bounds, workArea));
  return isVisible ? bounds : null;
}

/** Keeps the window's place. A place that can't be written is forgotten; nobody's work depends on it. */
export function writeBounds(file: string, bounds: WindowBounds): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(`${file}.new`, JSON.stringify(Bounds.parse(bounds)), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  } catch {
    // Said above.
  }
}

function parseBounds(file: string): WindowBounds | null {
  try {
    return Bounds.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

function overlaps(window: Rectangle, display: Rectangle): boolean {
  const widthPx = Math.min(window.x + window.width, display.x + display.width) - Math.max(window.x, display.x);
  const heightPx = Math.min(window.y + window.height, display.y + display.height) - Math.max(window.y, display.y);
  // The bar by which a window is moved is its top edge.
  const isTopInside = window.y >= display.y && window.y < display.y + display.height;
  return isTopInside && widthPx >= LEAST_VISIBLE_PX && heightPx >= LEAST_VISIBLE_PX;
}
