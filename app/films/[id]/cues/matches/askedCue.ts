import { cueImportance, type CueQuestion } from '@/ml/film/cue';
import { cueQuestion } from '@/ml/film/cueQuestion';
import type { FilmCue, FilmProject } from '@/app/ui/film/filmProject';
import { isTooLong, longestCueSeconds } from '../settings/cuePlaces';

/** What a search is asked for a cue, or why it cannot be asked, in plain words. */
export type AskedCue = { question: CueQuestion } | { refusal: string };

/** The question that a cue is. */
export function askedCue(
  project: Pick<FilmProject, 'film' | 'curve' | 'importance'>,
  cue: Pick<FilmCue, 'inFrame' | 'outFrame' | 'toleranceSeconds' | 'mode'>,
): AskedCue {
  if (project.curve.length === 0)
    return { refusal: 'Draw how the film’s emotion is to move: then I look for music that moves so.' };
  if (isTooLong(project, cue))
    return {
      refusal: `The cue is longer than ${longestCueSeconds / 60} minutes, more than I can search for at once. Cut it into several.`,
    };
  const question = cueQuestion(project, cue);
  if (cueImportance(question).every((weight) => weight === 0))
    return {
      refusal: 'Everything in this cue counts 0. Let something count more, or there is nothing to fit.',
    };
  return { question };
}
