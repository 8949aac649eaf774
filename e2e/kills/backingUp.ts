import { join } from 'node:path';
import { House } from './house';
import { killCommand, type KilledWork } from './killedWork';
import { libraryFaults } from './libraryFaults';
import { furnish } from './music';
import { timeCommand } from './timeCommand';

const tracks = 12;

/** The library is backed up, beside the server or alone: what is left is a whole backup, or is refused as none. */
export function backingUp(postgresUrl?: string): KilledWork {
  let round = 0;
  const moments = { fromMs: 0, toMs: 0 };
  const folderOf = (house: House) => join(house.folder, `backup-${round}`);
  return {
    name: 'backup',
    moments,
    async prepare(house) {
      await furnish(house, tracks);
      await timeCommand(moments, () => house.command('backup', folderOf(house)));
    },
    async strike(house, delayMs) {
      round += 1;
      if (round % 2 === 0) await house.killServer();
      else await house.open();
      return killCommand(house.command('backup', folderOf(house)), delayMs);
    },
    async complaints(house) {
      await house.open();
      return [
        ...(await libraryFaults(house, tracks)),
        ...(await faultsOfBackup(folderOf(house), postgresUrl)),
      ];
    },
  };
}

/** A backup is restored into a house of its own: whole, or refused in words. */
async function faultsOfBackup(folder: string, postgresUrl?: string): Promise<string[]> {
  const other = new House(postgresUrl);
  try {
    await other.clear();
    const { code, output } = await other.command('restore', folder).ended;
    if (code !== 0)
      return /no whole backup|invalid DIR/.test(output) ? [] : [`refused without words: ${output}`];
    await other.open();
    return (await libraryFaultsOfRestored(other)).map((fault) => `restored: ${fault}`);
  } finally {
    await other.remove();
  }
}

async function libraryFaultsOfRestored(house: House): Promise<string[]> {
  await house.untilIdle();
  return libraryFaults(house, tracks);
}
