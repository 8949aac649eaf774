import { incompleteBetaOf } from './incompleteBeta';

/**
 * The chance that an F of so many degrees of freedom is at least `f`; they may be fractions, as corrections for
 * sphericity make them.
 */
export function fTail(f: number, degrees: number, errorDegrees: number): number {
  const sum = errorDegrees + degrees * f;
  return incompleteBetaOf({
    x: errorDegrees / sum,
    complement: (degrees * f) / sum,
    a: errorDegrees / 2,
    b: degrees / 2,
  });
}

/** The chance that Student's t of so many degrees of freedom is at least as far from 0, on either side. */
export const tTwoSided = (t: number, degrees: number): number => fTail(t * t, 1, degrees);
