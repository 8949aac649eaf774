const units: Readonly<Record<string, number>> = { v: 1e6, mv: 1e3, uv: 1, µv: 1, μv: 1, nv: 1e-3 };

/** True for a unit that `microvoltsOf` knows. */
export const isVoltage = (unit: string): boolean => unit.trim().toLowerCase() in units;

/**
 * Microvolts that one of a unit makes; V, mV, uV (also with either micro sign) and nV in any case are known.
 *
 * @throws RangeError for another unit, or none
 */
export function microvoltsOf(unit: string | null, channel: string): number {
  const factor = units[(unit ?? '').trim().toLowerCase()];
  if (factor === undefined)
    throw new RangeError(
      `invalid unit: ${unit === null ? 'none' : `"${unit}"`} of channel ${channel} (V, mV, uV or nV; tell it where the file does not)`,
    );
  return factor;
}
