import { setTimeout as sleep } from 'node:timers/promises';
import { like } from 'drizzle-orm';
import { files } from '@/db/schema';
import { isRunning, kill, type House } from './house';
import type { KilledWork } from './killedWork';
import { libraryFaults } from './libraryFaults';

const demoPieces = 36;
/** So often one first start is killed before it may come to its end. */
const killsAStart = 8;

/** A server's first start, with the demo music, is killed again and again: in the end every piece is there once. */
export function firstStart(): KilledWork {
  let round = 0;
  return {
    name: 'first start',
    moments: { fromMs: 0, toMs: 9000 },
    prepare: () => Promise.resolve(),
    async strike(house, delayMs) {
      if (round++ % killsAStart === 0) await house.clear();
      const { ready, running } = house.launchServer({ DEMO: '1' });
      let isReady = false;
      void ready.then(() => (isReady = true));
      await sleep(delayMs);
      const inHand = isRunning(running.child) ? 1 : 0;
      await kill(running);
      return { inHand, promised: isReady ? 1 : 0 };
    },
    async complaints(house) {
      if (round % killsAStart !== 0) return [];
      await house.open({ DEMO: '1' });
      await untilDemo(house);
      await house.untilIdle(300);
      const faults = await libraryFaults(house, demoPieces);
      await house.killServer();
      return faults;
    },
  };
}

/** The demo music is written and queued while the server serves already. */
async function untilDemo(house: House): Promise<void> {
  for (const end = Date.now() + 300_000; Date.now() < end; await sleep(500)) {
    const count = await house.read((database) => database.$count(files, like(files.origin, 'demo')));
    if (count >= demoPieces) return;
  }
}
