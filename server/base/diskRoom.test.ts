import { mkdtempSync, rmSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { reserveRoom } from './diskRoom';

const folder = mkdtempSync(join(tmpdir(), 'circumplex-room-'));
afterAll(() => rmSync(folder, { recursive: true }));

const mebibyte = 2 ** 20;

/** The floor at which so many bytes may still be reserved. */
async function floorLeaving(bytes: number): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize - bytes;
}

it('does not promise the same free space to two uploads at once', async () => {
  const keptFreeBytes = await floorLeaving(1500 * mebibyte);
  const upload = { folder, bytes: 1000 * mebibyte, told: 'content-length: 1000', keptFreeBytes };
  const outcomes = await Promise.allSettled([reserveRoom(upload), reserveRoom(upload)]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const refused = outcomes.find((outcome) => outcome.status === 'rejected');
  expect(refused?.reason).toMatchObject({
    code: 'too-large',
    message: 'invalid content-length: 1000 (the disk has no room for it: free some space)',
  });
  for (const outcome of outcomes) if (outcome.status === 'fulfilled') outcome.value.release();
  const third = await reserveRoom(upload);
  third.release();
});

it('gives back what was written and what was not, once', async () => {
  const keptFreeBytes = await floorLeaving(1500 * mebibyte);
  const upload = { folder, bytes: 1000 * mebibyte, told: 'content-length: 1000', keptFreeBytes };
  for (let times = 0; times < 3; times++) {
    const room = await reserveRoom(upload);
    await room.use(400 * mebibyte);
    room.release();
    room.release();
  }
});

it('reserves as it grows for what comes without a length', async () => {
  const keptFreeBytes = await floorLeaving(1500 * mebibyte);
  const endless = { folder, bytes: undefined, told: 'FILE_OR_URL', keptFreeBytes };
  const room = await reserveRoom(endless);
  const other = await reserveRoom({ folder, bytes: 1300 * mebibyte, told: 'other', keptFreeBytes });
  await room.use(mebibyte);
  await expect(room.use(500 * mebibyte)).rejects.toMatchObject({ code: 'too-large' });
  other.release();
  await room.use(500 * mebibyte);
  room.release();
});
