import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backupLibrary } from './backupLibrary';
import { readLibraryNote } from './libraryNote';
import { KilledLibrary } from './testing/killedLibrary.testing';

let library: KilledLibrary;
beforeAll(async () => {
  library = await KilledLibrary.open(60);
}, 120_000);
afterAll(() => library.close());

describe('a restoration that is killed', () => {
  it('leaves the library as it was or the whole backup, and never rows that name the old place', async () => {
    const wholeMs = await library.work('restore');
    expect(await library.settled()).toEqual({ told: null, is: 'new' });
    for (const part of [0.2, 0.5, 0.75, 0.95]) {
      await library.reset();
      await library.work('restore', part * wholeMs);
      const { told, is } = await library.settled();
      expect([part, is]).toEqual([part, is === 'new' ? 'new' : 'old']);
      if (told)
        expect(told).toContain(is === 'new' ? 'its files are in their places now' : 'as it was before');
    }
  }, 180_000);
});

describe('a backup that is killed', () => {
  it('is not taken for whole, and the next one into its folder says so', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'circumplex-cut-'));
    await library.work({ backup: folder }, 30);
    expect(readdirSync(folder)).toContain('database');
    await expect(readLibraryNote(folder)).rejects.toThrow('it is no whole backup');
    await expect(backupLibrary({} as never, folder)).rejects.toThrow(
      'it holds a backup that was cut short: delete it, or choose another folder',
    );
    rmSync(folder, { recursive: true });
  }, 60_000);
});
