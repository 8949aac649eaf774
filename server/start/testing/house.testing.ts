import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../..', import.meta.url));

const note = (words: string) => `require('node:fs').appendFileSync('calls.log', ${words} + '\\n');`;
const failsWhere = (file: string, words: string) =>
  `if (require('node:fs').existsSync('${file}')) { console.log('${words}'); process.exit(1); }`;

/** Stands for npm: notes what it is asked, and lays the stand-ins of its packages down. */
const npm = `
  ${note("'npm ' + process.argv.slice(2).join(' ')")}
  ${failsWhere('npm-fails', 'no registry')}
  require('node:fs').cpSync('npm/packages', 'node_modules', { recursive: true });
`;

/** Stand for the tools that build, and note what they are asked. */
const packages = {
  'esbuild/index.js': `exports.build = async ({ entryPoints }) => {
    ${note("'esbuild ' + Object.keys(entryPoints).length + ' programs'")}
    require('node:fs').mkdirSync('dist', { recursive: true });
  };`,
  'next/package.json': '{ "type": "commonjs" }',
  'next/dist/bin/next': `${note("'next ' + process.argv[2]")} ${failsWhere('next-fails', 'a page is broken')}`,
  'assemblyscript/package.json': '{ "exports": { "./asc": "./asc.js" } }',
  'assemblyscript/asc.js': `exports.main = async ([file], { writeFile }) => {
    ${note("'asc ' + file")}
    writeFile('', 'wasm');
    return { error: null, stderr: '' };
  };`,
};

/** A project of a few files around the true start scripts, with stand-ins for npm and the tools it brings. */
export interface StartHouse {
  /** Runs one of the start scripts; `calls` are the tools it called, in order. */
  run: (script: string, ...args: string[]) => { status: number | null; output: string; calls: string[] };
  write: (file: string, text: string) => void;
  has: (file: string) => boolean;
  path: (file: string) => string;
  remove: (file: string) => void;
  close: () => void;
}

export function makeStartHouse(): StartHouse {
  const root = mkdtempSync(join(tmpdir(), 'circumplex-start-'));
  const path = (file: string) => join(root, file);
  const write = (file: string, text: string) => {
    mkdirSync(dirname(path(file)), { recursive: true });
    writeFileSync(path(file), text);
  };
  cpSync(join(project, 'server/start'), path('server/start'), {
    recursive: true,
    filter: (file) => !/\.ts$|testing$/.test(file),
  });
  write('package.json', '{ "type": "module" }');
  write('package-lock.json', '{}');
  write('npm/package.json', '{ "type": "commonjs" }');
  write('npm/npm.js', npm);
  for (const [file, text] of Object.entries(packages)) write(`npm/packages/${file}`, text);
  write('app/page.tsx', 'export default 1;');
  write('server/main.ts', 'export const main = 1;');
  write('ml/audio/filter/assembly/mix.ts', 'export const mix = 1;');
  write('ml/audio/cochleogram/assembly/bank.ts', 'export const bank = 1;');
  write('ml/dtw/assembly/sums.ts', 'export const sums = 1;');
  write('ml/linear/assembly/turn.ts', 'export const turn = 1;');
  write('ml/dtw/shared/memory.ts', 'export const memory = 1;');
  mkdirSync(path('db'));
  mkdirSync(path('e2e'));
  mkdirSync(path('node_modules'));
  symlinkSync(join(project, 'node_modules/tsx'), path('node_modules/tsx'));
  const run = (script: string, ...args: string[]) => {
    rmSync(path('calls.log'), { force: true });
    appendFileSync(path('calls.log'), '');
    const done = spawnSync(process.execPath, [path(`server/start/${script}`), ...args], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, npm_execpath: path('npm/npm.js') },
    });
    const calls = readFileSync(path('calls.log'), 'utf8').split('\n').filter(Boolean);
    return { status: done.status, output: done.stdout + done.stderr, calls };
  };
  return {
    run,
    write,
    has: (file) => existsSync(path(file)),
    path,
    remove: (file) => rmSync(path(file)),
    close: () => rmSync(root, { recursive: true }),
  };
}
