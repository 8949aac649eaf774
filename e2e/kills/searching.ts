import { setTimeout as sleep } from 'node:timers/promises';
import type { House } from './house';
import { untilKilled, type KilledWork } from './killedWork';
import { furnish } from './music';

const tracks = 12;
const points = [
  { t: 0, valence: -0.5, arousal: -0.5 },
  { t: 1, valence: 0.5, arousal: 0.5 },
];

/** People search by point and by trajectory: an answer is the right one or none, before a kill and after it. */
export function searching(): KilledWork {
  let expected = '';
  let wrong: string[] = [];
  const compare = async (house: House) => {
    const answer = await answerOf(house);
    if (answer !== expected) wrong.push(`another answer: ${answer}, not ${expected}`);
  };
  return {
    name: 'search',
    moments: { fromMs: 0, toMs: 1500 },
    async prepare(house) {
      await furnish(house, tracks);
      await untilLoaded(house);
      expected = await answerOf(house);
    },
    async strike(house, delayMs) {
      await house.open();
      await untilLoaded(house);
      const once = () => compare(house);
      return untilKilled({ workers: 4, kill: () => house.killServer() }, { delayMs, once });
    },
    async complaints(house) {
      await house.open();
      await untilLoaded(house);
      await compare(house);
      const told = wrong;
      wrong = [];
      return told;
    },
  };
}

/** Both searches' answers as one text. */
async function answerOf(house: House): Promise<string> {
  const { retrieval } = house.api;
  const near = await retrieval.nearPoint.query({ valence: 0.2, arousal: 0.1, limit: 5 });
  const along = await retrieval.alongTrajectory.query({ points, limit: 5 });
  return JSON.stringify([
    near.matches.map(({ trackId, distance }) => [trackId, distance]),
    along.matches.map(({ trackId, distance }) => [trackId, distance]),
  ]);
}

async function untilLoaded(house: House): Promise<void> {
  for (;;) {
    const { indexed } = await house.api.retrieval.alongTrajectory.query({ points, limit: 1 });
    if (indexed.tracks === indexed.of) return;
    await sleep(50);
  }
}
