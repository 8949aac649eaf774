import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { fixture } from '@/ml/audio/testing/decode.testing';
import { textData, writeId3v2 } from '@/ml/audio/tags/testing/id3v2.testing';
import { AnalysisClient } from '../../analysis/analysisClient';
import { openTestLibrary, type TestLibrary } from '../testing/library.testing';

let library: TestLibrary;
const remark = 'its tags are too large to be read to their end: the rest of them is ignored';
const untagged = fixture('mono.mp3');
const at = (name: string) => join(library.folder, name);

beforeAll(async () => {
  library = await openTestLibrary();
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(() => library.close());

it('imports a file with a million frames of tags without them, and says so', async () => {
  const text = { id: 'TXXX', data: textData('x') };
  const tag = Buffer.from(writeId3v2({ version: 3, frames: Array<typeof text>(1_000_000).fill(text) }));
  writeFileSync(at('many.mp3'), Buffer.concat([tag, untagged]));
  await library.import();
  const { jobs, tracks } = await library.rows();
  expect(jobs[0]).toMatchObject({ state: 'done', warning: remark });
  expect(tracks[0]).toMatchObject({ title: 'many', hasCover: false });
});

it('imports a file whose tags take more memory to read than there is without them, and says so', async () => {
  vi.spyOn(AnalysisClient.prototype, 'request').mockResolvedValueOnce({
    kind: 'died',
    limit: 'memory',
    reason: 'it took more than 1500 MB of memory',
  });
  writeFileSync(
    at('deadly.mp3'),
    Buffer.concat([
      writeId3v2({ version: 4, frames: [{ id: 'TIT2', data: textData('Title') }] }),
      fixture('tone.mp3'),
    ]),
  );
  await library.import([at('deadly.mp3')]);
  const { jobs, files } = await library.rows();
  const job = jobs.find(({ path }) => path === at('deadly.mp3'));
  expect(job).toMatchObject({ state: 'done', warning: remark, attempts: 0 });
  expect(files.find(({ path }) => path === at('deadly.mp3'))?.tags?.title).toBeNull();
});

it('lost the tags of a file for good where its disk was asleep when they were first read', async () => {
  const reason = 'there was no progress for 30 s';
  vi.spyOn(AnalysisClient.prototype, 'request').mockResolvedValueOnce({
    kind: 'died',
    limit: 'time',
    reason,
  });
  const tag = writeId3v2({ version: 4, frames: [{ id: 'TIT2', data: textData('Title') }] });
  writeFileSync(at('slept.mp3'), Buffer.concat([tag, fixture('tone.mp3')]));
  await library.import([at('slept.mp3')]);
  const { jobs, files } = await library.rows();
  expect(jobs.find(({ path }) => path === at('slept.mp3'))).toMatchObject({ state: 'done', warning: null });
  expect(files.find(({ path }) => path === at('slept.mp3'))?.tags?.title).toBe('Title');
});

it('keeps the cover picture as the file is read', async () => {
  const picture = Buffer.from('\x89PNG\r\n\x1a\nand so on', 'latin1');
  const data = Buffer.concat([Buffer.from('\0image/png\0\x03\0', 'latin1'), picture]);
  const tag = writeId3v2({ version: 4, frames: [{ id: 'APIC', data }] });
  writeFileSync(at('pictured.mp3'), Buffer.concat([tag, fixture('tone.mp3')]));
  await library.import([at('pictured.mp3')]);
  const file = (await library.rows()).files.find(({ path }) => path === at('pictured.mp3'));
  const covers = join(library.dataDirectory, 'cache', 'covers');
  expect(existsSync(covers) && readdirSync(covers)).toEqual([file?.cover]);
});
