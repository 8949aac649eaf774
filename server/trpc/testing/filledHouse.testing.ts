import { copyFileSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { packageRoot } from '@/db/packageRoot';
import * as schema from '@/db/schema';
import { owner } from '../../access/caller';
import { invite } from '../../access/invitations';
import { beginSession } from '../../access/sessions';
import { timesOf } from '../../base/importedFile';
import { projectOf } from '../../film/projects/testing/filmProject.testing';
import { fillEeg } from './filledEeg.testing';
import { fillStudy } from './filledStudy.testing';
import { openTestHouse, type TestHouse } from './house.testing';

/** Somebody else, with a session, who is an owner, too. */
export const another = { personId: 7, role: 'owner' } as const;

/** A film of one cue with music, a marker and a cut: every part that a project can have. */
export const wholeProject = projectOf({
  cues: [
    {
      ...{ id: 'c1', name: 'dawn', inFrame: 240, outFrame: 241, filter: { text: 'a' } },
      chosen: { trackId: 1, startSeconds: 0.1, gainDecibels: 0 },
    },
  ],
  markers: [{ frame: 1, name: 'one', note: '' }],
  cuts: [5],
  curve: [{ t: 0, valence: 0.5, arousal: -0.5 }],
  importance: [{ start: 0, end: 1, weight: 2 }],
});

/**
 * A house of which everything is the first person's and has the number 1: a track whose file is there (of three), a
 * study with a piece, a recording, brought files (a sound, a table, a ZIP) and an analysis that is done, a study of EEG
 * with a measured recording and a trained model, a film's project, and another person (7) with a session.
 */
export async function openFilledHouse(): Promise<TestHouse> {
  const house = await openTestHouse(3);
  mkdirSync(house.library.dataDirectory, { recursive: true });
  await giveSound(house);
  await house.ask.film.projects.create({ document: wholeProject });
  await fillStudy(house);
  await fillEeg(house);
  await fillPeople(house);
  return house;
}

async function giveSound({ library: { database, folder } }: TestHouse): Promise<void> {
  const path = join(folder, 'tone.mp3');
  copyFileSync(join(packageRoot(), 'ml/audio/fixtures/tone.mp3'), path);
  const times = timesOf(statSync(path, { bigint: true }));
  await database
    .update(schema.files)
    .set({ path, ...times, missingSince: null })
    .where(eq(schema.files.trackId, 1));
}

async function fillPeople({ library: { database } }: TestHouse): Promise<void> {
  await database.insert(schema.people).values({ id: another.personId, name: 'Ben', role: another.role });
  for (const { personId } of [owner, another])
    await beginSession(database, { personId, address: '::1', browser: 'Firefox' });
  await invite(database, another);
}
