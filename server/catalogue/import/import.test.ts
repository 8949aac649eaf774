import { copyFileSync, mkdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { batches, tracks } from '@/db/schema';
import { retryJobs } from '../../jobs/retryJobs';
import { openTestLibrary, type TestLibrary } from '../testing/library.testing';
import { writeTestWav } from '../../analysis/testing/sounds.testing';

let library: TestLibrary;
const at = (name: string) => join(library.folder, name);

beforeAll(async () => {
  library = await openTestLibrary();
});
afterAll(() => library.close());
beforeEach(async () => {
  await library.database.delete(tracks);
  await library.database.delete(batches);
  rmSync(library.folder, { recursive: true });
  mkdirSync(library.folder);
});

describe('import', () => {
  it('analyses a recording once, however it is retagged, moved and imported again', async () => {
    writeTestWav(at('one.wav'), { seed: 1, info: { INAM: 'First' } });
    writeTestWav(at('two.wav'), { seed: 2 });
    writeTestWav(at('three.wav'), { seed: 3 });
    expect(await library.import()).toMatchObject({ queued: 3, unchanged: 0 });
    const before = await library.rows();
    expect(before.tracks.map(({ title }) => title).sort()).toEqual(['First', 'three', 'two']);
    expect(before.analyses).toHaveLength(3);

    writeTestWav(at('one.wav'), { seed: 1, info: { INAM: 'Renamed', IART: 'Somebody' } });
    renameSync(at('two.wav'), at('moved.wav'));
    copyFileSync(at('three.wav'), at('three again.wav'));
    expect(await library.import()).toMatchObject({ queued: 3, unchanged: 1 });

    const after = await library.rows();
    expect(after.analyses).toEqual(before.analyses);
    expect(after.tracks.map(({ id }) => id)).toEqual(before.tracks.map(({ id }) => id));
    expect(after.tracks.find(({ title }) => title === 'Renamed')?.artists).toEqual(['Somebody']);
    expect(after.files.map(({ path }) => path)).toEqual(
      ['moved.wav', 'one.wav', 'three again.wav', 'three.wav'].map(at),
    );
    expect(after.jobs.every(({ state }) => state === 'done')).toBe(true);
  });

  it('queues nothing for an unchanged folder', async () => {
    writeTestWav(at('one.wav'));
    await library.import();
    expect(await library.enqueue()).toMatchObject({ batchId: null, queued: 0, unchanged: 1 });
  });

  it('queues a path once while it waits', async () => {
    writeTestWav(at('one.wav'));
    const first = await library.enqueue();
    const second = await library.enqueue();
    expect(second).toMatchObject({ queued: 0, waiting: 1, waitingBatchIds: [first.batchId] });
  });

  it('gives a path whose sound is replaced the new track and forgets the old one', async () => {
    writeTestWav(at('one.wav'), { seed: 1 });
    await library.import();
    writeTestWav(at('one.wav'), { seed: 2, seconds: 3 });
    await library.import();
    const { tracks: left, files } = await library.rows();
    expect(left).toHaveLength(1);
    expect(left[0].durationSeconds).toBeCloseTo(3, 6);
    expect(files).toMatchObject([{ path: at('one.wav'), trackId: left[0].id }]);
  });

  it('does not try a failed file again until it changes or a retry is wanted', async () => {
    writeFileSync(at('broken.wav'), 'RIFF');
    expect(await library.import()).toMatchObject({ queued: 1 });
    expect(await library.enqueue()).toMatchObject({ queued: 0, failedBefore: 1 });
    expect(await library.enqueue([library.folder], { failed: true })).toMatchObject({ queued: 1 });
    await library.work();
    writeTestWav(at('broken.wav'));
    await library.import();
    const { jobs } = await library.rows();
    expect(jobs).toMatchObject([{ state: 'done', failure: null }]);
  });

  it('reads a file that is tried again as it is now', async () => {
    writeFileSync(at('mended.wav'), 'RIFF');
    await library.import();
    writeTestWav(at('mended.wav'), { seed: 3 });
    expect(await retryJobs(library.database, 'all')).toBe(1);
    await library.work();
    const { jobs, files } = await library.rows();
    const { sizeBytes, modifiedMs } = files[0];
    expect(jobs).toMatchObject([{ state: 'done', failure: null, sizeBytes, modifiedMs }]);
    expect(await library.enqueue()).toMatchObject({ batchId: null, queued: 0, unchanged: 1 });
  });

  it('marks the track of a file that was spoilt as missing', async () => {
    writeTestWav(at('one.wav'));
    await library.import();
    writeFileSync(at('one.wav'), 'no sound');
    utimesSync(at('one.wav'), 1000, 1000);
    await library.import();
    const { files, jobs } = await library.rows();
    expect(files[0].missingSince).toBeInstanceOf(Date);
    expect(jobs).toMatchObject([{ state: 'failed' }]);
  });

  it('follows links and is not caught in their circles', async () => {
    mkdirSync(at('album'));
    writeTestWav(join(at('album'), 'one.wav'));
    symlinkSync(at('album'), join(at('album'), 'again'));
    symlinkSync(library.folder, join(at('album'), 'up'));
    symlinkSync(at('nowhere'), at('dangling.wav'));
    const result = await library.enqueue();
    expect(result).toMatchObject({ queued: 1, obstacleCount: 1 });
    expect(result.obstacles[0]).toMatchObject({ path: at('dangling.wav'), reason: 'it does not exist' });
  });
});
