import { doubleColumnOf, doubleZeros, type DoubleMatrix } from '../linear/doubleMatrix';
import { firstPrincipalComponent } from '../signal/firstPrincipalComponent';
import type { SimulatedSound } from './simulatedSound';
import { standardised } from './standardised';

/** A column without what of it goes with `known`, which is at standard deviation 1. */
function withoutKnown(values: Float64Array, known: Float64Array): Float64Array {
  const slope = values.reduce((sum, value, sample) => sum + value * known[sample], 0) / values.length;
  return values.map((value, sample) => value - slope * known[sample]);
}

/** One after the other: [all samples]. */
function joined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** The embeddings of all pieces, columns standardised in each, without what their envelopes tell. */
function beyondEnvelope(sounds: readonly SimulatedSound[]): DoubleMatrix {
  const envelope = joined(sounds.map((sound) => standardised(sound.envelope)));
  const { columns } = sounds[0].embedding;
  const all = doubleZeros(envelope.length, columns);
  for (let column = 0; column < columns; column++) {
    const own = joined(sounds.map(({ embedding }) => standardised(doubleColumnOf(embedding, column))));
    withoutKnown(own, envelope).forEach((value, row) => (all.values[row * columns + column] = value));
  }
  return all;
}

/**
 * What a region that follows the embedding reads out of it: the first principal component, over all pieces, of what the
 * envelope does not tell; the same weights for every piece. By piece, at standard deviation 1: [samples].
 */
export function embeddingReadOuts(sounds: readonly SimulatedSound[]): Float64Array[] {
  const { scores } = firstPrincipalComponent(beyondEnvelope(sounds));
  let end = 0;
  return sounds.map(({ samples }) => standardised(scores.slice(end, (end += samples))));
}
