/** Frames a second as an exact fraction: 24000/1001 is what "23.976" stands for. */
export interface FrameRate {
  numerator: number;
  denominator: number;
}

/** Frames a second as a number: 23.976023976... */
export function rateHz({ numerator, denominator }: FrameRate): number {
  return numerator / denominator;
}

/** How many frames one second of time code counts: 24 for 24000/1001, 30 for 30000/1001. */
export function countedRate(rate: FrameRate): number {
  return Math.max(1, Math.round(rateHz(rate)));
}

/** True at 29.97, 59.94 and 119.88, the rates for which SMPTE ST 12 drops labels. */
export function mayDropFrames(rate: FrameRate): boolean {
  return rate.denominator === 1001 && countedRate(rate) % 30 === 0;
}

/** True where two rates are one fraction. */
export function sameRate(a: FrameRate, b: FrameRate): boolean {
  return a.numerator * b.denominator === b.numerator * a.denominator;
}

/** A rate as people call it: "23.976", "25", "29.97". */
export function rateName(rate: FrameRate): string {
  const digits = rate.denominator === 1001 && countedRate(rate) % 30 !== 0 ? 3 : 2;
  return String(Number(rateHz(rate).toFixed(digits)));
}
