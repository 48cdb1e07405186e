import type { App, CommandLine } from 'electron';

/**
 * Switches by which another program of the same person could read the desk or loosen its walls, without any fuse in the
 * way. Not in the list is `no-sandbox`: Chromium itself asks for it where root starts it.
 */
export const REFUSED_SWITCHES = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'disable-web-security',
  'disable-site-isolation-trials',
  'allow-running-insecure-content',
  'allow-file-access-from-files',
  'ignore-certificate-errors',
  'load-extension',
  'disable-extensions-except',
  'js-flags',
  'host-resolver-rules',
  'proxy-server',
  'proxy-pac-url',
  'log-net-log',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
] as const;

/** Whether the installed program was started with one of the refused switches. In development all are allowed. */
export function isStartedUnsafely(
  app: Pick<App, 'isPackaged'> & { commandLine: Pick<CommandLine, 'hasSwitch'> },
): boolean {
  return app.isPackaged && REFUSED_SWITCHES.some((name) => app.commandLine.hasSwitch(name));
}

/** Cuts Chromium off from the network for good: no name resolves, and nothing is asked of any service. */
export function cutOffNetwork(commandLine: Pick<CommandLine, 'appendSwitch'>): void {
  // Not only names: MAP applies to addresses such as 192.0.2.1, too.
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  commandLine.appendSwitch('disable-background-networking');
  commandLine.appendSwitch('disable-component-update');
  commandLine.appendSwitch('disable-domain-reliability');
  commandLine.appendSwitch('no-pings');
}
