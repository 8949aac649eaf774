import { parentPort } from 'node:worker_threads';
import { PhaseDraws } from './phaseDraws';
import { type DrawRequest } from './threadedDraws';

/*
 * A thread that draws surrogates for an analysis in another. A fault ends it, and is told there by the thread's error.
 */

let draws: Promise<PhaseDraws> | null = null;

parentPort!.on('message', (request: DrawRequest) => {
  if ('task' in request) draws = PhaseDraws.of(request.task);
  else void answer(request.draw);
});

async function answer(draw: number): Promise<void> {
  parentPort!.postMessage(await (await draws!).draw(draw));
}
