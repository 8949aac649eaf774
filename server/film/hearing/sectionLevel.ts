import { z } from 'zod';
import type { Database } from '@/db/open';
import { AppError } from '../../base/errors';
import { trackId } from '../../base/inputShapes';
import { withLookAgain } from '../../catalogue/import/lookAgain';
import { fileOf, soundsOf, type TrackSound } from '../handOver/soundsOf';
import { handedOverSchema } from '../interchange/handedOver';
import { cueEdit } from '../projects/filmCue';
import { loudnessTargets } from '../projects/filmProject';
import { frame } from '../projects/projectShapes';
import { loudnessGain, type LoudnessGain, type SectionLevels } from '../render/loudnessGain';
import { sectionPlan } from '../render/sectionPlan';
import { askInTurn } from './askInTurn';
import { measureSection } from './measureSection';

/** A section of a track under a stretch of a film, and how loud it is to be. */
export const sectionLevelQuestion = z
  .object({
    trackId,
    startSeconds: z.number().min(0).max(86_400),
    edit: cueEdit.optional(),
    inFrame: frame,
    outFrame: frame,
    film: z.object({
      rate: handedOverSchema.shape.film.shape.rate,
      startFrame: handedOverSchema.shape.film.shape.startFrame,
    }),
    targetLufs: z.literal(loudnessTargets).nullable(),
  })
  .refine(({ inFrame, outFrame }) => inFrame < outFrame, { path: ['outFrame'], message: 'after inFrame' });

/** How loud a section is before any gain, and its gain. */
export interface SectionLevel extends LoudnessGain {
  /** null for silence and for less than 400 ms. */
  integratedLufs: number | null;
}

/** Measures that are remembered, by sound and section. */
const mostRemembered = 2000;
const remembered = new Map<string, SectionLevels>();

/**
 * The gain with which a section is handed over, with its handles, so that what is heard is as loud.
 *
 * @throws AppError 'not-found' where the track has no file on disk, 'invalid' where it ends before its cue, and as
 *   askInTurn does
 */
export async function sectionLevel(
  { database, signal }: { database: Database; signal?: AbortSignal },
  question: z.output<typeof sectionLevelQuestion>,
): Promise<SectionLevel> {
  const { trackId: track, targetLufs } = question;
  const sound = (await soundsOf(database, [track])).get(track);
  if (!sound) throw new AppError('not-found', `invalid trackId: ${track} (no file of it is on disk)`);
  const levels = await withLookAgain(database, sound.path, () => levelsOf(sound, question, signal));
  return { integratedLufs: levels.integratedLufs, ...loudnessGain(levels, targetLufs) };
}

async function levelsOf(
  sound: TrackSound,
  { film, inFrame, outFrame, startSeconds, edit }: z.output<typeof sectionLevelQuestion>,
  signal?: AbortSignal,
): Promise<SectionLevels> {
  const cue = { name: sound.title, inFrame, outFrame };
  const plan = sectionPlan({
    film,
    cue,
    startSeconds,
    edit,
    trackSeconds: sound.durationSeconds,
    withHandles: true,
  });
  const key = JSON.stringify([sound.payloadHash, plan]);
  const known = remembered.get(key);
  if (known) return known;
  const measured = await askInTurn(measureSection, { file: fileOf(sound), plan }, signal);
  remembered.set(key, measured);
  const [oldest] = remembered.keys();
  if (remembered.size > mostRemembered) remembered.delete(oldest);
  return measured;
}
