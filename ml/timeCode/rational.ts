/** An exact fraction; the denominator is above zero. */
export interface Rational {
  numerator: bigint;
  denominator: bigint;
}

export const zero: Rational = { numerator: 0n, denominator: 1n };

/**
 * A fraction in lowest terms.
 * @throws RangeError where the denominator is zero
 */
export function rational(numerator: bigint | number, denominator: bigint | number = 1n): Rational {
  const [top, bottom] = [BigInt(numerator), BigInt(denominator)];
  if (bottom === 0n) throw new RangeError(`invalid fraction: ${top}/0 (a denominator above zero)`);
  const divisor = commonDivisor(top < 0n ? -top : top, bottom < 0n ? -bottom : bottom);
  const sign = bottom < 0n ? -1n : 1n;
  return { numerator: (sign * top) / divisor, denominator: (sign * bottom) / divisor };
}

/** Euclid's algorithm; not both are zero. */
function commonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

export function add(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, { numerator: -b.numerator, denominator: b.denominator });
}

export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** Below, at or above zero as `a` is below, equal to or above `b`. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The nearest whole number, halves upward. */
export function nearestWhole({ numerator, denominator }: Rational): number {
  const doubled = 2n * numerator + denominator;
  const quotient = doubled / (2n * denominator);
  // BigInt division cuts towards zero; below zero that is one too high.
  return Number(doubled < 0n && doubled % (2n * denominator) !== 0n ? quotient - 1n : quotient);
}

// Longer numbers than any program writes would only cost time.
const timeText = /^\s*(-?\d{1,20})(?:\.(\d{1,9}))?(?:\/(\d{1,20}))?s\s*$/;

/**
 * A time of an FCPXML file in seconds: "1001/30000s", "22s", "3.5s".
 * @throws RangeError for anything else
 */
export function parseRationalTime(text: string): Rational {
  const match = timeText.exec(text);
  if (!match || (match[2] && match[3])) {
    throw new RangeError(`invalid time: ${text.slice(0, 60)} (seconds such as 1001/30000s are expected)`);
  }
  const [, whole, decimals = '', bottom = '1'] = match;
  return rational(BigInt(whole + decimals), BigInt(bottom) * 10n ** BigInt(decimals.length));
}

/** A time in seconds as FCPXML writes it: "1001/30000s", "22s". */
export function rationalTime({ numerator, denominator }: Rational): string {
  return denominator === 1n ? `${numerator}s` : `${numerator}/${denominator}s`;
}
