import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAll } from '../../build/build.ts';
import { isBuildCurrent } from '../../build/build-stamp.ts';
import { PROJECT } from '../../build/project.ts';
import { runTool } from '../../build/run-tool.ts';
import { writeStandInElectron } from './stand-in-electron.ts';

/** The program as electron-builder packs it for Linux, around a stand-in for Electron. */
export interface PackedProgram {
  /** The folder around everything; whoever packed removes it. */
  folder: string;
  /** What would be installed. */
  program: string;
  /** The archive with the program's own files. */
  archive: string;
}

/** Builds, if that is due, and packs. Throws with what the tool said when it could not. */
export async function packProgram(): Promise<PackedProgram> {
  if (!isBuildCurrent()) await buildAll();
  const folder = mkdtempSync(join(tmpdir(), 'tandem-packed-'));
  const electron = join(folder, 'electron');
  mkdirSync(electron);
  writeStandInElectron(electron, versionOf('electron'));
  const output = join(folder, 'release');
  await succeed('electron-builder', [
    '--linux',
    'dir',
    `-c.electronDist=${electron}`,
    `-c.directories.output=${output}`,
  ]);
  const program = join(output, 'linux-unpacked');
  return { folder, program, archive: join(program, 'resources', 'app.asar') };
}

async function succeed(tool: string, parameters: readonly string[]): Promise<void> {
  const { ok, output } = await runTool(tool, parameters);
  if (!ok) throw new Error(`${tool} failed: ${output}`);
}

function versionOf(name: string): string {
  const { version } = JSON.parse(readFileSync(join(PROJECT, 'node_modules', name, 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}
