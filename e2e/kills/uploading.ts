import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { House } from './house';
import { untilKilled, type KilledWork } from './killedWork';
import { libraryFaults } from './libraryFaults';
import { Music } from './music';
import { upload } from './upload';

/** Files are uploaded, three at a time: what was acknowledged is in the library, what was not leaves nothing behind. */
export function uploading(): KilledWork {
  let music: Music;
  let sent = 0;
  let told = 0;
  let unsure: number[] = [];
  return {
    name: 'upload',
    moments: { fromMs: 0, toMs: 800 },
    prepare: (house) => {
      music = new Music(house);
      return house.open();
    },
    async strike(house, delayMs) {
      await house.open();
      const once = async () => {
        const number = ++sent;
        unsure.push(number);
        await upload(house, music.bytes(number));
        unsure = unsure.filter((other) => other !== number);
        told += 1;
      };
      const before = told;
      const strike = await untilKilled({ workers: 3, kill: () => house.killServer() }, { delayMs, once });
      return { ...strike, promised: told - before };
    },
    async complaints(house) {
      await house.open();
      const left = leftBehind(house);
      for (const number of unsure) await upload(house, music.bytes(number));
      unsure = [];
      await house.untilIdle();
      return [...left, ...(await libraryFaults(house, sent))];
    },
  };
}

function leftBehind(house: House): string[] {
  const folder = join(house.dataDirectory, 'uploads', 'incoming');
  const left = existsSync(folder) ? readdirSync(folder) : [];
  return left.length === 0 ? [] : [`left of broken-off uploads: ${left.join(', ')}`];
}
