import { availableParallelism } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { TrackSet } from '@/ml/trackSet';
import { TrajectoryIndex, type TrajectoryMatches } from '@/ml/dtw/search/trajectorySearch';
import { sentFault } from '../base/threadFault';
import { unpackCurves } from './packCurves';
import type { PackedCurves, ThreadQuery, WorkerAnswer, WorkerRequest } from './workerMessages';

/** The thread that holds the curves and matches drawings against them, so that pages never wait for a search. */
const index = new TrajectoryIndex({ threads: availableParallelism() });

parentPort?.on('message', (request: WorkerRequest) => {
  switch (request.kind) {
    case 'store':
      answer(request.id, () => store(request.curves));
      return;
    case 'sample':
      answer(request.id, () => sample(request.curves));
      return;
    case 'remove':
      for (const trackId of request.trackIds) index.delete(trackId);
      return;
    case 'search':
      answer(request.id, () => search(request.query));
  }
});

function answer(id: number, work: () => TrajectoryMatches | null): void {
  try {
    parentPort?.postMessage({ id, result: work() } satisfies WorkerAnswer);
  } catch (error) {
    parentPort?.postMessage({ id, fault: sentFault(error) } satisfies WorkerAnswer);
  }
}

function store(curves: PackedCurves): null {
  for (const { trackId, curve } of unpackCurves(curves)) index.set(trackId, curve);
  return null;
}

function sample(curves: PackedCurves): null {
  index.sampleMovement(Array.from(unpackCurves(curves), ({ curve }) => curve));
  return null;
}

function search({ among, ...query }: ThreadQuery): TrajectoryMatches {
  return index.search({ ...query, among: among && TrackSet.sharing(among) });
}
