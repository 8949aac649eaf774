import { type EmotionCurve, type EmotionPoint } from './emotionCurve';
import { type EmotionProfile, type EmotionProfiler } from './emotionModel';
import { type EmbeddedHalfSeconds, type EmbeddingNetwork, embeddingSize } from './embeddingNetwork';
import { type FrameChunk, FrameChunks } from './frameChunks';
import { type ModelDefinition } from './modelDefinition';
import { Movement } from './movement';
import { WeightedMoments } from './weightedMoments';
import frontEnd from '../audio/frontEnd.json';

const { melBands, hopSamples, sampleRateHz } = frontEnd;

/** Half seconds of digital silence count this much, so that a silent track has a profile too. */
const leastPresence = 1e-6;

/** A last half second that is less than half there has no sample of its own. */
const leastShare = 0.5;

/** What the point is read from: means and standard deviations of the embedding over the track, [400]. */
export type AnswerPoint = (statistics: Float32Array) => Promise<EmotionPoint>;

/**
 * Profiles a track from its log-mel frames as they come: every half second is embedded; the point is read from the
 * embeddings' mean and spread, silent half seconds counting little; the curve is the point plus the movement, times the
 * model's movement factor.
 */
export class NetworkProfiler implements EmotionProfiler {
  private readonly chunks = new FrameChunks();
  private readonly moments = new WeightedMoments(embeddingSize);
  private readonly movement: Movement;
  private frames = 0;
  private halfSeconds = 0;

  constructor(
    private readonly definition: ModelDefinition,
    private readonly network: EmbeddingNetwork,
    private readonly answerPoint: AnswerPoint,
  ) {
    this.movement = new Movement(definition.movement.windows);
  }

  async push(melFrames: Float32Array): Promise<void> {
    this.frames += melFrames.length / melBands;
    for (const chunk of this.chunks.push(melFrames)) await this.hear(chunk);
  }

  async finish(): Promise<EmotionProfile> {
    if (this.frames === 0) throw new RangeError('invalid frames: 0 (a track has at least one)');
    const wanted = halfSecondsOf(this.frames);
    const last = this.chunks.finish();
    if (last && wanted > this.halfSeconds) {
      await this.hear({ ...last, keep: Math.min(last.keep, wanted - this.halfSeconds) });
    }
    const statistics = new Float32Array(2 * embeddingSize);
    this.moments.write(statistics, 0);
    const point = await this.answerPoint(statistics);
    return {
      modelVersion: this.definition.version,
      embedding: statistics.slice(0, embeddingSize),
      point,
      curve: curveOf(point, this.movement.finish(), this.definition),
    };
  }

  private async hear(chunk: FrameChunk): Promise<void> {
    const heard: EmbeddedHalfSeconds = await this.network.embed(chunk);
    this.movement.push(heard.embedding);
    heard.presence.forEach((presence, i) => {
      this.moments.add(heard.embedding, i * embeddingSize, Math.max(presence, leastPresence));
    });
    this.halfSeconds += chunk.keep;
  }
}

/** Half seconds of a track of so many frames, at least 1. */
function halfSecondsOf(frames: number): number {
  const halfSeconds = (2 * frames * hopSamples) / sampleRateHz;
  const whole = Math.floor(halfSeconds);
  return Math.max(1, halfSeconds - whole < leastShare ? whole : whole + 1);
}

function curveOf(
  point: EmotionPoint,
  moved: { valence: Float64Array; arousal: Float64Array },
  { movement: { factor, deviation } }: ModelDefinition,
): EmotionCurve {
  const about = (centre: number, times: number, movement: Float64Array): Float32Array =>
    Float32Array.from(movement, (value) => Math.min(1, Math.max(-1, centre + times * value)));
  const spread = (ofPoint: number, ofMovement: number): Float32Array =>
    new Float32Array(moved.valence.length).fill(Math.min(1, Math.hypot(ofPoint, ofMovement)));
  return {
    valence: about(point.valence, factor.valence, moved.valence),
    arousal: about(point.arousal, factor.arousal, moved.arousal),
    valenceDeviation: spread(point.valenceDeviation, factor.valence * deviation.valence),
    arousalDeviation: spread(point.arousalDeviation, factor.arousal * deviation.arousal),
  };
}
