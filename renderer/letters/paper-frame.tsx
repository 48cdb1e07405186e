import { useCallback, useEffect, useRef, useState } from 'react';
import classes from './paper-frame.module.css';

const MM_TO_PX = 96 / 25.4;
const PAGE_WIDTH_PX = 210 * MM_TO_PX;
const PAGE_HEIGHT_PX = 297 * MM_TO_PX;

/** On the screen there are no pages by themselves: each part gets its own sheet, on the desk's ground. */
const ON_SCREEN = `<style>@media screen{html{background:transparent}body{margin:0}
.letter,.companion,.sheet{width:210mm;min-height:297mm;background:#fff;box-sizing:border-box;box-shadow:inset 0 0 0 1px #ddd6cd}
.companion{margin-top:6mm;padding:13mm 18mm 12mm}
.sheet{padding:12mm 14mm 11mm}}</style>`;

interface PaperFrameProps {
  /** A whole document as the office prints it; it holds no script. */
  html: string;
  /** What it shows, for screen readers. */
  title: string;
  /** Only the upper part of the first page, in millimetres; without it everything. */
  heightMm?: number;
}

/** Paper on the screen: the very document that is printed, scaled to the width that is there. */
export function PaperFrame({ html, title, heightMm }: PaperFrameProps) {
  const box = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const [scale, setScale] = useState(0.5);
  const [heightPx, setHeightPx] = useState(PAGE_HEIGHT_PX);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setScale(element.clientWidth / PAGE_WIDTH_PX));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const measure = useCallback(() => {
    const height = frame.current?.contentDocument?.documentElement.scrollHeight;
    if (height) setHeightPx(Math.max(height, PAGE_HEIGHT_PX));
  }, []);

  const shownPx = heightMm === undefined ? heightPx : heightMm * MM_TO_PX;
  return (
    <div ref={box} role="img" aria-label={title} className={classes.box} style={{ height: shownPx * scale }}>
      {/* Security: no scripts. The same origin lets us measure its height, and nothing in it can use it. */}
      <iframe
        ref={frame}
        title={title}
        sandbox="allow-same-origin"
        srcDoc={html.replace('</head>', `${ON_SCREEN}</head>`)}
        onLoad={measure}
        // A picture of the paper: nothing in it is worked with, and the printed PDF is what a screen reader reads.
        inert
        className={classes.frame}
        style={{
          width: PAGE_WIDTH_PX,
          height: heightMm === undefined ? heightPx : PAGE_HEIGHT_PX,
          transform: `scale(${scale})`,
        }}
      />
    </div>
  );
}
