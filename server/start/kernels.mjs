import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { fail } from './install.mjs';
import { isMain, root } from './root.mjs';

const folder = 'ml/dtw/assembly';
const output = 'ml/dtw/kernelCode.js';
const sources = [folder, 'server/start/kernels.mjs', 'package-lock.json'];

/** Memory is given by whoever loads the module and shared by threads; the first bytes are its own (--memoryBase). */
const options = [
  ...['--optimizeLevel', '3', '--converge', '--noAssert', '--runtime', 'stub', '--use', 'abort='],
  ...['--enable', 'simd', '--enable', 'threads', '--importMemory', '--noExportMemory', '--sharedMemory'],
  ...['--initialMemory', '1', '--maximumMemory', '65536', '--memoryBase', '1024'],
];

/**
 * Compiles every file of ml/dtw/assembly (not what lies in its folders) to WebAssembly when a source has changed, and
 * writes them as text that all who run the house can import: a bundle, a test, a benchmark. What it was made of stands
 * in its first line.
 */
export async function compileKernels() {
  const stamp = `// ${fingerprint(sources)}\n`;
  if (existsSync(join(root, output)) && readFileSync(join(root, output), 'utf8').startsWith(stamp)) return;
  const names = readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => basename(name, '.ts'));
  const entries = [];
  for (const name of names) entries.push(`  ${name}: '${(await compile(name)).toString('base64')}',\n`);
  const written = join(root, `${output}.${process.pid}`);
  writeFileSync(written, `${stamp}export const kernelCode = {\n${entries.join('')}};\n`);
  renameSync(written, join(root, output));
}

async function compile(name) {
  const { main } = await import('assemblyscript/asc');
  let code;
  const { error, stderr } = await main([`${folder}/${name}.ts`, '--outFile', `${name}.wasm`, ...options], {
    readFile: (file) => (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : null),
    writeFile: (_, contents) => (code = Buffer.from(contents)),
    listFiles: () => [],
  });
  if (error) fail(`${folder}/${name}.ts could not be compiled:\n${stderr}`);
  return code;
}

/** What vitest calls before all tests. */
export { compileKernels as setup };

if (isMain(import.meta.url)) await compileKernels();
