import { parentPort, workerData } from 'node:worker_threads';
import { messageOf } from '../../base/errors';
import { sentFault } from '../../base/threadFault';
import { layOut } from './layOut';
import { learnedFeatures } from './learnedFeatures';
import type { LaidOut, MapMessage, MapRequest } from './mapMessages';

/** The thread that lays a library's features out, so that nobody waits for it. It does one request and ends. */
const tell = (message: MapMessage) => parentPort?.postMessage(message);

async function answer({ original, own, graph, ...wanted }: MapRequest): Promise<LaidOut> {
  let fault: string | null = null;
  const learned =
    graph && (await learnedFeatures(graph, own).catch((error) => void (fault = messageOf(error))));
  const parts = learned ? 2 : 1;
  const progressOf = (part: number) => (share: number) => tell({ progress: (part + share) / parts });
  return {
    original: layOut(original, wanted, progressOf(0)),
    learned: learned ? layOut(learned, wanted, progressOf(1)) : null,
    fault,
  };
}

answer(workerData as MapRequest).then(
  (laidOut) => tell({ laidOut }),
  (error: unknown) => tell({ fault: sentFault(error) }),
);
