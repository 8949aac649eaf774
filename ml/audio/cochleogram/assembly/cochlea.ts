/*
 * The stages of the cochlea for two neighbouring channels at once, the lower one in the lower half of every vector. What
 * lies where is told by cochleaKernel.ts. Each stage goes over a stretch of sound, in place in the rows `pair`.
 */

const vectorBytes: usize = 16;
const doubleBytes: usize = 8;

/** A section: b0, b1, b2, a1, a2, and the two numbers that it remembers. */
const sectionBytes: usize = 7 * vectorBytes;
const memoryOffset: usize = 5 * vectorBytes;

/** Added and taken away again, it rounds a number under 2^51 to the nearest whole one. */
const rounding: f64 = 6755399441055744;
const exponentBias: i64 = 1023;
const mantissaBits: i32 = 52;
/** ln 2 in two parts: products of the first with whole numbers up to 2^20 are exact. */
const ln2High: f64 = 0.69314718036912381649;
const ln2Low: f64 = 1.90821492927058770002e-10;

let samples: usize = 0;
let pair: usize = 0;
let above: usize = 0;
let frames: usize = 0;

/**
 * Told once: the addresses of the sound (doubles), of the pair's rows (vectors), of the channel above the pair
 * (doubles), and of the frames that come out (vectors).
 */
export function layOut(samplesAt: usize, pairAt: usize, aboveAt: usize, framesAt: usize): void {
  samples = samplesAt;
  pair = pairAt;
  above = aboveAt;
  frames = framesAt;
}

/** Filters `count` samples, at least one, by the sections from one address to another, in transposed direct form II. */
export function filter(sections: usize, sectionsEnd: usize, count: usize): void {
  let sample = samples;
  let filtered = pair;
  const end = samples + count * doubleBytes;
  do {
    let value = v128.load64_splat(sample);
    let section = sections;
    do {
      const output = f64x2.add(f64x2.mul(v128.load(section), value), v128.load(section, memoryOffset));
      v128.store(
        section,
        f64x2.add(
          f64x2.sub(
            f64x2.mul(v128.load(section, vectorBytes), value),
            f64x2.mul(v128.load(section, 3 * vectorBytes), output),
          ),
          v128.load(section, memoryOffset + vectorBytes),
        ),
        memoryOffset,
      );
      v128.store(
        section,
        f64x2.sub(
          f64x2.mul(v128.load(section, 2 * vectorBytes), value),
          f64x2.mul(v128.load(section, 4 * vectorBytes), output),
        ),
        memoryOffset + vectorBytes,
      );
      value = output;
      section += sectionBytes;
    } while (section !== sectionsEnd);
    v128.store(filtered, value);
    filtered += vectorBytes;
    sample += doubleBytes;
  } while (sample !== end);
}

/** Bends the filtered sound by a sigmoid of this slope and smooths it by one pole, whose memory lies at `state`. */
export function transduce(state: usize, count: usize, slope: f64, decay: f64): void {
  const slopes = f64x2.splat(-slope);
  const decays = f64x2.splat(decay);
  const one = f64x2.splat(1);
  let membrane = v128.load(state);
  let at = pair;
  const end = pair + count * vectorBytes;
  do {
    const bent = f64x2.div(one, f64x2.add(one, exponential(f64x2.mul(v128.load(at), slopes))));
    membrane = f64x2.add(bent, f64x2.mul(decays, membrane));
    v128.store(at, membrane);
    at += vectorBytes;
  } while (at !== end);
  v128.store(state, membrane);
}

/**
 * Takes from each channel the next higher one, keeps what is above zero, and sums it up in a leaky integrator, whose
 * memory lies at `state`, written out every `frameLength` samples. Leaves the lower channel where the next pair looks
 * for the one above it.
 */
export function inhibit(state: usize, count: usize, frameLength: usize, decay: f64): void {
  const decays = f64x2.splat(decay);
  const zero = f64x2.splat(0);
  let sum = v128.load(state);
  let at = pair;
  let higher = above;
  let frame = frames;
  const end = pair + count * vectorBytes;
  let frameEnd = pair + frameLength * vectorBytes;
  do {
    const both = v128.load(at);
    const next = v128.shuffle<f64>(both, v128.load64_zero(higher), 1, 2);
    sum = f64x2.add(f64x2.max(f64x2.sub(both, next), zero), f64x2.mul(decays, sum));
    v128.store64_lane(higher, both, 0);
    at += vectorBytes;
    higher += doubleBytes;
    if (at === frameEnd) {
      v128.store(frame, sum);
      frame += vectorBytes;
      frameEnd += frameLength * vectorBytes;
    }
  } while (at !== end);
  v128.store(state, sum);
}

/** e to both numbers, within 3e-13 of them, for numbers held between -700 and 700: 2^n times a Taylor sum. */
function exponential(values: v128): v128 {
  const held = f64x2.max(f64x2.min(values, f64x2.splat(700)), f64x2.splat(-700));
  const magic = f64x2.splat(rounding);
  const shifted = f64x2.add(f64x2.mul(held, f64x2.splat(1.4426950408889634)), magic);
  const whole = f64x2.sub(shifted, magic);
  const rest = f64x2.sub(
    f64x2.sub(held, f64x2.mul(whole, f64x2.splat(ln2High))),
    f64x2.mul(whole, f64x2.splat(ln2Low)),
  );
  const bias = i64x2.splat(exponentBias << mantissaBits);
  const power = i64x2.add(i64x2.shl(shifted, mantissaBits), bias);
  return f64x2.mul(taylor(rest), power);
}

/** The first eleven terms of the exponential series, for numbers within half of ln 2. */
function taylor(x: v128): v128 {
  let sum = f64x2.splat(1.0 / 3628800);
  sum = f64x2.add(f64x2.mul(sum, x), f64x2.splat(1.0 / 362880));
  sum = f64x2.add(f64x2.mul(sum, x), f64x2.splat(1.0 / 40320));
  sum = f64x2.add(f64x2.mul(sum, x), f64x2.splat(1.0 / 5040));
  sum = f64x2.add(f64x2.mul(sum, x), f64x2.splat(1.0 / 720));
  sum = f64x2.add(f64x2.mul(sum, x), f64x2.splat(1.0 / 120));
  sum = f64x2.add(f64x2.mul(sum, x), f64x2.splat(1.0 / 24));
  sum = f64x2.add(f64x2.mul(sum, x), f64x2.splat(1.0 / 6));
  sum = f64x2.add(f64x2.mul(sum, x), f64x2.splat(1.0 / 2));
  sum = f64x2.add(f64x2.mul(sum, x), f64x2.splat(1));
  return f64x2.add(f64x2.mul(sum, x), f64x2.splat(1));
}
