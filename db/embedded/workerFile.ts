import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../packageRoot';

/**
 * The JavaScript file of the engine's worker: `engineWorker.js` beside this module in a build; in tests and
 * development the source beside it, bundled on the spot into node_modules/.cache (from where packages are found).
 */
export async function engineWorkerFile(): Promise<string> {
  const folder = dirname(fileURLToPath(import.meta.url));
  const built = join(folder, 'engineWorker.js');
  return existsSync(built) ? built : await bundle(join(folder, 'engineWorker.ts'));
}

async function bundle(source: string): Promise<string> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [source],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    write: false,
  });
  const code = outputFiles[0].contents;
  const folder = join(packageRoot(), 'node_modules', '.cache', 'circumplex');
  const file = join(
    folder,
    `engineWorker-${createHash('sha256').update(code).digest('hex').slice(0, 16)}.mjs`,
  );
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, code);
  renameSync(draft, file);
  return file;
}
