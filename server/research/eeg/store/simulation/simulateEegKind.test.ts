import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoPieces } from '@/ml/composer/demoPieces';
import { intendedCurves, tracks } from '@/db/schema';
import { trackOf } from '@/db/testing/catalogue.testing';
import { ownFolder } from '../../../../base/dataFolders';
import type { TestLibrary } from '../../../../catalogue/testing/library.testing';
import type { StudyPlace } from '../../../studies/studyPlace';
import { eegStudyDetail } from '../studies/eegStudyDetail';
import { listEegStudies } from '../studies/listEegStudies';
import { removeEegStudy } from '../studies/removeEegStudy';
import { openTestEeg } from '../testing/eegStore.testing';
import { beginEeg } from './beginEeg';

let library: TestLibrary;
let place: StudyPlace;
beforeAll(async () => {
  ({ library, place } = await openTestEeg());
});
afterAll(() => library.close());

it('is made and measured at the first visit, says that it is simulated, and once removed stays so', async () => {
  expect((await beginEeg(place)).batchId).not.toBeNull();
  expect((await beginEeg(place)).batchId).toBeNull();
  await library.work();
  const [study] = await listEegStudies(place.database, place.caller);
  expect(study).toMatchObject({ simulated: true, participants: 2, measured: 2, tracks: 2, trials: 4 });
  expect(study.title).toContain('Simulated');
  const { recordings, tracks: heard } = await eegStudyDetail(place.database, place.caller, study.id);
  expect(recordings.map(({ windows }) => windows!.left > 0)).toEqual([true, true]);
  expect(heard.every(({ valence, arousal }) => valence !== null && arousal !== null)).toBe(true);
  expect(readdirSync(ownFolder(place.dataDirectory, 'eeg'))).toEqual([String(study.id)]);

  // The demo music that comes into the catalogue later is found at the next visit.
  const { slug, moving, keyPoints } = demoPieces.find((piece) => piece.slug === heard[0].name)!;
  const [{ id: trackId }] = await place.database.insert(tracks).values(trackOf(1)).returning();
  await place.database.insert(intendedCurves).values({ trackId, slug, moving, keyPoints });
  await beginEeg(place);
  const again = await eegStudyDetail(place.database, place.caller, study.id);
  expect(again.tracks.map((track) => track.trackId)).toEqual([trackId, null]);

  await removeEegStudy(place, study.id);
  expect((await beginEeg(place)).batchId).toBeNull();
}, 120_000);
