import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { trimFolder } from './trimFolder';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'circumplex-trim-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A file of so many bytes that was used so many seconds after the first. */
function put(name: string, bytes: number, usedSeconds: number): void {
  writeFileSync(join(folder, name), Buffer.alloc(bytes));
  utimesSync(join(folder, name), 1_700_000_000 + usedSeconds, 1_700_000_000 + usedSeconds);
}
const left = () => readdirSync(folder).sort();

describe('trimFolder', () => {
  it('deletes what was not used for the longest time until the rest fits, and not more', async () => {
    put('a', 100, 3);
    put('b', 100, 1);
    put('c', 100, 4);
    put('d', 100, 2);
    await trimFolder(folder, 400);
    expect(left()).toEqual(['a', 'b', 'c', 'd']);
    await trimFolder(folder, 399);
    expect(left()).toEqual(['a', 'c', 'd']);
    await trimFolder(folder, 250);
    expect(left()).toEqual(['a', 'c']);
  });

  it('deletes what a killed server left half written, when its turn comes', async () => {
    put('old.wav.4194305.part', 100, 0);
    put('new.wav', 100, 1);
    await trimFolder(folder, 150);
    expect(left()).toEqual(['new.wav']);
  });

  it('leaves the file used last though it is larger than all may be: it is about to be sent', async () => {
    put('hours of sound.wav', 1000, 2);
    put('a', 10, 1);
    await trimFolder(folder, 500);
    expect(left()).toEqual(['hours of sound.wav']);
  });

  it('does not stumble over what another call deletes meanwhile', async () => {
    for (let round = 0; round < 20; round++) {
      for (let file = 0; file < 20; file++) put(`${file}`, 100, file);
      await Promise.all([100, 200, 300, 400].map((bytes) => trimFolder(folder, bytes)));
      expect(left()).toEqual(['19']);
    }
  });
});
