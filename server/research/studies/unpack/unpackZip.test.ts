import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '@/ml/random';
import { unpackZip } from './unpackZip';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'circumplex-unpack-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

let number = 0;

/** Unpacks bytes into a folder of their own. */
async function unpackInto(bytes: Uint8Array) {
  number += 1;
  const [path, target] = [join(folder, `${number}.zip`), join(folder, `out ${number}`)];
  writeFileSync(path, bytes);
  return { target, files: await unpackZip(path, target) };
}

const plain = { 'sub-01/func/bold.tsv': strToU8('a\tb\n'.repeat(1000)), 'empty.txt': new Uint8Array() };

describe('a ZIP', () => {
  it('is unpacked, packed or not', async () => {
    for (const level of [0, 6] as const) {
      const { target, files } = await unpackInto(zipSync(plain, { level }));
      expect(files).toEqual([
        { name: 'sub-01/func/bold.tsv', sizeBytes: 4000 },
        { name: 'empty.txt', sizeBytes: 0 },
      ]);
      expect(readFileSync(join(target, 'sub-01/func/bold.tsv'), 'utf8')).toBe('a\tb\n'.repeat(1000));
    }
  });

  it('that leads elsewhere is refused, and nothing of it stays', async () => {
    for (const name of ['../outside.txt', 'a/../../outside.txt', 'a\0b']) {
      const zip = zipSync({ 'inside.txt': strToU8('x'), [name]: strToU8('y') });
      await expect(unpackInto(zip)).rejects.toThrow('invalid name');
      expect(existsSync(join(folder, `out ${number}`, 'inside.txt'))).toBe(false);
    }
    expect(existsSync(join(folder, 'outside.txt'))).toBe(false);
  });

  it('that says less than it holds is refused before it fills the disk', async () => {
    const bomb = Buffer.from(zipSync({ 'zeros.bin': new Uint8Array(5_000_000) }));
    const at = bomb.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    bomb.writeUInt32LE(10, at + 24);
    await expect(unpackInto(bomb)).rejects.toThrow('zeros.bin is longer than it says');
    expect(existsSync(join(folder, `out ${number}`, 'zeros.bin'))).toBe(false);
  });

  it('that is damaged anywhere is refused plainly or unpacked whole', async () => {
    const whole = zipSync(plain);
    const random = createRandom(3, 'damage');
    for (let round = 0; round < 150; round++) {
      const bytes = Uint8Array.from(whole);
      const at = Math.floor(random.next() * bytes.length);
      if (round % 3 === 0) {
        await expect(unpackInto(bytes.subarray(0, at))).rejects.toThrow(/^invalid ZIP/);
        continue;
      }
      bytes[at] ^= 1 << Math.floor(random.next() * 8);
      const outcome = await unpackInto(bytes).catch((error: unknown) => error);
      if (outcome instanceof Error) expect(outcome.message).toMatch(/^invalid (ZIP|name)/);
    }
  });
});
