/** What would change how Node or Electron itself runs, and settings that only tests may make. */
const NOT_HANDED_ON = ['NODE_', 'ELECTRON_', 'TANDEM_'];

/** The environment of the office process: the shell's own, without what could load other code into it or weaken it. */
export function officeEnvironment(env: NodeJS.ProcessEnv): Record<string, string> {
  const handedOn: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    // Windows does not tell upper from lower case in these names.
    const isRefused = NOT_HANDED_ON.some((start) => name.toUpperCase().startsWith(start));
    if (value !== undefined && !isRefused) handedOn[name] = value;
  }
  return handedOn;
}
