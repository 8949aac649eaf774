import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeTestWav } from '../../analysis/testing/sounds.testing';
import { openTestLibrary, type TestLibrary } from '../testing/library.testing';
import { FolderWatch } from './folderWatch';
import { watchFolder } from './watchedFolders';

let library: TestLibrary;
let watch: FolderWatch;
const faults: unknown[] = [];
const at = (name: string) => join(library.folder, name);

beforeAll(async () => {
  library = await openTestLibrary();
  const { database } = library;
  watch = new FolderWatch({ database, onFault: (error) => faults.push(error), onQueued: () => undefined });
  watch.start();
});
afterAll(async () => {
  await library.close();
});

const jobPaths = async () => (await library.rows()).jobs.map(({ path }) => path).sort();
const until = (paths: string[]) => expect.poll(jobPaths, { timeout: 30_000, interval: 100 }).toEqual(paths);

/** Far below the five minutes after which a look finds the same. */
describe('a watched folder', () => {
  it('is looked through soon after it was added, and after something came into it or into a new folder', async () => {
    writeTestWav(at('a.wav'), { seed: 1 });
    await watchFolder(library.database, library.folder);
    writeTestWav(at('b.wav'), { seed: 2 });
    await until([at('a.wav'), at('b.wav')]);
    mkdirSync(at('album/disc'), { recursive: true });
    writeTestWav(at('album/disc/c.wav'), { seed: 3 });
    await until([at('a.wav'), at('album/disc/c.wav'), at('b.wav')]);
    writeTestWav(at('album/disc/d.wav'), { seed: 4 });
    await until([at('a.wav'), at('album/disc/c.wav'), at('album/disc/d.wav'), at('b.wav')]);
  });

  it('is seen to have lost a file', async () => {
    await library.work();
    renameSync(at('a.wav'), `${library.folder}-aside.wav`);
    const missing = async () =>
      (await library.rows()).files.filter(({ missingSince }) => missingSince).length;
    await expect.poll(missing, { timeout: 30_000, interval: 100 }).toBe(1);
    rmSync(`${library.folder}-aside.wav`);
  });

  it('is let go, and nothing went wrong', async () => {
    await watch.stop();
    expect(faults).toEqual([]);
  });
});
