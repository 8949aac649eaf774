import { z } from 'zod';
import { mayDropFrames } from '@/ml/timeCode/frameRate';

/** Media are rendered at one rate, the usual one beside pictures. */
export const mediaRateHz = 48_000;

/** Frames of a day at 240 a second, beyond which no film goes. */
const mostFrames = 86_400 * 240;
const frame = z.int().min(0).max(mostFrames);
const text = z.string().max(500);
const name = text.min(1);

const filmSchema = z
  .object({
    name,
    rate: z.object({ numerator: z.int().min(1).max(240_000), denominator: z.int().min(1).max(1001) }),
    dropFrame: z.boolean(),
    /** The time code of its first frame, as frames counted from 00:00:00:00. */
    startFrame: frame,
    lengthFrames: frame.min(1),
  })
  .refine(({ rate, dropFrame }) => !dropFrame || mayDropFrames(rate), {
    path: ['dropFrame'],
    message: 'labels are dropped at 29.97 and 59.94 only',
  });

/** A rendered file: stereo, 48 kHz. */
const mediaSchema = z.object({
  /** Below the folder that is handed over, with forward slashes: "Media/01 Dawn.wav". */
  path: name.refine((path) => isInside(path), 'a path inside the folder, such as Media/01.wav'),
  lengthSamples: z
    .int()
    .min(1)
    .max(86_400 * mediaRateHz),
  /** What its bext chunk says of its first sample: samples after midnight. */
  timeReferenceSamples: z
    .int()
    .min(0)
    .max(86_400 * mediaRateHz),
});

function isInside(path: string): boolean {
  return !/^[/\\]|^[A-Za-z]:|[\\\0]/.test(path) && path.split('/').every((part) => !/^\.{0,2}$/.test(part));
}

/** A section of a track under a cue. */
const sectionSchema = z.object({
  title: name,
  artist: text,
  album: text,
  isrc: text,
  writer: text,
  media: mediaSchema,
  /** Where in the media file the cue begins, in seconds after its first sample. */
  inSeconds: z.number().min(0).max(86_400),
  gainDecibels: z.number().min(-96).max(24),
});

const cueSchema = z
  .object({
    name,
    /** In and out (the first frame after it), counted from the first frame of the film. */
    recordIn: frame,
    recordOut: frame,
    fadeInFrames: frame,
    fadeOutFrames: frame,
    /** How the music is used, as cue sheets tell it: "background", "visual", "theme". */
    use: text,
    section: sectionSchema,
    /** Other sections for the same place; they go on muted tracks. */
    alternates: z.array(sectionSchema).max(3),
  })
  .refine((cue) => cue.recordOut > cue.recordIn, { path: ['recordOut'], message: 'after recordIn' })
  .refine((cue) => cue.fadeInFrames + cue.fadeOutFrames <= cue.recordOut - cue.recordIn, {
    path: ['fadeOutFrames'],
    message: 'both fades together no longer than the cue',
  });

const markerSchema = z.object({
  /** Counted from the first frame of the film. */
  frame,
  durationFrames: frame,
  name: text,
  note: z.string().max(5000),
  colour: text.nullable(),
});

/** What goes to an editing program: a film's frame of time, its cues in order, its markers. */
export const handedOverSchema = z.object({
  film: filmSchema,
  cues: z.array(cueSchema).max(9999),
  markers: z.array(markerSchema).max(99_999),
  /** Where the folder will lie, for formats that want whole paths: "/Volumes/Film/Music", "D:\Music"; or null. */
  folder: z
    .string()
    .max(1000)
    .refine(
      (path) => /^(\/|[A-Za-z]:[\\/])/.test(path),
      'a whole path, such as /Volumes/Film/Music or D:\\Music',
    )
    .nullable(),
});

export type HandedOver = z.infer<typeof handedOverSchema>;
export type Film = HandedOver['film'];
export type Cue = HandedOver['cues'][number];
export type Section = Cue['section'];
export type FilmMarker = HandedOver['markers'][number];
