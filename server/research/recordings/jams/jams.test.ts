import { afterAll, describe, expect, it } from 'vitest';
import { describeFile } from '../describe/describeFile';
import { readSeries } from '../readSeries';
import { TestFolder } from '../testing/files.testing';

const folder = new TestFolder();
afterAll(() => folder.remove());

const observations = (values: unknown[], hop = 0.5) =>
  values.map((value, index) => ({ time: 1 + index * hop, duration: hop, value, confidence: null }));
const annotation = (namespace: string, data: unknown, name?: string) => ({
  namespace,
  annotation_metadata: { annotator: name ? { name } : {}, curator: {} },
  data,
  sandbox: {},
});
const write = (...annotations: unknown[]) =>
  folder.write('song.jams', JSON.stringify({ annotations, file_metadata: { duration: 30 }, sandbox: {} }));

describe('continuous ratings in JAMS', () => {
  it('are valence and arousal in mood_thayer', async () => {
    const path = write(
      annotation(
        'mood_thayer',
        observations([
          [0.1, -0.2],
          [0.3, 0.4],
        ]),
      ),
      annotation('tag_open', observations(['sad', 'slow'])),
    );
    const series = await readSeries(path);
    expect(series.columns.map(({ name }) => name)).toEqual(['valence', 'arousal']);
    expect(series).toMatchObject({ hopSeconds: 0.5, startSeconds: 1 });
    expect([...series.values.values]).toEqual([0.1, -0.2, 0.3, 0.4]);
    expect(await describeFile(path)).toMatchObject({ kind: 'ratings', format: 'JAMS', shape: [2, 2] });
  });

  it('of several people stand beside each other where they share their times', async () => {
    const people = ['Ann', 'Bo'].map((name, index) => annotation('valence', observations([index, 2]), name));
    const series = await readSeries(write(...people));
    expect(series.columns.map(({ name }) => name)).toEqual(['valence (Ann)', 'valence (Bo)']);
    expect([...series.values.values]).toEqual([0, 1, 2, 2]);
  });

  it('are chosen from where times differ', async () => {
    const path = write(
      annotation('valence', observations([1, 2])),
      annotation('valence', observations([3, 4], 1)),
    );
    await expect(readSeries(path)).rejects.toThrow('2 continuous annotations have different times');
    expect((await readSeries(path, { annotation: 1 })).values.values).toEqual(Float64Array.of(3, 4));
    await expect(readSeries(path, { annotation: 2 })).rejects.toThrow(
      'it has no annotation 2: 2 are continuous',
    );
  });

  it('are read from columns as older files have them', async () => {
    const series = await readSeries(
      write(
        annotation('vector', {
          time: [0, 1],
          value: [
            [1, 2],
            [3, 4],
          ],
        }),
      ),
    );
    expect(series.columns.map(({ name }) => name)).toEqual(['vector 1', 'vector 2']);
    expect([...series.values.values]).toEqual([1, 2, 3, 4]);
  });

  it('are refused where there are none, are ragged, or lack a number', async () => {
    await expect(readSeries(write(annotation('tag_open', observations(['sad']))))).rejects.toThrow(
      'none of its annotations holds numbers over time',
    );
    await expect(readSeries(write(annotation('vector', observations([[1, 2], [3]]))))).rejects.toThrow(
      'observation 2 of vector holds 1 values, the first 2',
    );
    await expect(readSeries(write(annotation('valence', observations([1, null]))))).rejects.toThrow(
      'sample 2, column valence: a number is missing',
    );
  });
});
