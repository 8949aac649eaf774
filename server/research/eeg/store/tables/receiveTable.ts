import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { unfinishedName } from '../../../../base/cleanUnfinished';
import { receiveBytes, type IncomingBytes } from '../../../studies/files/receiveBytes';
import type { StudyPlace } from '../../../studies/studyPlace';
import { eegBroughtFolder, eegStudyFolder } from '../eegFolders';
import { bringTracks } from './bringTracks';
import { bringTrials } from './bringTrials';

/** A table and the study that it is of. */
interface BroughtTable {
  studyId: number;
  role: 'tracks' | 'trials';
}

/**
 * Takes in an uploaded table: it is read where it arrived, and takes the place of an earlier one once it has been read.
 *
 * @returns how many tracks it has, or how many trials recordings were given
 * @throws AppError 'invalid' naming the line that cannot be used, and as `receiveBytes`
 */
export async function receiveTable(
  place: StudyPlace,
  { studyId, role }: BroughtTable,
  body: IncomingBytes,
): Promise<{ kind: 'tracks'; tracks: number } | { kind: 'trials'; trials: number }> {
  const folder = eegStudyFolder(place.dataDirectory, studyId);
  const name = `${role}.tsv`;
  const arrived = join(folder, 'incoming', unfinishedName('table'), name);
  try {
    await receiveBytes(body, { folder, path: arrived, name });
    const told =
      role === 'tracks'
        ? { kind: role, tracks: await bringTracks(place, studyId, arrived) }
        : { kind: role, trials: await bringTrials(place, studyId, arrived) };
    const kept = eegBroughtFolder(place.dataDirectory, studyId);
    await mkdir(kept, { recursive: true });
    await rename(arrived, join(kept, name));
    return told;
  } finally {
    await rm(dirname(arrived), { recursive: true, force: true });
  }
}
