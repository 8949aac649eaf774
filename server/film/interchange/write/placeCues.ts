import { exactSecondsOf, nearestFrame } from '@/ml/timeCode/gridSeconds';
import { add, compare, rational } from '@/ml/timeCode/rational';
import { AppError } from '../../../base/errors';
import { mediaRateHz, type Cue, type Film, type HandedOver, type Section } from '../handedOver';

/** A section on a track of the timeline, in frames of the film. */
export interface PlacedSection extends Section {
  cue: Cue;
  /** In and out (the first frame after it), counted from the first frame of the film. */
  recordIn: number;
  recordOut: number;
  /** The first frame of the media file that is heard, counted from the file's first sample. */
  sourceIn: number;
}

/** A stereo track; alternates lie on muted ones. */
export interface MusicTrack {
  name: string;
  isMuted: boolean;
  sections: PlacedSection[];
}

/**
 * Lays cues on tracks: what was chosen on the first, alternates on muted ones below. Without a cue there is no track.
 *
 * @throws AppError 'invalid' where cues overlap or go beyond the film, or a track is shorter than its cue
 */
export function placeCues({ film, cues }: HandedOver): MusicTrack[] {
  const sorted = cues.toSorted((a, b) => a.recordIn - b.recordIn);
  for (const [index, cue] of sorted.entries()) {
    if (index > 0 && cue.recordIn < sorted[index - 1].recordOut) {
      throw refused(cue, `it begins before "${sorted[index - 1].name}" ends: move one of them`);
    }
    if (cue.recordOut > film.lengthFrames) throw refused(cue, 'it goes beyond the film: shorten it');
  }
  const most = sorted.reduce((count, { alternates }) => Math.max(count, 1 + alternates.length), 0);
  return Array.from({ length: most }, (_, place) => ({
    name: place === 0 ? 'Music' : `Alternates ${place}`,
    isMuted: place > 0,
    sections: sorted.flatMap((cue) => {
      const section = place === 0 ? cue.section : cue.alternates.at(place - 1);
      return section ? [placed(film, cue, section)] : [];
    }),
  }));
}

function placed(film: Film, cue: Cue, section: Section): PlacedSection {
  const sourceIn = nearestFrame(section.inSeconds, film.rate);
  const end = exactSecondsOf(sourceIn + cue.recordOut - cue.recordIn, film.rate);
  // Frames and samples share no grid: a file of exactly this length may lack a part of its last sample.
  const heard = rational(section.media.lengthSamples + 1, mediaRateHz);
  if (compare(end, heard) > 0) {
    const missing =
      Number(end.numerator) / Number(end.denominator) - section.media.lengthSamples / mediaRateHz;
    throw refused(
      cue,
      `"${section.title}" ends ${missing.toFixed(2)} s before it: shorten the cue, or fit the length of the track`,
    );
  }
  return { ...section, cue, recordIn: cue.recordIn, recordOut: cue.recordOut, sourceIn };
}

function refused(cue: Cue, reason: string): AppError {
  return new AppError('invalid', `invalid cue: ${cue.name} (${reason})`);
}

/** When a media file begins, as its bext chunk says, in frames of the film's rate after midnight. */
export function referenceFrame(film: Film, { media }: Section): number {
  return nearestFrame(media.timeReferenceSamples / mediaRateHz, film.rate);
}

/** Whole frames in a media file; one more where less than a sample lacks. */
export function mediaFrames(film: Film, { media }: Section): number {
  const { numerator, denominator } = film.rate;
  const length = add(rational(media.lengthSamples, mediaRateHz), rational(1, mediaRateHz));
  return Number((length.numerator * BigInt(numerator)) / (length.denominator * BigInt(denominator)));
}
