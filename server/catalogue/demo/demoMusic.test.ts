import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPieces } from '@/ml/composer/demoPieces';
import { demoPieces as madePieces, intendedCurves } from '@/db/schema';
import { ensureDemoMusic } from './demoMusic';
import { removeTracks } from '../tracks/removeTracks';
import { openTestLibrary, type TestLibrary } from '../testing/library.testing';

const [piece] = demoPieces;
let library: TestLibrary;

/** Only the first piece is left to make: all of them would take minutes. */
beforeAll(async () => {
  library = await openTestLibrary();
  await library.database.insert(madePieces).values(demoPieces.slice(1).map(({ slug }) => ({ slug })));
});
afterAll(() => library.close());

function ensure(): Promise<number> {
  const { database, dataDirectory } = library;
  return ensureDemoMusic({
    database,
    dataDirectory,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
}

describe('the demo music', () => {
  it('is made, analysed, named and kept with what its composer meant', async () => {
    expect(await ensure()).toBe(1);
    await library.work();
    const { tracks, files } = await library.rows();
    expect(tracks).toMatchObject([{ title: piece.title, artists: ['Circumplex'], sampleRateHz: 32_000 }]);
    expect(tracks[0].durationSeconds).toBeCloseTo(piece.durationSeconds, 3);
    expect(files).toMatchObject([
      { origin: 'demo', path: join(library.dataDirectory, 'demo', `${piece.slug}.wav`) },
    ]);
    const curves = await library.database.select().from(intendedCurves);
    expect(curves).toEqual([
      { trackId: tracks[0].id, slug: piece.slug, moving: piece.moving, keyPoints: piece.keyPoints },
    ]);
  });

  it('stays as the person left it', async () => {
    const { database, dataDirectory } = library;
    const { tracks, files } = await library.rows();
    await removeTracks({ database, dataDirectory }, [tracks[0].id]);
    expect(existsSync(files[0].path)).toBe(false);
    expect(await ensure()).toBe(0);
    expect((await library.rows()).tracks).toEqual([]);
  });
});
