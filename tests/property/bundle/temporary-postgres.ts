import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/** Whom the server runs as: ourselves, or as root, since it refuses root, the user that its package brings. Null: nobody. */
function serverUser(): { uid: number; gid: number } | null {
  const { uid, gid } = userInfo();
  if (uid !== 0) return { uid, gid };
  const [, user, group] = /^postgres:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8')) ?? [];
  return user === undefined || group === undefined ? null : { uid: Number(user), gid: Number(group) };
}

/** The folder of programs of the newest PostgreSQL server on this machine; null if there is none that we may start. */
export function findPostgres(): string | null {
  const root = '/usr/lib/postgresql';
  if (!existsSync(root) || serverUser() === null) return null;
  const newest = Math.max(
    ...readdirSync(root)
      .map(Number)
      .filter((version) => version >= 15),
  );
  const bin = join(root, String(newest), 'bin');
  return existsSync(join(bin, 'initdb')) ? bin : null;
}

/** Starts an empty server on a socket in a temporary folder. */
export function startPostgres(bin: string): { url: string; stop: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  chmodSync(folder, 0o777);
  const run = (program: string, ...words: string[]) => {
    const { status, stderr } = spawnSync(join(bin, program), words, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
      ...serverUser(),
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
