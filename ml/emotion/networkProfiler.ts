import { type EstimatedCurve } from '../affect/emotionCurve';
import { type EstimatedPoint } from '../affect/emotionPoint';
import { type Matrix, zeros } from '../matrix/matrix';
import { WeightedMean } from '../matrix/weightedMean';
import { type EmotionProfile, type EmotionProfiler } from './emotionProfile';
import { type EmbeddedHalfSeconds, type EmbeddingNetwork, embeddingSize } from './embeddingNetwork';
import { embeddingPart, featureSize, harmonyPart } from './featureRows';
import { type FrameChunk, FrameChunks } from './frameChunks';
import { lastChunk } from './lastChunk';
import { easedEnds } from './easedEnds';
import { HalfSecondLevels } from './halfSecondLevels';
import { harmonyOf, harmonySize } from './harmony';
import { type ModelDefinition } from './modelDefinition';
import { Movement } from './movement';
import { curveAbout } from './softBorder';
import frontEnd from '../audio/measure/frontEnd.json';
import { pitchClassCount } from '../audio/measure/pitchClasses';

const { melBands } = frontEnd;

/** Half seconds of digital silence count this much, so that a silent track has a profile too. */
const leastPresence = 1e-6;

/** What the point is read from: means of the embedding and the harmony over the track, [216]. */
type AnswerPoint = (features: Float32Array) => Promise<EstimatedPoint>;

/** What a profiler works with. */
interface ProfilerParts {
  network: EmbeddingNetwork;
  answerPoint: AnswerPoint;
  /** Told the embedding of the next half seconds, [n, 200], as they are heard. */
  onEmbedded?: (embedding: Matrix) => void;
}

/**
 * Profiles a track from its log-mel frames as they come: every half second is embedded and, at the end, its
 * harmony told from the pitch classes; the point is read from the means of both, silent half seconds counting little; the
 * curve is the movement, times the model's movement factor and its quiet ends eased, about the point, which stays its mean.
 */
export class NetworkProfiler implements EmotionProfiler {
  private readonly chunks = new FrameChunks();
  private readonly embedding = new WeightedMean(embeddingSize);
  private readonly movement: Movement;
  private readonly levels = new HalfSecondLevels();
  /** What every half second weighs. */
  private readonly weights: number[] = [];
  private frames = 0;

  constructor(
    private readonly definition: ModelDefinition,
    private readonly parts: ProfilerParts,
  ) {
    this.movement = new Movement(definition.movement.windows, embeddingPart);
  }

  async push(melFrames: Float32Array): Promise<void> {
    this.frames += melFrames.length / melBands;
    this.levels.push(melFrames);
    for (const chunk of this.chunks.push(melFrames)) await this.hear(chunk);
  }

  async finish(pitchClasses: Float32Array): Promise<EmotionProfile> {
    await this.hearTheEnd();
    const harmony = harmonyOf(this.perHalfSecond(pitchClasses));
    const embedding = this.embedding.mean();
    const features = new Float32Array(featureSize);
    features.set(embedding, embeddingPart.from);
    features.set(this.meanHarmony(harmony), harmonyPart.from);
    const point = await this.parts.answerPoint(features);
    return {
      modelVersion: this.definition.version,
      embedding,
      point,
      curve: curveOf(point, this.moved(harmony), this.definition),
    };
  }

  private async hearTheEnd(): Promise<void> {
    const last = lastChunk(this.chunks, { frames: this.frames, heard: this.weights.length });
    if (last) await this.hear(last);
  }

  private async hear(chunk: FrameChunk): Promise<void> {
    const heard: EmbeddedHalfSeconds = await this.parts.network.embed(chunk);
    this.movement.push(heard.embedding);
    this.parts.onEmbedded?.(heard.embedding);
    heard.presence.forEach((presence, i) => {
      const weight = Math.max(presence, leastPresence);
      this.embedding.add(heard.embedding, i, weight);
      this.weights.push(weight);
    });
  }

  /** As many rows as there are half seconds: cut, or followed by such in which nothing sounds. */
  private perHalfSecond(pitchClasses: Float32Array): Matrix {
    const rows = zeros(this.weights.length, pitchClassCount);
    rows.values.set(pitchClasses.subarray(0, rows.values.length));
    return rows;
  }

  private meanHarmony(harmony: Matrix): Float32Array {
    const mean = new WeightedMean(harmonySize);
    this.weights.forEach((weight, i) => mean.add(harmony, i, weight));
    return mean.mean();
  }

  private moved(harmony: Matrix): { valence: Float64Array; arousal: Float64Array } {
    const byHarmony = new Movement(this.definition.movement.windows, harmonyPart);
    byHarmony.push(harmony);
    const [sound, tonal] = [this.movement.finish(), byHarmony.finish()];
    const levels = this.levels.levels(this.weights.length);
    return {
      valence: easedEnds(
        sound.valence.map((value, i) => value + tonal.valence[i]),
        levels,
      ),
      arousal: easedEnds(
        sound.arousal.map((value, i) => value + tonal.arousal[i]),
        levels,
      ),
    };
  }
}

function curveOf(
  point: EstimatedPoint,
  moved: { valence: Float64Array; arousal: Float64Array },
  { movement: { factor, deviation } }: ModelDefinition,
): EstimatedCurve {
  const about = (centre: number, times: number, movement: Float64Array): Float32Array =>
    curveAbout(
      centre,
      movement.map((value) => times * value),
    );
  const spread = (ofPoint: number, ofMovement: number): Float32Array =>
    new Float32Array(moved.valence.length).fill(Math.min(1, Math.hypot(ofPoint, ofMovement)));
  return {
    valence: about(point.valence, factor.valence, moved.valence),
    arousal: about(point.arousal, factor.arousal, moved.arousal),
    valenceDeviation: spread(point.valenceDeviation, factor.valence * deviation.valence),
    arousalDeviation: spread(point.arousalDeviation, factor.arousal * deviation.arousal),
  };
}
