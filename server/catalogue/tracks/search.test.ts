import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyses, files, sounds, tracks, type TrackTags } from '@/db/schema';
import { analysisOf, fileOf, soundOf, trackOf } from '@/db/testing/catalogue.testing';
import { openTestDatabase, type TestDatabase } from '@/db/testing/database.testing';
import { openOldDatabase } from '@/db/testing/oldDatabase.testing';
import { encodeCurve } from '@/ml/affect/curveCodec';
import { owner } from '../../access/caller';
import { labelsOf, tagColumns } from '../import/fileLabels';
import { libraryGenres } from './libraryGenres';
import { listTracks, type TrackOrder } from './listTracks';

const untagged = { album: null, genre: null, year: null, trackNumber: null, hasCover: false };
const named = (title: string, artists: string[] = [], more: Partial<TrackTags> = {}): TrackTags => ({
  ...{ ...untagged, title, artists, ...more },
});

const library: TrackTags[] = [
  named('Déjà Vu', ['Beyoncé', 'JAY-Z'], { genre: 'R&B' }),
  named('Rusalka'.normalize('NFD'), ['Dvořák'.normalize('NFD')], { genre: 'Opéra' }),
  named('Hauptstraße', ['Ｆｕｌｌ Ｗｉｄｔｈ']),
  named('Don’t Stop', ['Björk'], { album: 'L’œuvre' }),
  named('Thunderstruck', ['AC/DC'], { genre: 'opera' }),
  named('100 % “Heroes”_', ['R.E.M.']),
  named('Track 10'),
  named('Track 2'),
  named('Love'),
  named('Lobe Song (Moonlight)', ['Beethoven'], { album: 'Sonaten, vol. 2' }),
  named('Back\\slash 1984'),
];

let catalogue: TestDatabase;
const flat = () => new Float32Array(20).fill(0.25);
const curve = encodeCurve({
  ...{ valence: flat(), arousal: flat(), valenceDeviation: flat(), arousalDeviation: flat() },
});

async function titles(text: string, sort: TrackOrder = 'title'): Promise<string[]> {
  const page = { sort, descending: false, offset: 0, limit: 100 };
  const { total, rows } = await listTracks(catalogue.database, owner, { filter: { text }, ...page });
  expect(total).toBe(rows.length);
  return rows.map(({ title }) => title);
}

async function fill({ database }: TestDatabase): Promise<void> {
  for (const [index, tags] of library.entries()) {
    const i = index + 1;
    const file = { ...fileOf(i), name: null };
    await database.insert(tracks).values({ ...trackOf(i), ...labelsOf(file, tags) });
    await database.insert(files).values({ ...file, ...tagColumns(file, tags) });
    await database.insert(sounds).values(soundOf(i));
    await database.insert(analyses).values({ ...analysisOf(i), curve });
  }
}

/** An engine that has no trigrams keeps a catalogue without the index. */
const engines = {
  'that has an index of trigrams': openTestDatabase,
  'that has none': () => openOldDatabase('0010_labels', () => Promise.resolve()),
};

const found: [string, string[]][] = [
  ['beyonce', ['Déjà Vu']],
  ['BEYONCE\u0301 jay-z', ['Déjà Vu']],
  ['dvořák', [library[1].title!]],
  ['dvorak opera', [library[1].title!]],
  ['strasse', ['Hauptstraße']],
  ['full width', ['Hauptstraße']],
  ["don't", ['Don’t Stop']],
  ["L'oeuvre", ['Don’t Stop']],
  ['ac/dc', ['Thunderstruck']],
  ['ACDC', ['Thunderstruck']],
  ['rem', ['100 % “Heroes”_']],
  ['%', ['100 % “Heroes”_']],
  ['_', ['100 % “Heroes”_']],
  ['"heroes"', ['100 % “Heroes”_']],
  ['\\', ['Back\\slash 1984']],
  ["'", ['Don’t Stop']],
];

