import { afterAll, beforeAll, expect, it } from 'vitest';
import * as schema from '@/db/schema';
import { analysisOf, fileOf, soundOf, trackOf } from '@/db/testing/catalogue.testing';
import { openTestDatabase, type TestDatabase } from '@/db/testing/database.testing';
import { withKeys } from '../import/fileLabels';
import { libraryGenres } from './libraryGenres';

let library: TestDatabase;

beforeAll(async () => {
  library = await openTestDatabase();
});
afterAll(() => library.close());

it('counts the recordings of each genre, whatever its case, and leaves out what cannot be found', async () => {
  const { database } = library;
  const genres = ['Folk', 'Jazz', 'jazz', null, 'Jazz', 'Ambient', 'Rock', 'Folk'];
  const numbers = genres.map((_, index) => index + 1);
  await database
    .insert(schema.tracks)
    .values(numbers.map((id, index) => withKeys({ ...trackOf(id), album: null, genre: genres[index] })));
  await database.insert(schema.files).values(numbers.map(fileOf));
  await database.insert(schema.sounds).values(numbers.map(soundOf));
  const analysed = numbers.filter((id) => genres[id - 1] !== 'Rock');
  await database.insert(schema.analyses).values(analysed.map(analysisOf));

  expect(await libraryGenres(database)).toEqual([
    { name: 'Jazz', tracks: 3 },
    { name: 'Folk', tracks: 2 },
    { name: 'Ambient', tracks: 1 },
  ]);
});
