import { type EmotionCurve, type EmotionPoint } from './emotionCurve';
import { type EmotionProfile, type EmotionProfiler, type WindowAnswers } from './emotionModel';
import { MelPool } from './melPool';
import { type ModelDefinition } from './modelDefinition';
import { featureCount } from './poolLayout';
import { type PooledTrack, pooledTrack, windowFeatures } from './windowFeatures';

const batchRows = 512;

/**
 * Profiles a track from pooled log-mel statistics. Every half second is answered from the window around it; the point
 * is the mean of these answers, silent half seconds counting little; the curve is the point plus the answers'
 * movement about it, times the model's movement factor.
 */
export class PooledProfiler implements EmotionProfiler {
  private readonly pool = new MelPool();

  constructor(
    private readonly definition: ModelDefinition,
    private readonly answer: (features: Float32Array) => Promise<WindowAnswers>,
  ) {}

  push(melFrames: Float32Array): void {
    this.pool.push(melFrames);
  }

  async finish(): Promise<EmotionProfile> {
    const track = pooledTrack(this.pool.finish());
    const whole = await this.answer(windowFeatures(track, 0, track.sums.length));
    const answers = await this.answerHalfSeconds(track);
    const point = pointOf(track, answers);
    return {
      modelVersion: this.definition.version,
      embedding: whole.embedding.slice(),
      point,
      curve: curveOf(point, answers, this.definition),
    };
  }

  /** Emotion and deviation of every half second's window, both [halfSeconds, 2], in batches of bounded size. */
  private async answerHalfSeconds(track: PooledTrack): Promise<HalfSecondAnswers> {
    const halfSeconds = track.sums.length;
    const reach = Math.floor(this.definition.windowHalfSeconds / 2);
    const emotion = new Float32Array(2 * halfSeconds);
    const deviation = new Float32Array(2 * halfSeconds);
    for (let first = 0; first < halfSeconds; first += batchRows) {
      const rows = Math.min(batchRows, halfSeconds - first);
      const features = new Float32Array(rows * featureCount);
      for (let row = 0; row < rows; row++) {
        const middle = first + row;
        const [start, stop] = [Math.max(0, middle - reach), Math.min(halfSeconds, middle + reach + 1)];
        features.set(windowFeatures(track, start, stop), row * featureCount);
      }
      const answers = await this.answer(features);
      emotion.set(answers.emotion, 2 * first);
      deviation.set(answers.deviation, 2 * first);
    }
    return { emotion, deviation };
  }
}

type HalfSecondAnswers = Pick<WindowAnswers, 'emotion' | 'deviation'>;

function pointOf(track: PooledTrack, answers: HalfSecondAnswers): EmotionPoint {
  const totalGate = track.gate.reduce((total, weight) => total + weight, 0);
  const mean = (values: Float32Array, axis: number): number =>
    track.gate.reduce((total, weight, i) => total + weight * values[2 * i + axis], 0) / totalGate;
  return {
    valence: mean(answers.emotion, 0),
    arousal: mean(answers.emotion, 1),
    valenceDeviation: mean(answers.deviation, 0),
    arousalDeviation: mean(answers.deviation, 1),
  };
}

function curveOf(point: EmotionPoint, answers: HalfSecondAnswers, definition: ModelDefinition): EmotionCurve {
  const { factor, deviation } = definition.movement;
  const samples = answers.emotion.length / 2;
  const moved = (centre: number, axis: number, times: number): Float32Array =>
    Float32Array.from({ length: samples }, (_, i) =>
      Math.min(1, Math.max(-1, centre + times * (answers.emotion[2 * i + axis] - centre))),
    );
  const spread = (axis: number, movement: number): Float32Array =>
    Float32Array.from({ length: samples }, (_, i) =>
      Math.min(1, Math.hypot(answers.deviation[2 * i + axis], movement)),
    );
  return {
    valence: moved(point.valence, 0, factor.valence),
    arousal: moved(point.arousal, 1, factor.arousal),
    valenceDeviation: spread(0, factor.valence * deviation.valence),
    arousalDeviation: spread(1, factor.arousal * deviation.arousal),
  };
}
