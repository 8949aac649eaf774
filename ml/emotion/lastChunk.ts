import { type FrameChunk, type FrameChunks } from './frameChunks';
import frontEnd from '../audio/measure/frontEnd.json';

const { hopSamples, sampleRateHz } = frontEnd;

/** A last half second that is less than half there has no sample of its own. */
const leastShare = 0.5;

/**
 * The last chunk of a track of so many frames, of which so many half seconds have been heard: without half seconds beyond
 * its end. None where nothing is left.
 *
 * @throws RangeError for a track without frames
 */
export function lastChunk(
  chunks: FrameChunks,
  { frames, heard }: { frames: number; heard: number },
): FrameChunk | undefined {
  if (frames === 0) throw new RangeError('invalid frames: 0 (a track has at least one)');
  const wanted = halfSecondsOf(frames);
  const last = chunks.finish();
  return last && wanted > heard ? { ...last, keep: Math.min(last.keep, wanted - heard) } : undefined;
}

/** Half seconds of a track of so many frames, at least 1. */
function halfSecondsOf(frames: number): number {
  const halfSeconds = (2 * frames * hopSamples) / sampleRateHz;
  const whole = Math.floor(halfSeconds);
  return Math.max(1, halfSeconds - whole < leastShare ? whole : whole + 1);
}
