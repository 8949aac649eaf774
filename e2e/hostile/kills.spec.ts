import { expect, test } from '@playwright/test';
import { correcting } from '../kills/correcting';
import { firstStart } from '../kills/firstStart';
import { importing } from '../kills/importing';
import { killOften } from '../kills/killedWork';
import { searching } from '../kills/searching';
import { uploading } from '../kills/uploading';

/*
 * The server is killed in the middle of its work, once in each kind of it; the long form is the bench `kills`. Killed
 * backups and restorations are in server/catalogue/backup.
 */

const all = [importing(), correcting(), searching(), uploading(), firstStart({ pieces: 0, killsAStart: 1 })];

for (const work of all)
  test(`a kill loses, doubles and breaks nothing: ${work.name}`, async () => {
    test.setTimeout(180_000);
    expect(await killOften(work, { kills: 1, seed: 1 })).toMatchObject({ withWorkInHand: 1, complaints: [] });
  });
