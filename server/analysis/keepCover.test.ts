import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import * as files from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mountSmallDisk } from '@/db/testing/smallDisk.testing';
import { fixture } from '@/ml/audio/testing/decode.testing';
import { textData, writeId3v2 } from '@/ml/audio/tags/testing/id3v2.testing';
import { identifyFile } from './identifyFile';
import { keepCover } from './keepCover';

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof files>();
  return { ...real, rename: vi.fn(real.rename) };
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'circumplex-covers-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A picture of so many bytes, unlike all others. */
const pictureOf = (bytes: number, seed: number) => ({
  bytes: new Uint8Array(bytes).fill(seed),
  ending: 'jpg' as const,
});

describe('keepCover', () => {
  it('does not let pictures take more than they may, however many are imported', async () => {
    writeFileSync(join(folder, 'before.jpg'), Buffer.alloc(5000));
    utimesSync(join(folder, 'before.jpg'), 1, 1);
    for (let seed = 0; seed < 30; seed++) {
      const name = await keepCover(folder, pictureOf(1000, seed), 5000);
      expect(existsSync(join(folder, name))).toBe(true);
      expect(readdirSync(folder).length).toBeLessThanOrEqual(10);
    }
    expect(existsSync(join(folder, 'before.jpg'))).toBe(false);
  });

  it('leaves nothing of a picture that cannot be written', async () => {
    const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    vi.mocked(files.rename).mockRejectedValueOnce(full);
    await expect(keepCover(folder, pictureOf(1000, 1))).rejects.toThrow('ENOSPC');
    expect(readdirSync(folder)).toEqual([]);
  });
});

const disk = mountSmallDisk(1024);

describe.skipIf(disk === null)('a picture for which the disk has no room (needs the right to mount)', () => {
  afterEach(() => disk?.remove());

  it('does not keep its file out of the library, and is not taken for none', async () => {
    const picture = Buffer.from('\x89PNG\r\n\x1a\nand so on', 'latin1');
    const data = Buffer.concat([Buffer.from('\0image/png\0\x03\0', 'latin1'), picture]);
    const title = { id: 'TIT2', data: textData('Named') };
    const path = join(folder, 'pictured.mp3');
    const tag = writeId3v2({ version: 4, frames: [title, { id: 'APIC', data }] });
    writeFileSync(path, Buffer.concat([tag, fixture('tone.mp3')]));
    const coverFolder = join(disk?.folder ?? '', 'covers');
    const identity = await identifyFile({ path, coverFolder }, () => undefined);
    expect(identity).toMatchObject({ cover: null, tags: { title: 'Named', hasCover: true } });
    expect(readdirSync(coverFolder)).toEqual([]);
  });
});
