import { open, rm, type FileHandle } from 'node:fs/promises';
import { broadcastWavHeader, encodePcm24 } from '@/ml/audio/broadcastWav';
import type { ProgressListener } from '../../analysis/analysisKind';
import { decodeFile } from '../../analysis/decodeFile';
import { withSoundFile } from '../../analysis/identifyFile';
import { handlerOf } from '../../analysis/serveAnalysis';
import { soundAsFarAsItGoes } from '../../analysis/soundAsFarAsItGoes';
import { AppError } from '../../base/errors';
import { mediaRateHz } from '../interchange/handedOver';
import { encodeFlac } from './encodeFlac';
import { levelled, type Levelling } from './levelled';
import { loudnessGain } from './loudnessGain';
import { measuredSection, type MeasuredSection } from './measuredSection';
import { readRights } from './readRights';
import { renderSection, type RenderedSection, type SectionQuestion } from './renderSection';
import { interleaved, type Stereo } from './sectionSound';

const bytesPerFrame = 8;
/** Samples a channel that are levelled and written at once. */
const pieceSamples = 65_536;

export const renderSectionHandler = handlerOf(renderSection, writeSection);

/** Decodes and measures a section into a file of raw samples beside the target, then writes it at its level. */
async function writeSection(
  question: SectionQuestion,
  onProgress: ProgressListener,
): Promise<RenderedSection> {
  const { file: source, plan, target, format } = question;
  const raw = await open(`${target}.raw`, 'w+');
  try {
    const measured = await withSoundFile(source, (file) =>
      measuredSection(
        () => soundAsFarAsItGoes(decodeFile(file, (fraction) => onProgress(fraction * 0.8, null))),
        plan,
        async (piece) => void (await raw.write(interleaved(piece))),
      ),
    );
    requireWhole(measured, question);
    const level = loudnessGain(measured, question.targetLufs);
    const wav = format === 'wav' ? target : `${target}.wav`;
    await writeWav(raw, { ...question, target: wav }, { measured, gainDecibels: level.gainDecibels });
    if (format === 'flac') await encodeFlac(wav, target);
    return { ...level, ...levelsAfter(measured, level.gainDecibels), ...(await readRights(source)) };
  } finally {
    await raw.close();
    await rm(`${target}.raw`, { force: true });
    await rm(`${target}.wav`, { force: true });
  }
}

/** A track may have been announced longer than it can be decoded. */
function requireWhole({ lengthSamples }: MeasuredSection, { plan, description }: SectionQuestion): void {
  const missing = plan.cueAtSample + plan.cueSamples - 1 - lengthSamples;
  if (missing > 0)
    throw new AppError(
      'unreadable',
      `${description} ends ${(missing / mediaRateHz).toFixed(2)} s before its cue: shorten the cue`,
    );
}

function levelsAfter({ lengthSamples, integratedLufs, truePeakDb }: MeasuredSection, gainDecibels: number) {
  const raised = (level: number | null) => (level === null ? null : level + gainDecibels);
  return { lengthSamples, integratedLufs: raised(integratedLufs), truePeakDb: raised(truePeakDb) };
}

async function writeWav(
  raw: FileHandle,
  question: SectionQuestion,
  { measured, gainDecibels }: { measured: MeasuredSection; gainDecibels: number },
): Promise<void> {
  const { plan, description, madeAt, target } = question;
  const output = await open(target, 'w');
  try {
    const header = broadcastWavHeader({
      ...{ sampleRateHz: mediaRateHz, channels: 2, frames: measured.lengthSamples, description },
      timeReferenceSamples: plan.timeReferenceSamples,
      originator: 'Circumplex',
      madeAt: new Date(madeAt),
    });
    await output.write(header);
    const levelling: Levelling = { ...question, gainDecibels };
    for (let at = 0; at < measured.lengthSamples; at += pieceSamples) {
      const piece = await rawPiece(raw, at, Math.min(pieceSamples, measured.lengthSamples - at));
      await output.write(encodePcm24({ channels: levelled(piece, at, levelling) }));
    }
  } finally {
    await output.close();
  }
}

/** Samples that were written by turns. */
async function rawPiece(raw: FileHandle, at: number, count: number): Promise<Stereo> {
  const bytes = new Uint8Array(count * bytesPerFrame);
  await raw.read(bytes, 0, bytes.length, at * bytesPerFrame);
  const samples = new Float32Array(bytes.buffer);
  const side = (channel: number) => Float32Array.from({ length: count }, (_, i) => samples[2 * i + channel]);
  return [side(0), side(1)];
}
