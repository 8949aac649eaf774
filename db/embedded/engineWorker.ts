/**
 * The worker thread that runs the embedded Postgres: PGlite blocks its thread while it works, and takes one
 * process and one thread for a data directory. Told by `workerData` where the data lie and where to listen.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import type { EngineReport, EngineSettings } from './engine';
import { Gateway } from './gateway';

const settings = workerData as EngineSettings;
const report = (message: EngineReport) => parentPort?.postMessage(message);

async function start(): Promise<void> {
  const lastWords: string[] = [];
  const engine = await PGlite.create({
    dataDir: settings.databaseDirectory,
    extensions: { vector },
    onStderr: (line) => {
      lastWords.push(line);
      lastWords.splice(0, lastWords.length - 20);
      // Postgres cannot go on after a PANIC, and PGlite would try for ever: the parent ends this thread.
      if (line.includes('PANIC:')) report({ kind: 'failed', message: lastWords.join('\n') });
      return true;
    },
  });
  const gateway = new Gateway(engine, {
    maxConnections: settings.maxConnections,
    idleTransactionMs: settings.idleTransactionMs,
    onFault: (error) => report({ kind: 'failed', message: String(error) }),
  });
  await gateway.listen(settings.socketPath);
  parentPort?.on('message', (command: 'close') => {
    if (command === 'close') void stop(engine, gateway);
  });
  report({ kind: 'ready' });
}

async function stop(engine: PGlite, gateway: Gateway): Promise<void> {
  await gateway.close();
  await engine.close();
  report({ kind: 'closed' });
  parentPort?.close();
}

start().catch((error: unknown) => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  report({ kind: 'failed', message: error instanceof Error ? error.message : String(error), code });
});
