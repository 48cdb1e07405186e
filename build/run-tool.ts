import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './project.ts';

export interface ToolOptions {
  env?: NodeJS.ProcessEnv;
  /** Whether its output is shown as it comes. */
  echo?: boolean;
}

export interface ToolRun {
  ok: boolean;
  output: string;
}

/**
 * Runs a tool of node_modules with our own Node, whatever Node the machine has, and resolves with its exit and all that
 * it wrote. Nothing is read from standard input.
 */
export async function runTool(
  name: string,
  parameters: readonly string[],
  options: ToolOptions = {},
): Promise<ToolRun> {
  return await runNode([toolScript(name), ...parameters], options);
}

/** Runs a script with our own Node; else as `runTool`. */
export async function runNode(parameters: readonly string[], options: ToolOptions = {}): Promise<ToolRun> {
  const child = spawn(process.execPath, parameters, {
    cwd: PROJECT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...options.env },
  });
  let output = '';
  for (const [stream, target] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (options.echo) target.write(text);
    });
  }
  return await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ ok: code === 0, output }));
  });
}

/** The script behind a tool's name; `package:bin` where a package has several. */
function toolScript(name: string): string {
  const [packageName = name, binName = name.split('/').pop() ?? name] = name.split(':');
  const folder = join(PROJECT, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  const script = typeof bin === 'string' ? bin : bin[binName];
  if (!script) throw new Error(`${packageName} has no command ${binName}`);
  return join(folder, script);
}
