import type { Database } from '@/db/open';
import { cueOf } from '@/ml/film/cue';
import { cueQuestion } from '@/ml/film/cueQuestion';
import { askProcess } from '../../analysis/askProcess';
import type { Caller } from '../../access/caller';
import { AppError } from '../../base/errors';
import { withLookAgain } from '../../catalogue/import/lookAgain';
import { namedCurve } from '../../catalogue/tracks/curveDocuments';
import { fileOf, soundsOf } from '../handOver/soundsOf';
import { openProject } from '../projects/store/openProject';
import { fitEdit, type FitAnswer, type FitQuestion } from './fitEdit';

/** Which track is to be fitted to which cue. */
interface FitWish {
  projectId: number;
  cueId: string;
  trackId: number;
  /** Whether it may be played up to 3 % slower or faster, so that it ends with a bar. */
  mayStretch: boolean;
  signal?: AbortSignal;
}

/**
 * An edit of a track, as long as a cue of the caller's project, that follows the film's curve at least 10 % better than
 * the best uncut stretch; or why there is none. Takes some seconds a minute of music.
 *
 * @throws AppError 'not-found' for a project, cue or track that is not there; 'invalid' where no curve is drawn or nothing
 *   of the cue counts; of the kind that says why the track cannot be read
 */
export async function fitLength(
  place: { database: Database; caller: Caller },
  { projectId, cueId, trackId, mayStretch, signal }: FitWish,
): Promise<FitAnswer> {
  const { document } = await openProject(place, projectId);
  const cue = document.cues.find(({ id }) => id === cueId);
  if (!cue) throw new AppError('not-found', `invalid cueId: ${cueId} (the project has no such cue)`);
  const sound = (await soundsOf(place.database, [trackId])).get(trackId);
  if (!sound) throw new AppError('not-found', `invalid trackId: ${trackId} (no file of it is on disk)`);
  const { curve } = await namedCurve(place.database, trackId);
  const { valence, arousal } = curve;
  const question = {
    file: fileOf(sound),
    curve: { valence, arousal },
    cue: askedOf(document, cue),
    mayStretch,
  };
  const { database } = place;
  return withLookAgain(database, sound.path, () => askProcess(fitEdit, question, { what: 'track', signal }));
}

function askedOf(
  document: Parameters<typeof cueQuestion>[0],
  cue: Parameters<typeof cueQuestion>[1],
): FitQuestion['cue'] {
  try {
    const question = cueQuestion(document, cue);
    // Where nothing counts, it is refused here.
    cueOf(question);
    return question;
  } catch (error) {
    if (error instanceof RangeError) throw new AppError('invalid', error.message);
    throw error;
  }
}
