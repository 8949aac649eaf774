import { parentPort } from 'node:worker_threads';
import { TrajectoryIndex } from '@/ml/dtw/trajectorySearch';
import { messageOf } from '../errors';
import type { WorkerAnswer, WorkerRequest } from './workerMessages';

/** The thread that holds every curve and matches drawings against them, so that pages never wait for a search. */
const index = new TrajectoryIndex();

parentPort?.on('message', (request: WorkerRequest) => {
  switch (request.kind) {
    case 'set':
      for (const { trackId, valence, arousal } of request.curves) index.set(trackId, { valence, arousal });
      return;
    case 'delete':
      for (const trackId of request.trackIds) index.delete(trackId);
      return;
    case 'search':
      parentPort?.postMessage(search(request.id, request.query));
  }
});

function search(id: number, query: Extract<WorkerRequest, { kind: 'search' }>['query']): WorkerAnswer {
  try {
    return { id, answer: index.search(query) };
  } catch (error) {
    return { id, failure: messageOf(error) };
  }
}
