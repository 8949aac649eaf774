import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, isStamped } from './fingerprint.mjs';
import { fail } from './install.mjs';
import { compileKernels } from './kernels.mjs';
import { isMain, root } from './root.mjs';

const stamp = 'dist/.built';
const programStamp = 'dist/.programs';
const programSources = ['server', 'db', 'ml', 'tsconfig.json', 'package-lock.json'];
const sources = [...programSources, 'app', 'public', 'next.config.js'];

/** Programs of their own: the server, the command line, and the processes and threads they start. */
const programs = {
  serve: 'server/main/serve.ts',
  cli: 'server/cli/main.ts',
  engineWorker: 'db/embedded/engineWorker.ts',
  analysisProcess: 'server/main/analysisProcess.ts',
  trajectoryWorker: 'server/retrieval/trajectoryWorker.ts',
  featureMapsWorker: 'server/research/maps/featureMapsWorker.ts',
  surrogateThread: 'server/research/analyses/surrogateThread.ts',
};

/** Builds the kernels, the programs and the pages when a source has changed since the last build. */
export async function build() {
  await compileKernels();
  const wanted = fingerprint(sources);
  if (isStamped(stamp, wanted)) return;
  console.log('circumplex: building …');
  rmSync(join(root, stamp), { force: true });
  await buildPrograms();
  buildPages();
  writeFileSync(join(root, stamp), wanted);
}

/** Bundles the programs when one of their sources has changed; the kernels are compiled before. */
async function buildPrograms() {
  const wanted = fingerprint(programSources);
  if (isStamped(programStamp, wanted)) return;
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const { build: bundle } = await import('esbuild');
  await bundle({
    absWorkingDir: root,
    entryPoints: programs,
    outdir: 'dist',
    bundle: true,
    splitting: true,
    chunkNames: '[name]-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
  });
  writeFileSync(join(root, programStamp), wanted);
}

function buildPages() {
  const next = join(root, 'node_modules/next/dist/bin/next');
  const done = spawnSync(process.execPath, [next, 'build'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (done.status !== 0) fail(`the pages could not be built:\n${done.stdout}\n${done.stderr}`);
}

/** What vitest calls before all tests: those of the command line start the program. */
export { buildPrograms as setup };

if (isMain(import.meta.url)) await build();
