import { doubleZeros } from '../linear/doubleMatrix';
import { createRandom, type Random } from '../random';
import { changes } from '../signal/changes';
import { smoothNoise } from './noise';
import { pieceShapes, type SimulatedSound } from './simulatedSound';
import { addShare, standardised } from './standardised';

/** How features without sound are made. */
interface SyntheticPlan {
  seed: number;
  hopSeconds: number;
  /** Columns of the embedding. */
  columns: number;
  /** Share of an embedding column's variance that follows the envelope: louder music is also other music. */
  envelopeInEmbedding: number;
  /** Lengths of the pieces are multiplied by it. */
  lengthScale: number;
}

export const defaultSynthetic: SyntheticPlan = {
  seed: 1,
  hopSeconds: 1,
  columns: 6,
  envelopeInEmbedding: 0.2,
  lengthScale: 1,
};

/** Standard deviations, in seconds, of the bells that smooth loudness and timbre. */
const envelopeSmoothness = 1;
const embeddingSmoothness = 1.5;

function embeddingOf(envelope: Float64Array, plan: SyntheticPlan, random: Random) {
  const embedding = doubleZeros(envelope.length, plan.columns);
  for (let column = 0; column < plan.columns; column++) {
    const values = new Float64Array(envelope.length);
    addShare(values, standardised(envelope), plan.envelopeInEmbedding);
    const own = smoothNoise(random, envelope.length, embeddingSmoothness / plan.hopSeconds);
    addShare(values, standardised(own), 1 - plan.envelopeInEmbedding);
    values.forEach((value, row) => {
      embedding.values[row * plan.columns + column] = value;
    });
  }
  return embedding;
}

/**
 * Features as smooth as those of music, of three pieces as long as those of Sachs et al. 2020, without any sound: an
 * envelope, and an embedding that partly follows it.
 */
export function syntheticSounds(plan: SyntheticPlan = defaultSynthetic): SimulatedSound[] {
  return pieceShapes.map(({ name, mood, seconds }) => {
    const random = createRandom(plan.seed, `features of ${name}`);
    const samples = Math.round((seconds * plan.lengthScale) / plan.hopSeconds);
    const envelope = smoothNoise(random, samples, envelopeSmoothness / plan.hopSeconds).map(Math.exp);
    const embedding = embeddingOf(envelope, plan, random);
    const embeddingChange = changes.euclidean(embedding).values;
    return { name, mood, samples, envelope, embedding, embeddingChange };
  });
}
