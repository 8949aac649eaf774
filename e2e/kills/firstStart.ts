import { setTimeout as sleep } from 'node:timers/promises';
import { like } from 'drizzle-orm';
import { files } from '@/db/schema';
import { isRunning, kill, type House } from './house';
import type { KilledWork } from './killedWork';
import { libraryFaults } from './libraryFaults';

/** How a first start is killed. */
interface FirstStart {
  /** Pieces of demo music that it writes: 36, or none. */
  pieces: 36 | 0;
  /** So often one first start is killed before it may come to its end. */
  killsAStart: number;
}

/** A server's first start is killed again and again: in the end every piece of the demo music is there once. */
export function firstStart({ pieces, killsAStart }: FirstStart = { pieces: 36, killsAStart: 8 }): KilledWork {
  let round = 0;
  const settings = { DEMO: pieces > 0 ? '1' : '0' };
  return {
    name: 'first start',
    moments: { fromMs: 0, toMs: pieces > 0 ? 9000 : 3000 },
    prepare: () => Promise.resolve(),
    async strike(house, delayMs) {
      if (round++ % killsAStart === 0) await house.clear();
      const { ready, running } = house.launchServer(settings);
      let isReady = false;
      void ready.then(() => (isReady = true));
      await sleep(delayMs);
      const inHand = isRunning(running.child) ? 1 : 0;
      await kill(running);
      return { inHand, promised: isReady ? 1 : 0 };
    },
    async complaints(house) {
      if (round % killsAStart !== 0) return [];
      await house.open(settings);
      await untilDemo(house, pieces);
      await house.untilIdle(300);
      const faults = await libraryFaults(house, pieces);
      await house.killServer();
      return faults;
    },
  };
}

/** The demo music is written and queued while the server serves already. */
async function untilDemo(house: House, pieces: number): Promise<void> {
  for (const end = Date.now() + 300_000; Date.now() < end; await sleep(500)) {
    const count = await house.read((database) => database.$count(files, like(files.origin, 'demo')));
    if (count >= pieces) return;
  }
}
