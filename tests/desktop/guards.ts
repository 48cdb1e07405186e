import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One guard of the shell taken out: what stands in the file, and what stands there without the guard. */
export interface Removal {
  file: string;
  guard: string;
  without: string;
  /** Where in the file, for what stands there more than once. */
  at?: number;
}

const SECURITY = 'electron/desktop/security.ts';
const LINES = 'electron/desktop/desk-lines.ts';
const PROTOCOL = 'electron/desktop/protocol.ts';
const PAGE = 'shared/desktop/desk-page.ts';
const BRIDGE = 'electron/desktop/office-bridge.ts';
const DESK = 'electron/desktop/desk.ts';
const SCREENS = 'electron/desktop/screen-windows.ts';
const SHELL = 'electron/desktop/shell.ts';
const KEYCHAIN = 'electron/desktop/keychain.ts';
const PRELOAD = 'electron/preload/preload.ts';
const OFFICE_LINE = 'electron/hosts/desktop/office-line.ts';

const none = (file: string, ...guards: string[]): Removal[] => guards.map((guard) => ({ file, guard, without: '' }));

const WRITTEN: readonly Removal[] = [
  ...none(
    SECURITY,
    'app.enableSandbox();',
    "app.on('web-contents-created', (_event, contents) => guardContents(contents));",
    "contents.setWindowOpenHandler(() => ({ action: 'deny' }));",
    "contents.on('will-attach-webview', (event) => event.preventDefault());",
    'if (!isSamePage(contents, details.url)) details.preventDefault();',
    'if (!(details.isMainFrame ? isSamePage(contents, details.url) : isPreview(details.url))) details.preventDefault();',
    "contents.on('will-redirect', (details) => details.preventDefault());",
    'session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));',
    'session.setPermissionCheckHandler(() => false);',
    'session.setDevicePermissionHandler(() => false);',
    'session.setDisplayMediaRequestHandler((_request, callback) => callback(null));',
    'session.setCertificateVerifyProc((_request, callback) => callback(CERTIFICATE_REFUSED));',
    'session.setSpellCheckerEnabled(false);',
    'session.webRequest.onBeforeRequest({ urls: NOT_OURS }, (_details, callback) => callback({ cancel: true }));',
    'if (!isOwnBlob(item.getURL()) || !SAVED_TYPES.includes(item.getMimeType())) event.preventDefault();',
    '!isOwnBlob(item.getURL()) || ',
    ' || !SAVED_TYPES.includes(item.getMimeType())',
    "'file://*/*'",
  ),
  { file: SECURITY, guard: 'callback(false);\n', without: 'callback(true);\n' },
  { file: SECURITY, guard: 'const CERTIFICATE_REFUSED = -2;', without: 'const CERTIFICATE_REFUSED = 0;' },
  { file: SECURITY, guard: "startsWith('blob:app://desk/')", without: "startsWith('blob:app://desk')" },
  { file: SECURITY, guard: 'isSamePage(contents, details.url) : isPreview', without: 'true : isPreview' },
  { file: SECURITY, guard: ': isPreview(details.url)', without: ': true' },
  { file: PAGE, guard: "'app://desk/desk/'", without: "'app://desk'" },
  { file: PAGE, guard: "'app://screen/kiosk/'", without: "'app://screen/kiosk'" },
  { file: PAGE, guard: 'address.startsWith(SCREEN_PAGES.kiosk)', without: 'address.includes(SCREEN_PAGES.kiosk)' },
  { file: SECURITY, guard: "(pageKindOf(contents.getURL()) ?? 'desk')", without: 'pageKindOf(address)' },
  { file: PAGE, guard: 'address.startsWith(DESK_PAGE)', without: 'address.includes(DESK_PAGE)' },
  ...none(
    LINES,
    ' || senderFrame.parent !== null',
    'if (contents.isDestroyed() || pageKindOf(contents.mainFrame.url) !== kind) return port.close();',
    "contents.on('did-navigate', leave);",
    "contents.on('render-process-gone', leave);",
    "contents.once('destroyed', leave);",
    'if (kind !== null) ',
  ),
  { file: LINES, guard: 'own.find(({ contents }) => contents === sender)', without: 'own[0]' },
  { file: LINES, guard: 'pageKindOf(senderFrame.url) === window.kind ? window.kind : null', without: 'window.kind' },
  {
    file: LINES,
    guard: 'pageKindOf(senderFrame.url) === window.kind',
    without: 'pageKindOf(senderFrame.url) !== null',
  },
  { file: LINES, guard: ' || pageKindOf(contents.mainFrame.url) !== kind', without: '' },
  { file: LINES, guard: 'senderFrame === null || ', without: 'senderFrame !== null && ' },
  {
    file: PROTOCOL,
    guard: "if (request.method !== 'GET') return refusal(405);\n    const why",
    without: 'const why',
  },
  {
    file: PROTOCOL,
    guard:
      "if (request.method !== 'GET') return refusal(405);\n    const file = findPageFile(files, path);\n    return file ? page(file.body, file.contentType, SCREEN_HEADERS)",
    without:
      'const file = findPageFile(files, path);\n    return file ? page(file.body, file.contentType, SCREEN_HEADERS)',
  },
  { file: PROTOCOL, guard: ' || !path.startsWith(`/${kind}/`)', without: '' },
  { file: PROTOCOL, guard: "pathOf(request, 'screen')", without: "pathOf(request, 'desk')" },
  { file: PROTOCOL, guard: 'file.contentType, SCREEN_HEADERS', without: 'file.contentType, {}' },
  { file: PROTOCOL, guard: '://${host}/`', without: '://${host}`' },
  { file: PROTOCOL, guard: 'standard: true, secure: true', without: 'standard: true, secure: true, bypassCSP: true' },
  { file: PROTOCOL, guard: 'file.contentType, DESK_HEADERS', without: 'file.contentType, {}' },
  { file: PROTOCOL, guard: "'text/html; charset=utf-8', PRINT_HEADERS", without: "'text/html; charset=utf-8', {}" },
  { file: 'shared/node/page-files.ts', guard: 'if (contentType) ', without: '' },
  ...none(
    SHELL,
    'if (isStartedUnsafely(electron.app)) return electron.app.exit(1);',
    'cutOffNetwork(app.commandLine);',
    'guardApp(app);',
    'electron.protocol.registerSchemesAsPrivileged(PAGE_SCHEMES);',
    'quitInOrder(app, desk);',
    ', mode: 0o700',
  ),
  { file: SHELL, guard: 'if (!isFirstInstance(', without: 'if (isFirstInstance(' },
  { file: 'electron/desktop/switches.ts', guard: 'app.isPackaged && ', without: '!app.isPackaged && ' },
  ...none('electron/desktop/switches.ts', "commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');"),
  ...none(
    DESK,
    'guardSession(electron.defaultSession());',
    'guardSession(session);\n  const files',
    'guardSession(session);\n  const documents',
    'watchPower(powerMonitor, { lock: bridge.lock, catchUp: bridge.catchUp, shutDown: () => app.quit() });',
  ),
  { file: DESK, guard: 'cache: false', without: 'cache: true' },
  { file: DESK, guard: 'env: officeEnvironment(place.env)', without: 'env: place.env as Record<string, string>' },
  { file: DESK, guard: "app.isPackaged ? 'ignore' : 'inherit'", without: "app.isPackaged ? 'inherit' : 'inherit'" },
  { file: DESK, guard: "{ kind: 'desk', contents: window.webContents }, ", without: '' },
  { file: DESK, guard: ', ...screens.list()', without: '' },
  { file: DESK, guard: 'isPackaged: app.isPackaged,\n      bounds', without: 'isPackaged: false,\n      bounds' },
  { file: 'electron/desktop/office-environment.ts', guard: "'NODE_', ", without: '' },
  { file: 'electron/desktop/office-environment.ts', guard: "'TANDEM_'", without: '' },
  ...none(
    KEYCHAIN,
    'if (!(await storage.isAsyncEncryptionAvailable())) return null;',
    "if (platform === 'linux' && ['basic_text', 'unknown'].includes(storage.getSelectedStorageBackend())) return null;",
    ' || wrapped.includes(text)',
  ),
  { file: KEYCHAIN, guard: 'if (isObscured || ', without: 'if (' },
  ...none(BRIDGE, "for (const page of Array.from(screens.keys())) if (page.kind === 'desk') bridge.connect(page);"),
  ...none(BRIDGE, 'if (!message.success) return;', 'if (running === from) ', "tell({ type: 'disconnect', screen });"),
  ...none(PRELOAD, 'if (pageKindOf(window.location.href) !== null) '),
  ...none(SCREENS, 'guardSession(session);', 'window.removeMenu();', 'if (windows.size >= MOST_WINDOWS) return;'),
  ...none(SCREENS, "window.on('page-title-updated', (event) => event.preventDefault());"),
  { file: SCREENS, guard: 'cache: false', without: 'cache: true' },
  { file: SCREENS, guard: '...deskPreferences(setting), ', without: '' },
  { file: SCREENS, guard: "kiosk: kind === 'kiosk'", without: 'kiosk: false' },
  { file: PRELOAD, guard: 'window.location.origin', without: "'*'" },
  { file: PRELOAD, guard: "{ kind: 'electron' }", without: "{ kind: 'electron', ipcRenderer }" },
  ...none(
    'electron/desktop/power.ts',
    "powerMonitor.on('lock-screen', () => office.lock());",
    "powerMonitor.on('suspend', () => office.lock());",
  ),
  { file: 'electron/desktop/menu.ts', guard: 'if (isPackaged) return [];', without: '' },
  { file: 'electron/desktop/printing.ts', guard: 'window.destroy();', without: '' },
  { file: 'electron/desktop/printing.ts', guard: 'documents.delete(name);', without: '' },
  { file: 'electron/desktop/printing.ts', guard: 'previous.then(job)', without: 'Promise.resolve().then(job)' },
  ...none('electron/desktop/window.ts', "window.on('page-title-updated', (event) => event.preventDefault());"),
  { file: OFFICE_LINE, guard: 'if (admit(data)) listener', without: 'if (admit(data) || true) listener' },
  { file: OFFICE_LINE, guard: 'data.length <= LARGEST_MESSAGE', without: 'true' },
  { file: OFFICE_LINE, guard: 'return open.size <= MOST_CALLS_AT_ONCE;', without: 'return true;' },
  { file: OFFICE_LINE, guard: 'for (const listener of closeListeners) listener();', without: '' },
  { file: 'electron/hosts/desktop/serve-shell.ts', guard: 'office.disconnect(connection);', without: '' },
  { file: 'electron/hosts/desktop/serve-shell.ts', guard: 'if (!lock) return null;', without: '' },
  { file: 'electron/hosts/desktop/serve-shell.ts', guard: 'return running?.office.lockAll();', without: 'return;' },
  {
    file: 'electron/hosts/desktop/serve-shell.ts',
    guard: 'keychain ? services.keychain : null',
    without: 'services.keychain',
  },
];

