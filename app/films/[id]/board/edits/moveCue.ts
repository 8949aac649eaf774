import { secondsOf } from '@/ml/timeCode/gridSeconds';
import type { CueSection, FilmCue, FilmProject } from '@/app/ui/film/filmProject';

/** From a frame to the first after it. */
export interface FrameRange {
  inFrame: number;
  outFrame: number;
}

/** The stretch that a cue has to itself: up to the cues beside it and the ends of the film. */
export function roomOf({ cues, film }: FilmProject, cue: FilmCue): FrameRange {
  const others = cues.filter(({ id }) => id !== cue.id);
  const before = others.filter(({ outFrame }) => outFrame <= cue.inFrame).map(({ outFrame }) => outFrame);
  const after = others.filter(({ inFrame }) => inFrame >= cue.outFrame).map(({ inFrame }) => inFrame);
  return { inFrame: Math.max(0, ...before), outFrame: Math.min(film.lengthFrames, ...after) };
}

/** A cue moved as a whole, as far as there is room; its music and its hit points go with it. */
export function shiftedCue(cue: FilmCue, inFrame: number, room: FrameRange): FilmCue {
  const length = cue.outFrame - cue.inFrame;
  const held = Math.min(room.outFrame - length, Math.max(room.inFrame, inFrame));
  const by = held - cue.inFrame;
  const hitPoints = cue.hitPoints.map((hit) => ({ ...hit, frame: hit.frame + by }));
  return { ...cue, inFrame: held, outFrame: held + length, hitPoints };
}

/**
 * A cue with one of its edges moved. Its music stays with the picture: an earlier beginning brings in more of the track,
 * as far as there is any. Fades become no longer than the cue, and hit points outside of it go.
 */
export function trimmedCue(
  cue: FilmCue,
  { edge, frame }: { edge: 'in' | 'out'; frame: number },
  { room, rate }: { room: FrameRange; rate: FilmProject['film']['rate'] },
): FilmCue {
  const inFrame = edge === 'in' ? Math.min(cue.outFrame - 1, Math.max(room.inFrame, frame)) : cue.inFrame;
  const outFrame = edge === 'out' ? Math.max(cue.inFrame + 1, Math.min(room.outFrame, frame)) : cue.outFrame;
  const later = secondsOf(inFrame - cue.inFrame, rate);
  const moved = (section: CueSection): CueSection => ({
    ...section,
    startSeconds: Math.max(0, section.startSeconds + later),
  });
  const fadeInFrames = Math.min(cue.fadeInFrames, outFrame - inFrame);
  return {
    ...{ ...cue, inFrame, outFrame, fadeInFrames },
    fadeOutFrames: Math.min(cue.fadeOutFrames, outFrame - inFrame - fadeInFrames),
    hitPoints: cue.hitPoints.filter(({ frame: hit }) => inFrame <= hit && hit < outFrame),
    chosen: cue.chosen && moved(cue.chosen),
    alternates: cue.alternates.map(moved),
  };
}
