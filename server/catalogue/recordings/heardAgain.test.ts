import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { analyses, sounds, tracks } from '@/db/schema';
import { analysisOf, soundOf, trackOf } from '@/db/testing/catalogue.testing';
import { openTestDatabase } from '@/db/testing/database.testing';
import { rowSize } from '@/ml/audio/identity/bandLevels';
import { createRandom } from '@/ml/random';
import { groupRecordings } from './groupRecordings';

/** Levels of a recording of some two minutes that nothing else is like. */
function levels(seed: number): Uint8Array {
  const random = createRandom(seed, 'levels');
  return Uint8Array.from({ length: 80 * rowSize }, () => 60 + Math.floor(120 * random.next()));
}

it('finds a recording that only the model before has heard, whose embedding cannot be compared', async () => {
  const library = await openTestDatabase();
  const { database } = library;
  const newcomer = 15;
  const encoding = 14;
  const all = Array.from({ length: newcomer }, (_, index) => index + 1);
  const lengthOf = (i: number) => (i === encoding ? 100.02 : i === newcomer ? 100 : 100.4);
  await database.insert(tracks).values(all.map((i) => ({ ...trackOf(i), durationSeconds: lengthOf(i) })));
  await database
    .insert(sounds)
    .values(all.map((i) => ({ ...soundOf(i), bandLevels: levels(i === newcomer ? encoding : i) })));
  // By the numbers alone, all others are nearer to the newcomer than the other encoding of it.
  const { embedding } = analysisOf(1);
  const opposite = embedding.map((value) => -value);
  await database.insert(analyses).values(
    all.map((i) => ({
      ...analysisOf(i),
      embedding: i === encoding ? opposite : embedding,
      modelVersion: i === newcomer ? 'model-2' : 'model-1',
    })),
  );
  await groupRecordings(database, newcomer, {
    durationSeconds: 100,
    modelVersion: 'model-2',
    embedding: Float32Array.from(embedding),
    bandLevels: levels(encoding),
  });
  const [{ groupId }] = await database.select().from(tracks).where(eq(tracks.id, newcomer));
  expect(groupId).toBe(encoding);
  await library.close();
});
