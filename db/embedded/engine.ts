import { Worker } from 'node:worker_threads';
import { DatabaseError } from '../databaseError';
import { engineWorkerFile } from './workerFile';

/** What the engine's thread is told. */
export interface EngineSettings {
  /** Where PGlite keeps its files; its parent must exist. */
  databaseDirectory: string;
  socketPath: string;
  maxConnections: number;
  /** A client that leaves a transaction open and says nothing for this long is cut off. */
  idleTransactionMs: number;
}

/** What the engine's thread is asked for while it runs. */
export type EngineCommand = 'listen' | 'close';

/** What the engine's thread tells. */
export type EngineReport =
  { kind: 'ready' } | { kind: 'closed' } | { kind: 'failed'; message: string; code?: string };

/** A running embedded Postgres. */
export interface Engine {
  /** Has clients connect anew where the socket has been removed. */
  listenAgain(): void;
  /** Ends it in order: what it holds is on disk when this resolves. */
  close(): Promise<void>;
}

/**
 * Starts the engine in its thread; resolves once clients can connect. `onLost` is called if it stops without
 * being told to. Throws a DatabaseError 'unavailable' with the engine's own words where it cannot start, once its thread has
 * ended.
 */
export async function startEngine(
  settings: EngineSettings,
  onLost: (reason: string) => void,
): Promise<Engine> {
  const worker = new Worker(await engineWorkerFile(), { workerData: settings });
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  let closing = false;
  let failure: Extract<EngineReport, { kind: 'failed' }> = {
    kind: 'failed',
    message: 'the database engine stopped',
  };
  worker.on('error', (error) => (failure = { kind: 'failed', message: messageOf(error) }));
  await new Promise<void>((resolve, reject) => {
    worker.on('message', (report: EngineReport) => {
      if (report.kind === 'ready') resolve();
      if (report.kind !== 'failed') return;
      failure = report;
      void worker.terminate();
    });
    // Not before: the next engine must never meet this one at the same files.
    void exited.then(() => reject(startFailure(failure)));
  });
  void exited.then(() => {
    if (!closing) onLost(failure.message);
  });
  const tell = (command: EngineCommand) => worker.postMessage(command);
  return {
    listenAgain: () => tell('listen'),
    close: async () => {
      closing = true;
      tell('close');
      await exited;
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Keeps an errno name, so that the opener can say in plain words what is wrong with the disk. */
function startFailure({ message, code }: Extract<EngineReport, { kind: 'failed' }>): Error {
  const errno = /No space left on device/.test(message) ? 'ENOSPC' : code;
  if (errno) return Object.assign(new Error(message), { code: errno });
  return new DatabaseError('unavailable', `the embedded database did not start: ${message}`);
}
