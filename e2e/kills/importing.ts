import { setTimeout as sleep } from 'node:timers/promises';
import { finish, isRunning, kill, type House } from './house';
import type { KilledWork } from './killedWork';
import { libraryFaults } from './libraryFaults';
import { Music } from './music';

const filesARound = 4;

/** The command line imports while the server hears: one of the two is killed, or what decodes, in turn. */
export function importing(): KilledWork {
  let music: Music;
  let round = 0;
  const strikeAt = [
    (house: House) => house.killServer(),
    () => Promise.resolve(),
    (house: House) => Promise.resolve(void house.killAnalysis()),
  ];
  return {
    name: 'import',
    moments: { fromMs: 0, toMs: 3000 },
    prepare: (house) => {
      music = new Music(house);
      return house.open();
    },
    async strike(house, delayMs) {
      await house.open();
      music.write(filesARound);
      const command = house.command('import', music.folder);
      await sleep(delayMs);
      const target = round++ % strikeAt.length;
      const inHand = isRunning(command.child) ? filesARound : 0;
      await strikeAt[target](house);
      // The command waits for the queue's end, beside another server too: it is killed with whatever else is.
      await kill(command);
      return { inHand, promised: 0 };
    },
    async complaints(house) {
      await house.open();
      await finish(house.command('import', music.folder));
      await house.untilIdle();
      return libraryFaults(house, music.written);
    },
  };
}
