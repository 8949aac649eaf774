import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problems } from '../../jobs/problems';
import { retryJobs } from '../../jobs/retryJobs';
import { queueReanalysis } from '../import/reanalyse';
import { removeTracks } from '../tracks/removeTracks';
import { scanWatched } from './scanWatched';
import { openTestLibrary, type TestLibrary } from '../testing/library.testing';
import { writeTestWav } from '../../analysis/testing/sounds.testing';
import { listWatched, unwatchFolder, watchFolder } from './watchedFolders';

let library: TestLibrary;
const at = (name: string) => join(library.folder, name);
const scan = async (onRequest = false) => {
  const result = await scanWatched(library.database, { onRequest });
  await library.work();
  return result;
};

beforeAll(async () => {
  library = await openTestLibrary();
  writeTestWav(at('one.wav'), { seed: 1 });
  writeTestWav(at('two.wav'), { seed: 2 });
  await watchFolder(library.database, library.folder);
});
afterAll(() => library.close());

describe('a watched folder', () => {
  it('is looked through, and not again while it is unchanged', async () => {
    expect(await scan()).toMatchObject({ queued: 2, unchanged: 0, missing: 0 });
    expect(await scan()).toEqual({ batchId: null, queued: 0, unchanged: 2, missing: 0 });
    expect(await listWatched(library.database)).toMatchObject([{ path: library.folder, failure: null }]);
  });

  it('notices new tags, also where a program keeps the size and the time of the file', async () => {
    const path = at('one.wav');
    writeTestWav(path, { seed: 1, info: { INAM: 'First name' } });
    expect(await scan()).toMatchObject({ queued: 1, unchanged: 1 });
    const { size, atime, mtime } = statSync(path);
    writeTestWav(path, { seed: 1, info: { INAM: 'Other name' } });
    utimesSync(path, atime, mtime);
    expect([statSync(path).size, Math.round(statSync(path).mtimeMs)]).toEqual([size, mtime.getTime()]);
    expect(await scan()).toMatchObject({ queued: 1, unchanged: 1 });
    expect((await library.rows()).tracks.map(({ title }) => title)).toContain('Other name');
    expect(await scan()).toMatchObject({ queued: 0, unchanged: 2 });
  });

  it('misses files that are gone and welcomes them back', async () => {
    renameSync(at('one.wav'), `${library.folder}-aside`);
    expect(await scan()).toMatchObject({ queued: 0, missing: 1 });
    expect((await library.rows()).files[0].missingSince).toBeInstanceOf(Date);
    renameSync(`${library.folder}-aside`, at('one.wav'));
    // It may be another one: it is read again.
    expect(await scan()).toMatchObject({ queued: 1, missing: 0 });
    expect((await library.rows()).files[0].missingSince).toBeNull();
  });

  it('follows a file that has moved without analysing it again', async () => {
    const before = await library.rows();
    mkdirSync(at('album'));
    renameSync(at('two.wav'), at('album/zwei.wav'));
    expect(await scan()).toMatchObject({ queued: 1, missing: 1 });
    const after = await library.rows();
    expect(after.analyses).toEqual(before.analyses);
    expect(after.files.map(({ path, missingSince }) => [path, missingSince])).toEqual([
      [at('album/zwei.wav'), null],
      [at('one.wav'), null],
    ]);
  });

  it('does not bring back what a person removed, though the file stays', async () => {
    const { database, dataDirectory } = library;
    const { files } = await library.rows();
    await removeTracks({ database, dataDirectory }, [files[1].trackId]);
    expect(existsSync(at('one.wav'))).toBe(true);
    expect(await scan()).toMatchObject({ queued: 0, unchanged: 1 });
    expect(await scan(true)).toMatchObject({ queued: 0 });
    expect(await library.import([at('one.wav')])).toMatchObject({ queued: 1 });
    expect((await library.rows()).tracks).toHaveLength(2);
  });

  it('says why it cannot be looked through', async () => {
    rmSync(library.folder, { recursive: true });
    expect(await scan()).toMatchObject({ queued: 0, missing: 2 });
    const [{ failure }] = await listWatched(library.database);
    expect(failure).toMatch(/does not exist/);
    mkdirSync(library.folder);
  });

  it('is let go, and only folders are taken', async () => {
    await unwatchFolder(library.database, library.folder);
    await expect(unwatchFolder(library.database, library.folder)).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(watchFolder(library.database, 'music')).rejects.toMatchObject({ code: 'invalid' });
    await expect(watchFolder(library.database, at('nowhere'))).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('a new model', () => {
  it('has every track that is there analysed again, behind all else, once', async () => {
    writeTestWav(at('one.wav'), { seed: 1 });
    await library.import();
    expect(await queueReanalysis(library.database)).toBe(0);
    expect(await queueReanalysis(library.database, 'emotion-next')).toBe(1);
    expect(await queueReanalysis(library.database, 'emotion-next')).toBe(0);
    const { jobs } = await library.rows();
    expect(jobs.find(({ state }) => state === 'queued')).toMatchObject({ path: at('one.wav'), priority: 3 });
    await library.work();
  });
});

describe('lines about files', () => {
  const lines = async () => (await problems(library.database, 10)).rows.map(({ detail }) => detail);
  const broken = () => writeFileSync(at('broken.mp3'), 'This is only a letter.');

  beforeAll(() => watchFolder(library.database, library.folder));
  afterAll(() => unwatchFolder(library.database, library.folder));

  it('leave the list when the file is gone or has another name', async () => {
    broken();
    await scan();
    expect(await lines()).toEqual([at('broken.mp3')]);
    await scan(true);
    expect(await lines()).toEqual([at('broken.mp3')]);
    rmSync(at('broken.mp3'));
    await scan();
    expect(await lines()).toEqual([]);
  });

  it('leave the list when the file is mended, also where it is in no watched folder', async () => {
    const elsewhere = mkdtempSync(`${library.folder}-elsewhere-`);
    const path = join(elsewhere, 'letter.wav');
    writeFileSync(path, 'This is only a letter.');
    await library.import([path]);
    expect(await lines()).toEqual([path]);
    writeTestWav(path, { seed: 3 });
    expect(await scan()).toMatchObject({ queued: 1 });
    expect(await lines()).toEqual([]);
    expect((await library.rows()).files.map((file) => file.path)).toContain(path);
    rmSync(elsewhere, { recursive: true });
  });

  it('leave the list when a link leads somewhere again', async () => {
    symlinkSync(`${library.folder}-linked.wav`, at('link.wav'));
    await scan();
    expect(await lines()).toEqual([at('link.wav')]);
    await scan();
    expect(await lines()).toEqual([at('link.wav')]);
    writeTestWav(`${library.folder}-linked.wav`, { seed: 4 });
    await scan();
    expect(await lines()).toEqual([]);
    rmSync(at('link.wav'));
    rmSync(`${library.folder}-linked.wav`);
  });

  it('leave the list when a file that might not be read may be', async () => {
    if (process.getuid?.() === 0) return console.log('skipped: root may read any file');
    writeTestWav(at('closed.wav'), { seed: 5 });
    chmodSync(at('closed.wav'), 0);
    await scan();
    expect(await lines()).toEqual([at('closed.wav')]);
    chmodSync(at('closed.wav'), 0o600);
    await scan();
    expect(await lines()).toEqual([]);
  });

  it('leave the list when they are tried again and the file is gone', async () => {
    broken();
    await scan();
    rmSync(at('broken.mp3'));
    await retryJobs(library.database, 'all');
    await library.work();
    expect(await lines()).toEqual([]);
  });

  it('are none about a watched folder that is away, and is back', async () => {
    renameSync(library.folder, `${library.folder}-away`);
    await scan();
    expect(await lines()).toEqual([]);
    expect(await listWatched(library.database)).toMatchObject([
      { failure: expect.stringMatching(/not exist/) as string },
    ]);
    renameSync(`${library.folder}-away`, library.folder);
    await scan();
    expect(await listWatched(library.database)).toMatchObject([{ failure: null }]);
    expect(await lines()).toEqual([]);
  });
});
