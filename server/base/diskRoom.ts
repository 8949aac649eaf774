import { mkdir, stat, statfs } from 'node:fs/promises';
import { AppError } from './errors';
import { keptFreeBytes } from './freeSpace';

/** What arrives without a length has room reserved in steps of this, bytes. */
const stepBytes = 64 * 2 ** 20;

/** Bytes that this process has promised to arrivals and not yet written, by device. */
const promisedBytes = new Map<number, number>();

/** Room on a disk that is promised to one arrival. To be released in the end, however it ends. */
export interface ReservedRoom {
  /** Says that so many bytes more are written now. Throws AppError 'too-large' where there is no room beyond what was reserved. */
  use(bytes: number): Promise<void>;
  release(): void;
}

/** What is to arrive where. */
export interface Arrival {
  /** Where it is written; made where it is missing. */
  folder: string;
  /** Its length where it is known; else room is reserved as it grows. */
  bytes: number | undefined;
  /** As a refusal calls it: "content-length: 12". */
  told: string;
  keptFreeBytes?: number;
}

/**
 * Reserves room for what is to be written, so that two arrivals at once are never promised the same free space. Other
 * programs are not asked: what they take is seen when room is next reserved.
 *
 * @throws AppError 'too-large' where the disk has no room for it
 */
export async function reserveRoom(arrival: Arrival): Promise<ReservedRoom> {
  await mkdir(arrival.folder, { recursive: true });
  const { dev } = await stat(arrival.folder);
  let left = 0;
  const reserve = async (bytes: number) => {
    await promise(arrival, dev, bytes);
    left += bytes;
  };
  const giveUp = (bytes: number) => {
    const given = Math.min(bytes, left);
    left -= given;
    promisedBytes.set(dev, (promisedBytes.get(dev) ?? 0) - given);
  };
  await reserve(arrival.bytes ?? 0);
  return {
    use: async (bytes) => {
      if (bytes > left) await reserve(Math.max(bytes - left, arrival.bytes === undefined ? stepBytes : 0));
      giveUp(bytes);
    },
    release: () => giveUp(left),
  };
}

/**
 * Does work that writes so many bytes, their room promised to it until its end. Throws as reserveRoom, and as the work does.
 */
export async function withRoom<T>(arrival: Arrival & { bytes: number }, work: () => Promise<T>): Promise<T> {
  const room = await reserveRoom(arrival);
  try {
    return await work();
  } finally {
    room.release();
  }
}

/** Nothing is awaited between the look at the ledger and the entry in it. */
async function promise(
  { folder, told, keptFreeBytes: kept = keptFreeBytes }: Arrival,
  device: number,
  bytes: number,
): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const promised = promisedBytes.get(device) ?? 0;
  if (bytes > 0 && bavail * bsize - promised - bytes < kept)
    throw new AppError('too-large', `invalid ${told} (the disk has no room for it: free some space)`);
  promisedBytes.set(device, promised + bytes);
}
