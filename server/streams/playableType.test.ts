import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RandomAccess } from '@/ml/audio/pcm';
import { openRegularFile, type RegularFile } from '../base/openRegularFile';
import { blockReader } from './formats/blockReader';
import { readSoundFormat } from './formats/readSoundFormat';
import { playableType } from './playableType';
import { layer3 } from './testing/soundBytes.testing';

const folder = mkdtempSync(join(tmpdir(), 'circumplex-look-'));
const path = join(folder, 'long.mp3');
let file: RegularFile;
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(async () => {
  rmSync(path, { force: true });
  writeFileSync(path, layer3(20_000));
  file = await openRegularFile(path);
});
afterEach(() => file.handle.close());

const codeOf = (error: unknown) => (error as { code: string }).code;

/** Bytes without end, by where they are asked for, and how many of them were. */
function endless(bytes: Buffer, size: number): RandomAccess & { readBytes: () => number } {
  let readBytes = 0;
  return {
    ...{ size, readBytes: () => readBytes },
    read(offset, length) {
      const wanted = Math.max(0, Math.min(length, size - offset));
      readBytes += wanted;
      const from = offset % bytes.length;
      const times = Math.ceil((from + wanted) / bytes.length);
      return Promise.resolve(Buffer.alloc(times * bytes.length, bytes).subarray(from, from + wanted));
    },
  };
}

describe('playableType', () => {
  it('looks at a file once for all who ask at a time', async () => {
    const read = vi.spyOn(file.handle, 'read');
    expect(await playableType(file)).toBe('audio/mpeg');
    const once = read.mock.calls.length;
    writeFileSync(path, layer3(20_000));
    const changed = await openRegularFile(path);
    const readAgain = vi.spyOn(changed.handle, 'read');
    const asked = await Promise.all([1, 2, 3].map(() => playableType(changed)));
    await changed.handle.close();
    expect(asked).toEqual(['audio/mpeg', 'audio/mpeg', 'audio/mpeg']);
    expect(readAgain).toHaveBeenCalledTimes(once);
  });

  it('is done with a file when the last who asked has gone', async () => {
    const [one, other] = [new AbortController(), new AbortController()];
    const read = vi.spyOn(file.handle, 'read');
    const asked = [one, other].map(({ signal }) => playableType(file, signal).catch(codeOf));
    one.abort();
    while (read.mock.calls.length < 5) await new Promise(setImmediate);
    other.abort();
    expect(await Promise.all(asked)).toEqual(['unavailable', 'unavailable']);
    const once = read.mock.calls.length;
    expect(await playableType(file)).toBe('audio/mpeg');
    expect(once).toBeLessThan(read.mock.calls.length / 3);
  });
});

describe('a file that was made to be long to look at', () => {
  it('is not read over and over where something lies between all of its frames', async () => {
    const gappy = endless(Buffer.concat([layer3(4), Buffer.from('-')]), 1e9);
    expect(await readSoundFormat(gappy)).toMatchObject({ codec: 'layer-3', flaw: 'unsure length' });
    expect(gappy.readBytes()).toBeLessThan(4e8);
  });

  it('is looked through once backwards where zeros pad its end', async () => {
    const zeros = endless(Buffer.alloc(1 << 16), 1 << 24);
    const blocks = blockReader(zeros);
    for (let at = zeros.size - (1 << 16); at >= 0; at -= 1 << 16) await blocks.read(at, 1 << 16);
    expect(zeros.readBytes()).toBeLessThan(1.01 * zeros.size);
  });
});
