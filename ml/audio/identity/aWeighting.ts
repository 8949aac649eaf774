/** Poles of the standard's filter, hertz; the outer two are double. */
const poles = [20.6, 107.7, 737.9, 12_194];

/**
 * The gain of A-weighting at a frequency, in power: about that of hearing at low levels, 1 at 1 kHz.
 * Source: IEC 61672-1:2013, annex E.
 */
export function aWeighting(hz: number): number {
  return (response(hz) / response(1000)) ** 2;
}

function response(hz: number): number {
  const [lowest, low, high, highest] = poles.map((pole) => hz * hz + pole * pole);
  return hz ** 4 / (lowest * Math.sqrt(low * high) * highest);
}
