const minus = '−';
const signed = (text: string): string => (/^-[0.]*$/.test(text) ? text.slice(1) : text.replace('-', minus));

/** A number with so many decimals and a true minus sign; a dash where there is none. */
export function decimal(value: number | null | undefined, decimals = 3): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '–';
  return signed(value.toFixed(decimals));
}

/** A probability as journals print it: three decimals, without less than can be shown. */
export function probability(p: number | null | undefined): string {
  if (p === null || p === undefined || !Number.isFinite(p)) return '–';
  return p < 0.001 ? '< 0.001' : p.toFixed(3);
}

/** A probability in a sentence: `p = 0.012` or `p < 0.001`, never broken over lines. */
export const probabilityWords = (p: number): string =>
  `p\u00a0${p < 0.001 ? '<\u00a00.001' : `=\u00a0${p.toFixed(3)}`}`;

/** A number as short as it can be without losing a setting's meaning: six digits at most. */
export const setting = (value: number): string => signed(String(Number(value.toPrecision(6))));

/** `1 piece`, `3 pieces`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}

/** Settings as a run where they are one: `0 to 10 in steps of 1`; else one by one. */
export function run(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const step = sorted[1] - sorted[0];
  const even = sorted.every((value, place) => Math.abs(value - sorted[0] - place * step) < 1e-9);
  if (values.length < 4 || !even) return listed(values.map(setting));
  return `${setting(sorted[0])} to ${setting(sorted[sorted.length - 1])} in steps of ${setting(step)}`;
}
