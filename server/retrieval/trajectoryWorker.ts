import { availableParallelism } from 'node:os';
import { parentPort, receiveMessageOnPort } from 'node:worker_threads';
import { TrackSet } from '@/ml/trackSet';
import { TrajectoryIndex } from '@/ml/dtw/search/trajectorySearch';
import { lowerThreadPriority } from '../base/lowerThreadPriority';
import { sentFault } from '../base/threadFault';
import { OngoingSearches, type Ended } from './ongoingSearches';
import { unpackCurves } from './packCurves';
import type { PackedCurves, WorkerAnswer, WorkerRequest } from './workerMessages';

/**
 * The thread that holds the curves and matches drawings against them, so that pages never wait for a search. Between two
 * pieces of work it takes what has come meanwhile.
 */
const port = parentPort!;
lowerThreadPriority();
const index = new TrajectoryIndex({ threads: availableParallelism() });
const searches = new OngoingSearches(index, tellEnd);
let isWorking = false;

post({ alarms: index.alarms });
port.on('message', take);

function take(request: WorkerRequest): void {
  switch (request.kind) {
    case 'store':
      answer(request.id, () => store(request.curves));
      break;
    case 'sample':
      answer(request.id, () => sample(request.curves));
      break;
    case 'remove':
      for (const trackId of request.trackIds) index.delete(trackId);
      break;
    case 'drop':
      searches.drop(request.id);
      break;
    case 'search': {
      const { among, ...query } = request.query;
      searches.begin({ ...request, query: { ...query, among: among && TrackSet.sharing(among) } });
    }
  }
  if (isWorking || searches.isIdle) return;
  isWorking = true;
  setImmediate(workOn);
}

function workOn(): void {
  // What is told of from here on ends the piece; what was told before is among these messages.
  index.hear();
  for (let next; (next = receiveMessageOnPort(port));) take(next.message as WorkerRequest);
  searches.work();
  isWorking = !searches.isIdle;
  if (isWorking) setImmediate(workOn);
}

function tellEnd({ id, result, fault }: Ended): void {
  post(result ? { id, result } : { id, fault: sentFault(fault) });
}

function answer(id: number, work: () => void): void {
  try {
    work();
    post({ id, result: null });
  } catch (error) {
    post({ id, fault: sentFault(error) });
  }
}

function post(message: WorkerAnswer): void {
  port.postMessage(message);
}

function store(curves: PackedCurves): void {
  for (const { trackId, curve } of unpackCurves(curves)) index.set(trackId, curve);
}

function sample(curves: PackedCurves): void {
  index.sampleMovement(Array.from(unpackCurves(curves), ({ curve }) => curve));
}
