import type { Worker } from 'node:worker_threads';
import { AppError } from '../../base/errors';
import { startThread } from '../../base/startThread';
import { receivedFault } from '../../base/threadFault';
import type { LaidOut, MapMessage, MapRequest } from './mapMessages';

interface MapThread {
  worker: Worker;
  /** Rejects with AppError 'unavailable' where it was given up, with an Error where the thread fails. */
  laidOut: Promise<LaidOut>;
}

/**
 * A thread that lays features out on maps, and ends with its answer, or when it is given up.
 *
 * @param onProgress told the share of the work done, 0..1
 */
export function startMapThread(
  request: MapRequest,
  { leaving, onProgress }: { leaving: AbortSignal; onProgress: (share: number) => void },
): MapThread {
  const worker = startThread(new URL('./featureMapsWorker.ts', import.meta.url), request);
  worker.unref();
  leaving.addEventListener('abort', () => void worker.terminate(), { once: true });
  const laidOut = new Promise<LaidOut>((resolve, reject) => {
    worker.on('message', (message: MapMessage) => {
      if ('progress' in message) onProgress(message.progress);
      else if ('laidOut' in message) resolve(message.laidOut);
      else reject(receivedFault(message.fault));
    });
    worker.on('error', reject);
    worker.on('exit', () =>
      reject(leaving.aborted ? givenUp() : new Error('the map thread ended unexpectedly')),
    );
  });
  return { worker, laidOut };
}

/** What whoever waits is told where the work was given up. */
export const givenUp = () =>
  new AppError('unavailable', 'the library changed while it was laid out: ask again');
