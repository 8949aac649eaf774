import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, isStamped } from './fingerprint.mjs';
import { isMain, root } from './root.mjs';

const stamp = 'node_modules/.circumplex-installed';

/** Installs the packages of the lockfile when they are missing or the lockfile has changed. */
export function installPackages() {
  requireNode();
  const wanted = fingerprint(['package-lock.json']);
  if (isStamped(stamp, wanted)) return;
  console.log('circumplex: installing packages (about a minute, once) …');
  const done = spawnSync(...npmCommand(['ci', '--no-audit', '--no-fund']), {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    // Its install script would download graphics-card libraries that nothing here uses.
    env: { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip', NODE_ENV: '' },
  });
  if (done.status !== 0)
    fail('the packages could not be installed: the lines above say why (is the npm registry in reach?)');
  writeFileSync(join(root, stamp), wanted);
}

/** The npm that is running this script, as a command and its arguments. */
function npmCommand(args) {
  const running = process.env.npm_execpath;
  return running?.endsWith('.js') ? [process.execPath, [running, ...args]] : ['npm', args];
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(`invalid Node version: ${process.versions.node} (Circumplex needs 20.19 or newer)`);
}

export function fail(message) {
  console.error(`circumplex: ${message}`);
  process.exit(1);
}

if (isMain(import.meta.url)) installPackages();
