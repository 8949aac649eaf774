import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { fail } from './install.mjs';
import { isMain, root } from './root.mjs';

/** Memory is given by whoever loads a module. */
const commonOptions = [
  ...['--optimizeLevel', '3', '--converge', '--noAssert', '--runtime', 'stub', '--use', 'abort='],
  ...['--enable', 'simd', '--importMemory', '--noExportMemory', '--initialMemory', '1'],
];

/** Memory is shared by threads; the first bytes are its own. */
const sharedMemoryOptions = [
  ...['--enable', 'threads', '--sharedMemory', '--maximumMemory', '65536', '--memoryBase', '1024'],
];

/** Where there are kernels, each folder's of one kind, and the file that their code goes into. */
const kernelFolders = [
  { folder: 'ml/audio/filter/assembly', output: 'ml/audio/filter/kernelCode.js', options: commonOptions },
  {
    folder: 'ml/audio/cochleogram/assembly',
    output: 'ml/audio/cochleogram/kernelCode.js',
    options: commonOptions,
  },
  {
    folder: 'ml/dtw/assembly',
    output: 'ml/dtw/shared/kernelCode.js',
    options: [...commonOptions, ...sharedMemoryOptions],
  },
  { folder: 'ml/linear/assembly', output: 'ml/linear/kernelCode.js', options: commonOptions },
];

/** Compiles the kernels of each folder whose sources have changed. */
export async function compileKernels() {
  for (const kernels of kernelFolders) await compileFolder(kernels);
}

/**
 * Compiles every file of a folder (not what lies in its folders) to WebAssembly when a source has changed, and writes
 * them as text that all who run the house can import: a bundle, a test, a benchmark. What it was made of stands in its
 * first line.
 */
async function compileFolder({ folder, output, options }) {
  const stamp = `// ${fingerprint([folder, 'server/start/kernels.mjs', 'package-lock.json'])}\n`;
  if (existsSync(join(root, output)) && readFileSync(join(root, output), 'utf8').startsWith(stamp)) return;
  const names = readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => basename(name, '.ts'));
  const entries = [];
  for (const name of names) {
    const code = await compile(`${folder}/${name}.ts`, options);
    entries.push(`  ${name}: '${code.toString('base64')}',\n`);
  }
  const written = join(root, `${output}.${process.pid}`);
  writeFileSync(written, `${stamp}export const kernelCode = {\n${entries.join('')}};\n`);
  renameSync(written, join(root, output));
}

async function compile(source, options) {
  const { main } = await import('assemblyscript/asc');
  let code;
  const { error, stderr } = await main([source, '--outFile', 'kernel.wasm', ...options], {
    readFile: (file) => (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : null),
    writeFile: (_, contents) => (code = Buffer.from(contents)),
    listFiles: () => [],
  });
  if (error) fail(`${source} could not be compiled:\n${stderr}`);
  return code;
}

/** What vitest calls before all tests. */
export { compileKernels as setup };

if (isMain(import.meta.url)) await compileKernels();
