import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/** Starts the search thread: the built program beside this one, or the source where nothing is built. */
export function startTrajectoryWorker(): Worker {
  const built = new URL('./trajectoryWorker.js', import.meta.url);
  if (existsSync(fileURLToPath(built))) return new Worker(built);
  const source = fileURLToPath(new URL('./trajectoryWorker.ts', import.meta.url));
  return new Worker(
    `import('tsx/esm/api').then(({ tsImport }) => tsImport(${JSON.stringify(source)}, ${JSON.stringify(source)}))`,
    {
      eval: true,
    },
  );
}
