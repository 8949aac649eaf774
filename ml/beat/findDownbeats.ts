import type { HeardFrames } from './beatOdds';

/** The bars of a row of beats. */
export interface Bars {
  /** Beats a bar. */
  metre: 3 | 4;
  /** Which beats begin a bar, ascending. */
  downbeats: number[];
}

/* Chosen with the weights of beatOdds.ts, on the same pieces. */
const weights = { low: 0.7, all: 0.32, turn: 0.45 };
/** What a bar with too many beats or too few costs. */
const slipCost = 30;
/** How much better three beats a bar must explain each beat than four: most music has four. */
const headStart = 0.1;
/** Deviations beyond which an accent is no stronger. */
const strongest = 3;

/**
 * On which beats bars of three or four begin: where the bass enters, much begins and harmony changes. A metre is as good
 * as its best path through positions of the bar, one after the other but for rare slips, is accented (as in Böck, Krebs
 * and Widmer, "Joint beat and downbeat tracking", ISMIR 2016, without their network).
 */
export function findDownbeats(heard: HeardFrames): Bars {
  const accents = accentsOf(heard);
  const three = bestPath(accents, 3);
  const four = bestPath(accents, 4);
  const isThree = three.score > four.score + headStart * accents.length;
  return isThree ? { metre: 3, downbeats: three.downbeats } : { metre: 4, downbeats: four.downbeats };
}

function accentsOf({ low, all, turn }: HeardFrames): Float64Array {
  const [bass, whole, harmony] = [low, all, turn].map(standardised);
  return bass.map(
    (value, beat) => weights.low * value + weights.all * whole[beat] + weights.turn * harmony[beat],
  );
}

function standardised(values: Float64Array): Float64Array {
  const mean = (of: Float64Array) => of.reduce((sum, value) => sum + value, 0) / of.length;
  const centre = mean(values);
  const deviation = Math.sqrt(mean(values.map((value) => (value - centre) ** 2))) + 1e-9;
  return values.map((value) => Math.min(strongest, Math.max(-strongest, (value - centre) / deviation)));
}

/** A first beat gains its accent, others lose theirs: of random accents, a metre gains nothing and varies by one. */
function bestPath(accents: Float64Array, metre: 3 | 4): { score: number; downbeats: number[] } {
  const share = Math.sqrt(metre - 1);
  const from = new Int8Array(accents.length * metre);
  let value = new Float64Array(metre);
  accents.forEach((accent, beat) => {
    value = value.map((_, position) => {
      const regular = (position + metre - 1) % metre;
      const best = value.indexOf(Math.max(...value));
      const slips = value[best] - slipCost > value[regular];
      from[beat * metre + position] = slips ? best : regular;
      const worth = slips ? value[best] - slipCost : value[regular];
      return worth + (position === 0 ? accent * share : -accent / share);
    });
  });
  const score = Math.max(...value);
  let position = value.indexOf(score);
  const downbeats: number[] = [];
  for (let beat = accents.length - 1; beat >= 0; beat--) {
    if (position === 0) downbeats.push(beat);
    position = from[beat * metre + position];
  }
  return { score, downbeats: downbeats.reverse() };
}
