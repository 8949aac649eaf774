/**
 * The worker thread that runs the embedded Postgres: PGlite blocks its thread while it works, and takes one
 * process and one thread for a data directory. Told by `workerData` where the data lie and where to listen.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { vector } from '@electric-sql/pglite-pgvector';
import type { EngineCommand, EngineReport, EngineSettings } from './engine';
import { Gateway } from './gateway';

const settings = workerData as EngineSettings;
const report = (message: EngineReport) => parentPort?.postMessage(message);

/** The newest lines of the engine's log. */
const lastWords: string[] = [];

async function start(): Promise<void> {
  const engine = await PGlite.create({
    dataDir: settings.databaseDirectory,
    extensions: { vector, pg_trgm },
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
  parentPort?.on('message', (command: EngineCommand) => {
    if (command === 'close') void stop(engine, gateway);
    else gateway.listen(settings.socketPath).catch((error: Error) => process.emitWarning(error));
  });
  report({ kind: 'ready' });
}

async function stop(engine: PGlite, gateway: Gateway): Promise<void> {
  await gateway.close();
  await engine.close();
  report({ kind: 'closed' });
  parentPort?.close();
}

/** WASI's numbers (preview1, "errno") for what a disk may refuse: PGlite's file system throws them bare. */
const diskErrors: Record<number, string> = {
  2: 'EACCES',
  19: 'EDQUOT',
  51: 'ENOSPC',
  63: 'EPERM',
  69: 'EROFS',
};

function codeOfFault(fault: { code?: unknown; errno?: unknown }): string | undefined {
  if (typeof fault.code === 'string') return fault.code;
  return typeof fault.errno === 'number' ? diskErrors[fault.errno] : undefined;
}

start().catch((fault: Error & { code?: unknown; errno?: unknown }) => {
  const message = fault.message ?? 'PGlite gave no reason';
  report({ kind: 'failed', message: [message, ...lastWords].join('\n'), code: codeOfFault(fault) });
});
