import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/**
 * Starts a thread of this program: what was built of it, or its source where nothing is built.
 *
 * @param program address of its TypeScript file; what was built of it lies beside whoever calls
 */
export function startThread(program: URL, workerData?: unknown): Worker {
  const source = fileURLToPath(program);
  const built = source.replace(/\.ts$/, '.js');
  if (existsSync(built)) return new Worker(built, { workerData });
  const address = JSON.stringify(source);
  const load = `import('tsx/esm/api').then(({ tsImport }) => tsImport(${address}, ${address}))`;
  return new Worker(load, { eval: true, workerData });
}
