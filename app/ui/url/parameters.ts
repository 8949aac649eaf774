/** The finite number a parameter holds, or null where it holds none. */
export function readNumber(text: string | null): number | null {
  const value = text === null || text.trim() === '' ? NaN : Number(text);
  return Number.isFinite(value) ? value : null;
}

/** The same, and null where the number lies outside of what it may be. */
export function readNumberWithin(
  text: string | null,
  { min, max }: { min: number; max: number },
): number | null {
  const value = readNumber(text);
  return value !== null && value >= min && value <= max ? value : null;
}

/** Which of the known values is meant; where none is, the first of them, which is the default. */
export const oneOf = <Value>(known: readonly [Value, ...Value[]], meant: unknown): Value =>
  known.find((value) => value === meant) ?? known[0];

/** Words to look for, no more than the server takes. */
export const readWords = (text: string | null): string => (text ?? '').slice(0, 200);

/** What is written of a value: nothing where it is the default. */
export const unlessDefault = <Value>(value: Value, byDefault: Value): Value | null =>
  value === byDefault ? null : value;

/** The parameters that say something, in the order given; null leaves one out. */
export function writeParameters(values: Record<string, string | number | null>): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== null) parameters.set(name, String(value));
  }
  return parameters;
}
