import { z } from 'zod';
import { secondsOf } from '@/ml/timeCode/gridSeconds';
import { mostImportance, mostStretches } from '@/ml/film/importanceStretch';
import { keyPoint, plainText, trackId } from '../../base/inputShapes';
import { mostPoints } from '../../retrieval/trajectoryQuery';
import { handedOverSchema } from '../interchange/handedOver';
import { filmCue } from './filmCue';
import { projectFaults } from './projectFaults';
import { frame } from './projectShapes';

/** The first and the last MiB of a film's file, hashed one after the other: by it another cut is told. */
const filmFile = z.object({
  sizeBytes: z.int().min(1),
  /** SHA-256 in hexadecimal. */
  edgesHash: z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 hash in hexadecimal'),
});

/** A film's frames of time, and its file; `file` is null where the work goes by length alone. */
const film = handedOverSchema.shape.film.safeExtend({
  name: plainText(500).min(1),
  file: filmFile.nullable().default(null),
});

const marker = handedOverSchema.shape.markers.element.extend({
  name: plainText(500),
  note: plainText(5000).default(''),
  durationFrames: frame.default(0),
  colour: plainText(40).nullable().default(null),
});

/** What a stretch of the film counts, in seconds after its first frame; a later one rules over an earlier one. */
const importance = z
  .object({
    start: z.number().min(0).max(86_400),
    end: z.number().min(0).max(86_400),
    weight: z.number().min(0).max(mostImportance),
  })
  .refine(({ start, end }) => start < end, { path: ['end'], message: 'after start' });

/** A track that cues name, so that another library knows it by its sound. */
const knownTrack = z.object({
  trackId,
  payloadHash: z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 hash in hexadecimal'),
  title: plainText(500),
  artist: plainText(500).nullable(),
});

/** How loud the music of a cue is to be, in LUFS; null leaves it as it is. */
export const loudnessTargets = [-23, -16, -14] as const;

/**
 * An editor's work on one film, as it is kept, sent and written to a file. Frames count from the film's first, seconds
 * begin with it. What is left out of lists is empty.
 */
export const filmProject = z
  .object({
    format: z.literal('circumplex-film-1', 'a project of this program, version 1'),
    name: plainText(500).refine((name) => name.trim() !== '', 'what the project is called'),
    film,
    markers: z.array(marker).max(20_000).default([]),
    /** The first frame of each shot but the first, ascending. */
    cuts: z.array(frame.min(1)).max(50_000).default([]),
    /** The drawn emotion; straight lines between key points, level before the first and after the last. */
    curve: z.array(keyPoint).max(mostPoints).default([]),
    importance: z.array(importance).max(mostStretches).default([]),
    cues: z.array(filmCue).max(999).default([]),
    loudnessTargetLufs: z.literal(loudnessTargets).nullable().default(null),
    /** Where what is handed over will lie, for programs that want whole paths; null where nobody said. */
    folder: handedOverSchema.shape.folder.default(null),
    /** Filled in where a project is written to a file; not kept otherwise. */
    tracks: z.array(knownTrack).max(4000).default([]),
  })
  .superRefine((project, context) => {
    const lengthSeconds = secondsOf(project.film.lengthFrames, project.film.rate);
    for (const { path, message } of projectFaults(project, lengthSeconds))
      context.addIssue({ code: 'custom', path, message });
  });

/** A project that filmProject let in. */
export type FilmProject = z.output<typeof filmProject>;
/** A project as it may be given: what is left out is empty. */
export type FilmProjectInput = z.input<typeof filmProject>;
