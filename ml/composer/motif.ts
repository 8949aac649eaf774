import { slotsPerBar, type Metre } from './metre';
import type { Random } from '../random';

/** A bar-long musical idea that can be thinned, thickened and moved without losing its face. */
export interface Motif {
  /** Slots of the bar in the order in which they come into use as the music grows denser. */
  slotsByImportance: readonly number[];
  /** Height above the motif's anchor at every slot, about -2 to 2. */
  contour: readonly number[];
}

/**
 * Invents a motif: the metre's strong places come first, the more strictly the more regular the rhythm is to be;
 * the contour wanders in small steps and turns back (melodies move by step and regress to the middle: Huron 2006,
 * Sweet Anticipation, ch. 5).
 *
 * @param regularity 0 irregular to 1 regular
 */
export function inventMotif(metre: Metre, regularity: number, random: Random): Motif {
  const count = slotsPerBar(metre);
  const looseness = 0.75 - 0.5 * regularity;
  const importance = metre.slotWeights.map((weight, slot) => {
    const bonus = slot === 0 ? 0.3 : 0;
    return weight + bonus + looseness * (random.next() - 0.5);
  });
  const contour: number[] = [];
  let height = 0;
  for (let slot = 0; slot < count; slot++) {
    contour.push(height);
    height = 0.9 * height + 0.5 * random.bell();
  }
  const slots = Array.from({ length: count }, (_, slot) => slot);
  return { slotsByImportance: slots.sort((a, b) => importance[b] - importance[a]), contour };
}

/** The motif's `count` most important slots, in time. */
export function motifSlots(motif: Motif, count: number): number[] {
  return motif.slotsByImportance.slice(0, count).sort((a, b) => a - b);
}
