import { mkdir, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Executor } from '@/db/open';
import { simulatedStudies, studies, studyFiles } from '@/db/schema';
import { simulatedRegions } from '@/ml/simulation/simulatedRegions';
import { StudyWriter } from '../studies/import/studyWriter';
import { studyFolder } from '../studies/studyFolder';
import type { PieceSound } from './pieceSounds';
import type { StagedStudy } from './stagedStudy';

/** What the study is called. */
const title = 'Simulated study: 37 made-up listeners, three pieces';

/** Where the study goes, and whose it is. */
interface SimulatedOwner {
  dataDirectory: string;
  personId: number;
}

/**
 * Makes a staged study one of a person's, in a transaction: its rows, and its folder in its place. Returns its number.
 */
export async function saveSimulated(
  executor: Executor,
  { dataDirectory, personId }: SimulatedOwner,
  { staged, sounds }: { staged: StagedStudy; sounds: readonly PieceSound[] },
): Promise<number> {
  const [{ id: studyId }] = await executor
    .insert(studies)
    .values({ personId, title, simulated: true })
    .returning({ id: studies.id });
  const writer = new StudyWriter(executor, studyId);
  await writer.participants(staged.participants);
  await writer.targets(
    simulatedRegions.map(({ name, network, hemisphere, centre }) => ({ name, network, hemisphere, centre })),
  );
  for (const { piece } of sounds) {
    const name = `${piece.name}.wav`;
    const { size } = await stat(join(staged.folder, 'brought', name));
    const [{ id: soundFileId }] = await executor
      .insert(studyFiles)
      .values({ studyId, name, path: null, sizeBytes: size, state: 'kept' })
      .returning({ id: studyFiles.id });
    const { mood, durationSeconds } = piece;
    await writer.stimuli([{ name: piece.name, mood, durationSeconds, soundFileId }]);
  }
  await writer.series(staged.series);
  await executor.insert(simulatedStudies).values({ personId }).onConflictDoNothing();
  const folder = studyFolder(dataDirectory, studyId);
  await mkdir(dirname(folder), { recursive: true });
  await rename(staged.folder, folder);
  return studyId;
}
