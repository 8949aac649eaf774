import { join } from 'node:path';
import { finish, House } from './house';
import { killCommand, type KilledWork } from './killedWork';
import { libraryFaults } from './libraryFaults';
import { Music } from './music';
import { timeCommand } from './timeCommand';
import { upload } from './upload';

const sizes = [5, 9];

/**
 * Two backups of other data directories, of uploads alone, are restored in turn in place of each other: a killed restore
 * leaves the one library or the other, whole, and the next restore comes to its end.
 */
export function restoring(postgresUrl?: string): KilledWork {
  let round = 0;
  const moments = { fromMs: 0, toMs: 0 };
  const backupOf = (house: House, size: number) => join(house.folder, `backup-of-${size}`);
  const restore = (house: House, size: number) =>
    house.command('restore', backupOf(house, size), '--replace');
  return {
    name: 'restore',
    moments,
    async prepare(house) {
      for (const size of sizes) await makeBackup(backupOf(house, size), size, postgresUrl);
      // The first one also makes the database: only the second is as long as those to come.
      await finish(restore(house, sizes[1]));
      await timeCommand(moments, () => restore(house, sizes[0]));
    },
    async strike(house, delayMs) {
      await house.killServer();
      return killCommand(restore(house, sizes[++round % 2]), delayMs);
    },
    async complaints(house) {
      await house.open();
      await house.untilIdle();
      const found = await Promise.all(sizes.map((size) => libraryFaults(house, size)));
      const halves = found.every((faults) => faults.length > 0) ? found.flat() : [];
      await house.killServer();
      await finish(restore(house, sizes[round % 2]));
      await house.open();
      await house.untilIdle();
      return [...halves, ...(await libraryFaults(house, sizes[round % 2]))];
    },
  };
}

/** A backup of so many uploads, of a house that is gone afterwards. */
async function makeBackup(folder: string, size: number, postgresUrl?: string): Promise<void> {
  const other = new House(postgresUrl);
  try {
    await other.clear();
    await other.open();
    const music = new Music(other);
    for (let number = 1; number <= size; number++) await upload(other, music.bytes(size * 100 + number));
    await other.untilIdle();
    await finish(other.command('backup', folder));
  } finally {
    await other.remove();
  }
}
