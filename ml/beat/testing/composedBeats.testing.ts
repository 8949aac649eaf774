import { monoMix } from '../../audio/filter/monoMix';
import { Resampler } from '../../audio/filter/resampler';
import { joinedSamples } from '../../audio/joinedSamples';
import type { PcmChunk } from '../../audio/pcm';
import { composePiece } from '../../composer/composePiece';
import type { DemoPiece } from '../../composer/demoPieces';
import { planPiece } from '../../composer/piecePlan';
import { renderScore } from '../../composer/renderScore';

/** A composed piece with the beats that its composer meant, in seconds. */
export interface ComposedBeats {
  metre: '4/4' | '3/4' | '6/8';
  beats: number[];
  downbeats: number[];
}

/** Of six eighths, the beats are the dotted quarters. */
export function composedBeats(piece: DemoPiece): ComposedBeats {
  const { ensemble, timeline } = planPiece(piece);
  const { beatsPerBar, name } = ensemble.metre;
  const downbeats = timeline.bars.map(({ startSeconds }) => startSeconds);
  const beats = timeline.bars.flatMap(({ index }) =>
    Array.from({ length: beatsPerBar }, (_, beat) => timeline.secondsAt(index + beat / beatsPerBar)),
  );
  return { metre: name, beats, downbeats };
}

export function composedSound(piece: DemoPiece): Float32Array {
  return mono16k(renderScore(composePiece(piece)));
}

export function mono16k({ channels, sampleRateHz }: PcmChunk): Float32Array {
  const resampler = new Resampler(sampleRateHz);
  return joinedSamples([resampler.push(monoMix(channels)).slice(), resampler.flush()]);
}
