import type { Executor } from '@/db/open';
import { secondsOf } from '@/ml/timeCode/gridSeconds';
import { AppError } from '../../base/errors';
import { fileNameOf } from '../interchange/write/writtenFile';
import { cueSections, type CueSection, type FilmCue } from '../projects/filmCue';
import type { FilmProject } from '../projects/filmProject';
import type { MediaQuestion } from '../render/renderedMedia';
import { sectionPlan } from '../render/sectionPlan';
import type { HandOverWish } from './handOverWish';
import { fileOf, soundsOf, type TrackSound } from './soundsOf';

/** A section that is to be rendered for a cue. */
export interface PlannedMedia {
  cue: FilmCue;
  section: CueSection;
  sound: TrackSound;
  isAlternate: boolean;
  /** Below the folder that is handed over: "Media/01 Dawn - Title.wav". */
  mediaPath: string;
  question: MediaQuestion;
}

/**
 * Every section that a project hands over, in the order of its cues; a cue without chosen music has none.
 *
 * @throws AppError 'not-found' where a track has no file on disk, 'invalid' where it ends before its cue
 */
export async function planHandOver(
  executor: Executor,
  project: FilmProject,
  wish: HandOverWish,
): Promise<PlannedMedia[]> {
  const cues = project.cues.filter(({ chosen }) => chosen).toSorted((a, b) => a.inFrame - b.inFrame);
  const sections = cues.flatMap((cue, place) =>
    cueSections(cue)
      .slice(0, wish.alternates ? undefined : 1)
      .map((section, rank) => ({ cue, section, number: numberOf(place, rank), isAlternate: rank > 0 })),
  );
  const trackIds = [...new Set(sections.map(({ section }) => section.trackId))];
  const sounds = await soundsOf(executor, trackIds);
  return sections.map(({ number, ...part }) => {
    const sound = sounds.get(part.section.trackId);
    if (!sound)
      throw new AppError(
        'not-found',
        `invalid trackId: ${part.section.trackId} (no file of it is on disk, and the cue "${part.cue.name}" needs it)`,
      );
    const mediaPath = `Media/${fileNameOf(`${number} ${part.cue.name} - ${sound.title}`, `.${wish.audio}`)}`;
    return { ...part, sound, mediaPath, question: mediaQuestion(project, { ...part, sound }, wish) };
  });
}

/** "01" for the first cue's music, "01b" for its first alternate: file names that are never the same. */
function numberOf(place: number, rank: number): string {
  return `${String(place + 1).padStart(2, '0')}${rank > 0 ? 'abcd'[rank] : ''}`;
}

function mediaQuestion(
  { film, loudnessTargetLufs }: FilmProject,
  { cue, section, sound }: Pick<PlannedMedia, 'cue' | 'section' | 'sound'>,
  { audio, burnFades }: HandOverWish,
): MediaQuestion {
  const fadeSeconds = (frames: number) => (burnFades ? secondsOf(frames, film.rate) : 0);
  return {
    file: fileOf(sound),
    payloadHash: sound.payloadHash,
    plan: sectionPlan({
      ...{ film, cue, startSeconds: section.startSeconds, edit: section.edit },
      trackSeconds: sound.durationSeconds,
      withHandles: !burnFades,
    }),
    targetLufs: loudnessTargetLufs,
    fadeInSeconds: fadeSeconds(cue.fadeInFrames),
    fadeOutSeconds: fadeSeconds(cue.fadeOutFrames),
    format: audio,
    description: `${cue.name}: ${sound.title}`,
  };
}
