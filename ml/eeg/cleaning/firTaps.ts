import { hammingWindow, lowPassTaps } from './lowPassTaps';

/** The edges of what passes; null where nothing is to be taken at that side. */
export interface PassBand {
  highPassHz: number | null;
  lowPassHz: number | null;
}

/** A change between what passes and what is stopped. */
interface Transition {
  middleHz: number;
  widthHz: number;
}

/** Seconds of a filter times its transition in hertz, with Hamming's window (Ifeachor & Jervis 2002). */
const lengthFactor = 3.3;
/** A notch is this share of its frequency wide, and falls within this many hertz on either side. */
const notchShare = 1 / 200;
const notchTransitionHz = 0.5;

/**
 * A band-pass of zero phase, an odd number of taps around its middle: the design of MNE-Python's `filter_data` with its
 * defaults (`firwin`, Hamming; the transitions a quarter of the edge, at least 2 Hz, at most what is left below or above).
 *
 * @param edges either may be null
 * @throws RangeError for edges that are not rising between 0 and half the rate
 */
export function bandPassTaps(rateHz: number, { highPassHz, lowPassHz }: PassBand): Float64Array {
  requireEdges(rateHz, { highPassHz, lowPassHz });
  const low = highPassHz === null ? null : lowerTransition(highPassHz);
  const high = lowPassHz === null ? null : upperTransition(lowPassHz, rateHz / 2);
  const all = high === null ? Float64Array.of(1) : transitionTaps(rateHz, high);
  return low === null ? all : sumOf(all, transitionTaps(rateHz, low), -1);
}

/**
 * A filter of zero phase that stops narrow bands around frequencies: the design of MNE-Python's `notch_filter` with its
 * defaults.
 *
 * @throws RangeError where a notch does not lie between 0 and half the rate (`notchFits`)
 */
export function notchTaps(rateHz: number, frequencies: readonly number[]): Float64Array {
  return frequencies.reduce<Float64Array>((taps, hertz) => {
    if (!notchFits(rateHz, hertz))
      throw new RangeError(
        `invalid notchHz: ${hertz} (with ${notchReach(hertz)} Hz to either side, between 0 and ${rateHz / 2}, half the rate)`,
      );
    const middle = notchReach(hertz) - notchTransitionHz / 2;
    const [low, high] = [hertz - middle, hertz + middle].map((middleHz) =>
      transitionTaps(rateHz, { middleHz, widthHz: notchTransitionHz }),
    );
    return sumOf(sumOf(taps, high, -1), low, 1);
  }, Float64Array.of(1));
}

/** Whether a notch lies within what a rate can tell. */
export function notchFits(rateHz: number, hertz: number): boolean {
  return hertz > notchReach(hertz) && hertz + notchReach(hertz) < rateHz / 2;
}

/** How far a notch reaches to either side, transition included. */
const notchReach = (hertz: number): number => (hertz * notchShare) / 2 + notchTransitionHz;

function requireEdges(rateHz: number, { highPassHz, lowPassHz }: PassBand): void {
  const upTo = lowPassHz ?? rateHz / 2;
  if (highPassHz !== null && !(highPassHz > 0 && highPassHz < upTo))
    throw new RangeError(`invalid highPassHz: ${highPassHz} (above 0 and below ${upTo})`);
  if (lowPassHz !== null && !(lowPassHz > 0 && lowPassHz < rateHz / 2))
    throw new RangeError(`invalid lowPassHz: ${lowPassHz} (below ${rateHz / 2}, half the rate)`);
}

function lowerTransition(edgeHz: number): Transition {
  const widthHz = Math.min(Math.max(0.25 * edgeHz, 2), edgeHz);
  return { middleHz: edgeHz - widthHz / 2, widthHz };
}

function upperTransition(edgeHz: number, nyquistHz: number): Transition {
  const widthHz = Math.min(Math.max(0.25 * edgeHz, 2), nyquistHz - edgeHz);
  return { middleHz: edgeHz + widthHz / 2, widthHz };
}

/** The low-pass that falls within a transition. */
function transitionTaps(rateHz: number, { middleHz, widthHz }: Transition): Float64Array {
  const length = Math.round((lengthFactor * rateHz) / widthHz);
  return lowPassTaps(hammingWindow(length + 1 - (length % 2)), (2 * middleHz) / rateHz);
}

/** One filter and a share of another, middle on middle. */
function sumOf(one: Float64Array, other: Float64Array, share: number): Float64Array {
  const sum = new Float64Array(Math.max(one.length, other.length));
  const [before, beforeOther] = [(sum.length - one.length) / 2, (sum.length - other.length) / 2];
  one.forEach((tap, at) => (sum[before + at] += tap));
  other.forEach((tap, at) => (sum[beforeOther + at] += share * tap));
  return sum;
}
