import type { Readable } from 'node:stream';
import { readableStudy } from '../ownedStudy';
import type { StudyPlace } from '../studyPlace';
import { exportEntries } from './exportEntries';
import { zipStream } from '../../../base/zipStream';

/** A whole study of the caller's as one ZIP, and what to call it. Throws AppError 'not-found'. */
export async function exportStudy(
  place: StudyPlace,
  studyId: number,
): Promise<{ name: string; zip: Readable }> {
  const { title, simulated, createdAt } = await readableStudy(place.database, place.caller, studyId);
  const plain = title.replace(/[^\p{Letter}\p{Number} .-]/gu, '_').slice(0, 80);
  const name = `${plain}${simulated && !/simulated/i.test(title) ? ' (simulated)' : ''}.zip`;
  return { name, zip: zipStream(exportEntries(place, studyId), createdAt) };
}