/** Files whose lines `name: true,` and `name: false,` each are a guard. */
const SETTINGS = ['electron/desktop/window.ts', 'electron/desktop/printing.ts'] as const;
/** Lines of such files that only make something handsome. */
const NO_GUARDS = ['autoHideMenuBar', 'skipTaskbar'];
/** The same for each line of a content policy. */
const POLICIES = 'electron/desktop/page-headers.ts';

/** Every guard of the shell, each with what is left without it. */
export function removals(project: string): Removal[] {
  const read = (file: string): string => readFileSync(join(project, file), 'utf8');
  const settings = SETTINGS.flatMap((file) =>
    [...read(file).matchAll(/^ +(\w+): (true|false),$/gm)]
      .filter(([, name]) => !NO_GUARDS.includes(name ?? ''))
      .map(({ 0: guard, 1: name, 2: value, index }) => {
        return { file, guard, without: `${name}: ${value === 'true' ? 'false' : 'true'},`, at: index };
      }),
  );
  const policies = [...read(POLICIES).matchAll(/^ +(?:["'][a-z].*["'],|'[A-Z][\w-]+': .+,)$/gm)].map(
    ({ 0: guard, index }) => ({ file: POLICIES, guard, without: '', at: index }),
  );
  return [...WRITTEN, ...settings, ...policies];
}

/** The file's text without the guard. Throws when the guard is not there, or more than once without a place. */
export function withoutGuard(source: string, { file, guard, without, at }: Removal): string {
  const place = at ?? source.indexOf(guard);
  const isThere = place >= 0 && source.startsWith(guard, place);
  if (!isThere || (at === undefined && source.includes(guard, place + 1)))
    throw new Error(`Not once in ${file}: ${guard}`);
  return source.slice(0, place) + without + source.slice(place + guard.length);
}
