import { z } from 'zod';
import { mostStretch } from '@/ml/film/fitting/filmEdit';
import { trackFilter } from '../../catalogue/tracks/trackFilter';
import { plainText, trackId } from '../../base/inputShapes';
import { frame } from './projectShapes';

const seconds = z.number().min(0).max(86_400);

/** Pieces of a track, joined so that its curve follows the cue. */
export const cueEdit = z.object({
  pieces: z
    .array(
      z
        .object({ startSeconds: seconds, endSeconds: seconds })
        .refine((piece) => piece.startSeconds < piece.endSeconds, {
          path: ['endSeconds'],
          message: 'after startSeconds',
        }),
    )
    .min(1)
    .max(64),
  /** How many times slower the track is played, at its own pitch. */
  stretch: z
    .number()
    .min(1 - mostStretch)
    .max(1 + mostStretch)
    .optional(),
});

/** A stretch of a track, as long as its cue. */
const cueSection = z.object({
  trackId,
  /** Where in the track the cue's music begins. */
  startSeconds: seconds,
  /** Where it is joined with itself: the first piece begins at startSeconds, the last ends with the cue. */
  edit: cueEdit.optional(),
  /** Beside what the loudness target asks for; programs get it as the clip's gain. */
  gainDecibels: z.number().min(-96).max(24).default(0),
});

const hitPoint = z.object({
  /** The film's frame on which the event is to fall. */
  frame,
  event: z.enum(['beat', 'onset', 'peak']),
  /** What it counts beside the cue's other hit points. */
  weight: z.number().min(0.01).max(100).default(1),
});

/** A stretch of the film that is to have music. */
export const filmCue = z
  .object({
    id: z.string().regex(/^[\w-]{1,60}$/, 'letters, digits, - and _'),
    name: plainText(500).min(1),
    inFrame: frame,
    /** The first frame after it. */
    outFrame: frame,
    /** How far music may run ahead of the picture or behind it. */
    toleranceSeconds: z.literal([0, 0.5, 1, 2]).default(0.5),
    /** Compared as drawn, by how it moves, or by both alike. */
    mode: z.enum(['level', 'shape', 'both']).default('both'),
    filter: trackFilter.default({}),
    /** The music that was decided on; null for none yet. */
    chosen: cueSection.nullable().default(null),
    /** Other music that is kept for it. */
    alternates: z.array(cueSection).max(3).default([]),
    fadeInFrames: frame.default(0),
    fadeOutFrames: frame.default(0),
    hitPoints: z.array(hitPoint).max(5).default([]),
    /** True where a choice for all cues together leaves it as it is. */
    locked: z.boolean().default(false),
    /** As cue sheets tell it: "background", "visual", "theme". */
    use: plainText(100).default('background'),
  })
  .refine(({ inFrame, outFrame }) => inFrame < outFrame, { path: ['outFrame'], message: 'after inFrame' })
  .refine((cue) => cue.fadeInFrames + cue.fadeOutFrames <= cue.outFrame - cue.inFrame, {
    path: ['fadeOutFrames'],
    message: 'both fades together no longer than the cue',
  })
  .refine(({ locked, chosen }) => !locked || chosen !== null, {
    path: ['locked'],
    message: 'only a cue with chosen music can be locked',
  });

export type FilmCue = z.output<typeof filmCue>;
export type CueSection = z.output<typeof cueSection>;

/** All music of a cue: what was chosen, then the alternates. */
export function cueSections({ chosen, alternates }: FilmCue): CueSection[] {
  return chosen ? [chosen, ...alternates] : alternates;
}
