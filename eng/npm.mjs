// Fetches npm packages as files, without installing them: nothing of theirs is run.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Packs and unpacks each "name@version", calls use(folderOf) with a function from such a name to its folder, then forgets them. */
export function withPackages(specs, use) {
  const tmp = mkdtempSync(join(tmpdir(), 'easygig-npm-'));
  try {
    const folders = new Map(pack(specs, tmp).map(p => [p.id, unpack(tmp, p)]));
    return use(spec => folders.get(spec) ?? fail(`npm gave nothing for ${spec}`));
  } finally {
    rmSync(tmp, { recursive: true, force: true });
  }
}

function pack(specs, tmp) {
  const windows = process.platform === 'win32';
  const args = ['pack', '--json', '--silent', '--pack-destination', tmp, ...specs];
  const out = execFileSync(windows ? 'npm.cmd' : 'npm', args, { cwd: tmp, encoding: 'utf8', shell: windows, stdio: ['ignore', 'pipe', 'inherit'] });
  const told = JSON.parse(out);
  return Array.isArray(told) ? told : Object.values(told);
}

function unpack(tmp, { filename }) {
  const archive = filename.replace('@', '').replace('/', '-'); // npm 8 and older name a scoped archive wrongly
  const folder = `${archive}.d`;
  mkdirSync(join(tmp, folder));
  execFileSync('tar', ['-xzf', archive, '-C', folder, '--strip-components=1'], { cwd: tmp });
  return join(tmp, folder);
}

export function fail(message) {
  console.error(message);
  process.exit(1);
}
