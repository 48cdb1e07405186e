import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/** The newest PostgreSQL server on this machine; null if there is none, or none that we may start. */
export function findPostgres(): string | null {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root)
    ? readdirSync(root)
        .map(Number)
        .filter((version) => version >= 15)
        .sort((a, b) => b - a)
    : [];
  const bin = versions.length > 0 ? join(root, String(versions[0]), 'bin') : null;
  if (bin === null || !existsSync(join(bin, 'initdb'))) return null;
  // The server refuses to run as root; the package brings a user for it.
  const needsUser = userInfo().uid === 0;
  if (needsUser && spawnSync('runuser', ['-u', 'postgres', '--', 'true']).status !== 0) return null;
  return bin;
}

/** Starts an empty server on a socket in a temporary folder. */
export function startPostgres(bin: string): { url: string; stop: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  const asRoot = userInfo().uid === 0;
  chmodSync(folder, 0o777);
  const run = (program: string, ...words: string[]) => {
    const command = [join(bin, program), ...words];
    const [first = '', ...rest] = asRoot ? ['runuser', '-u', 'postgres', '--', ...command] : command;
    const { status, stderr } = spawnSync(first, rest, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    if (status !== 0) throw new Error(`${program}: ${stderr}`);
  };
  const data = join(folder, 'data');
  run('initdb', '-D', data, '-U', 'tandem', '-A', 'trust', '-E', 'UTF8', '--no-sync');
  run(
    'pg_ctl',
    '-D',
    data,
    '-w',
    '-l',
    join(folder, 'log'),
    '-o',
    `-c listen_addresses='' -c unix_socket_directories=${folder} -c fsync=off`,
    'start',
  );
  return {
    url: `postgres://tandem@/postgres?host=${encodeURIComponent(folder)}`,
    stop: () => {
      run('pg_ctl', '-D', data, '-m', 'immediate', 'stop');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
