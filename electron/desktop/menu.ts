import type { MenuItemConstructorOptions } from 'electron';
import type { ShellTexts } from './texts.ts';

/**
 * The few commands that belong to a window; the desk's own verbs are on its screen, and so are the F-keys (but F11, full
 * screen). There is no "reload", which would lock the desk by accident, and no developer tools in the installed program.
 */
export function menuTemplate(texts: ShellTexts, { isPackaged }: { isPackaged: boolean }): MenuItemConstructorOptions[] {
  return [
    { label: 'Tandem', submenu: [{ label: texts.quit, role: 'quit' }] },
    {
      label: texts.edit,
      submenu: [
        { label: texts.undo, role: 'undo' },
        { label: texts.redo, role: 'redo' },
        { type: 'separator' },
        { label: texts.cut, role: 'cut' },
        { label: texts.copy, role: 'copy' },
        { label: texts.paste, role: 'paste' },
        { label: texts.selectAll, role: 'selectAll' },
      ],
    },
    {
      label: texts.view,
      submenu: [
        { label: texts.zoomIn, role: 'zoomIn' },
        { label: texts.zoomOut, role: 'zoomOut' },
        { label: texts.resetZoom, role: 'resetZoom' },
        { label: texts.fullScreen, role: 'togglefullscreen' },
        ...developerTools(texts, isPackaged),
      ],
    },
  ];
}

function developerTools(texts: ShellTexts, isPackaged: boolean): MenuItemConstructorOptions[] {
  if (isPackaged) return [];
  return [{ type: 'separator' }, { label: texts.developerTools, role: 'toggleDevTools' }];
}