describe.each(Object.entries(engines))('an engine %s', (_, openEngine) => {
  beforeAll(async () => {
    catalogue = await openEngine();
    await fill(catalogue);
  });
  afterAll(() => catalogue.close());

  const indexes = sql`select 1 from pg_indexes where indexname = 'files_search_key'`;
  it('is what it is said to be', async () => {
    const { rows } = await catalogue.database.execute(indexes);
    // A real server has what was installed with it.
    const extension = sql`select 1 from pg_extension where extname = 'pg_trgm'`;
    const served = await catalogue.database.execute(extension);
    const hasIndex = process.env.DATABASE_URL ? served.rows.length > 0 : openEngine === openTestDatabase;
    expect(rows).toHaveLength(hasIndex ? 1 : 0);
  });

  describe('words of a search', () => {
    it.each(found)('%s finds %j', async (text, expected) => {
      expect(await titles(text)).toEqual(expected);
    });

    it.each([
      ['a letter left out', 'bethoven'],
      ['a letter too many', 'beethovenn'],
      ['another letter', 'neethoven'],
      ['two letters changed about', 'beetohven'],
      ['an error beside marks', 'monlight'],
      ['an error in one of two words', 'sonaten beetoven'],
    ])('are forgiven %s: %s', async (_, text) => {
      expect(await titles(text)).toEqual(['Lobe Song (Moonlight)']);
    });

    it('are not forgiven two errors, errors in short words, or errors in numbers', async () => {
      for (const text of ['betoven', 'vux', '1985', 'loov%']) expect(await titles(text)).toEqual([]);
    });

    it('that occur are not taken for others', async () => {
      expect(await titles('love')).toEqual(['Love']);
      expect(await titles('lobe')).toEqual(['Lobe Song (Moonlight)']);
    });

    it('find a recording by the tags of every file, of every encoding', async () => {
      const { database } = catalogue;
      const other = { ...fileOf(1), path: '/music/copy.flac', name: null };
      const second = named('Deja Vu', ['Somebody Else'], { album: 'Greatest Hits' });
      await database.insert(files).values({ ...other, ...tagColumns(other, second) });
      expect(await titles('greatest somebody')).toEqual(['Déjà Vu']);
      await database
        .update(files)
        .set({ trackId: 8 })
        .where(sql`${files.path} = ${other.path}`);
      expect(await titles('greatest')).toEqual(['Track 2']);
      await database
        .update(tracks)
        .set({ groupId: 9 })
        .where(sql`${tracks.id} = 8`);
      expect(await titles('greatest')).toEqual(['Love']);
      await database
        .update(tracks)
        .set({ groupId: 8 })
        .where(sql`${tracks.id} = 8`);
    });
  });

  describe('a list of tracks', () => {
    it('is sorted as people sort, whatever the accents, numbers by their size', async () => {
      expect(await titles('')).toEqual([
        ...['100 % “Heroes”_', 'Back\\slash 1984', 'Déjà Vu', 'Don’t Stop', 'Hauptstraße'],
        ...['Lobe Song (Moonlight)', 'Love', library[1].title, 'Thunderstruck', 'Track 2', 'Track 10'],
      ]);
    });

    it('tells every artist, as a list and as one text', async () => {
      const page = { sort: 'title' as const, descending: false, offset: 2, limit: 1 };
      const { rows, total } = await listTracks(catalogue.database, owner, page);
      expect(total).toBe(library.length);
      expect(rows).toMatchObject([{ artists: ['Beyoncé', 'JAY-Z'], artist: 'Beyoncé, JAY-Z' }]);
    });

    it('takes genres for one that differ in case and accents', async () => {
      const genres = await libraryGenres(catalogue.database);
      expect(genres.map(({ tracks: count }) => count)).toEqual([2, 1]);
      const filter = { genre: 'OPERA' };
      const page = { sort: 'title' as const, descending: false, offset: 0, limit: 10 };
      expect((await listTracks(catalogue.database, owner, { filter, ...page })).total).toBe(2);
    });
  });
});
