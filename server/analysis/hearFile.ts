import { AppError } from '../base/errors';
import type { ProgressListener } from './analysisKind';
import { decodeFile, type OpenFile } from './decodeFile';
import { breakWarning } from './breakWarning';
import type { FileIdentity } from './fileFacts';
import { hear, type Hearing, type HearingAnswers } from './hear';
import { requireUnchanged, withSoundFile } from './identifyFile';
import { Listening } from './listening';
import type { ListenerQuestion } from './listenerKind';
import { handlerOf, type AnalysisHandler } from './serveAnalysis';
import { requireLongEnough } from './requireLongEnough';
import { soundAsFarAsItGoes } from './soundAsFarAsItGoes';
import { requireHearable } from './soundLimits';
import type { Extent, ListenerHandler } from './soundListener';

/** Answers hearings by these listeners. */
export function hearHandler(handlers: ListenerHandler[]): AnalysisHandler {
  return handlerOf(hear, (hearing, onProgress) => hearFile(hearing, handlers, onProgress));
}

/**
 * Decodes a file once, as a stream, for all listeners that are asked, in memory that does not grow with its length.
 * A listener that fails is an answer of its own, and the others hear on. A file that breaks off after the first
 * second is taken as far as it goes.
 * Throws AppError, AudioError or a system error that says why it cannot be read.
 */
export async function hearFile(
  { path, identity, listeners }: Hearing,
  handlers: ListenerHandler[],
  onProgress: ProgressListener,
): Promise<HearingAnswers> {
  return withSoundFile(path, async (file) => {
    await requireUnchanged(file, identity);
    requireHearable({ seconds: identity.announcedSeconds, samples: identity.announcedSamples });
    const audience = await assemble(listeners, handlers, identity);
    try {
      const extent = await decodeFor(audience, { file, identity, onProgress });
      await requireUnchanged(file, identity);
      return await answersOf(audience, extent, () => onProgress(1, extent.durationSeconds));
    } finally {
      for (const listening of audience) await listening.close();
    }
  });
}

async function answersOf(audience: Listening[], extent: Extent, alive: () => void): Promise<HearingAnswers> {
  const answers: HearingAnswers = {};
  for (const listening of audience) answers[listening.name] = await listening.end(extent, alive);
  return answers;
}

async function assemble(
  questions: ListenerQuestion[],
  handlers: ListenerHandler[],
  identity: FileIdentity,
): Promise<Listening[]> {
  const audience: Listening[] = [];
  for (const { name, question } of questions) {
    const handler = handlers.find((each) => each.name === name);
    if (!handler) throw new Error(`invalid listener: ${name} (nothing hears under this name)`);
    const listening = new Listening(name);
    await listening.start(() => handler.start(question, identity));
    audience.push(listening);
  }
  return audience;
}

interface Source {
  file: OpenFile;
  identity: FileIdentity;
  onProgress: ProgressListener;
}

/** Feeds every listener with the sound, to its end or until none hears any more. Says how far it got. */
async function decodeFor(
  audience: Listening[],
  { file, identity: { announcedSeconds }, onProgress }: Source,
): Promise<Extent> {
  const extent: Extent = { sampleRateHz: 0, channels: 0, durationSeconds: 0, brokeOff: null };
  let samples = 0;
  let share = 0;
  const chunks = decodeFile(file, (fraction) => (share = fraction));
  const noteBreak = (error: unknown) => (extent.brokeOff = breakWarning(extent.durationSeconds, error));
  for await (const chunk of soundAsFarAsItGoes(chunks, noteBreak)) {
    samples += chunk.channels[0].length;
    const seconds = samples / chunk.sampleRateHz;
    Object.assign(extent, {
      sampleRateHz: chunk.sampleRateHz,
      channels: chunk.channels.length,
      durationSeconds: seconds,
    });
    for (const listening of audience) await listening.push(chunk);
    if (!audience.some(({ hears }) => hears)) return extent;
    if (file.container === 'foreign' && announcedSeconds) share = seconds / announcedSeconds;
    onProgress(share, announcedSeconds ?? (share > 0 ? seconds / share : null));
  }
  if (extent.sampleRateHz === 0) throw new AppError('unreadable', 'no sound could be decoded');
  requireLongEnough(extent.durationSeconds);
  return extent;
}
