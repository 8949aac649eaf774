const minus = '\u2212';

function signed(value: number, digits: number): string {
  const rounded = Math.abs(value).toFixed(digits);
  if (Number(rounded) === 0) return rounded;
  return `${value > 0 ? '+' : minus}${rounded}`;
}

/** "the beat is 4 ms late" */
export function phaseWords(milliseconds: number): string {
  const apart = Math.round(Math.abs(milliseconds));
  return apart === 0 ? 'on the beat' : `the beat ${apart} ms ${milliseconds > 0 ? 'late' : 'early'}`;
}

/** "tempo +1.2 %" */
export const tempoWords = (percent: number): string => `tempo ${signed(percent, 1)} %`;

/** "Played 1.2 % slower, it ends with a bar" */
export function stretchWords(stretch: number): string {
  const share = `${Math.abs(100 * (stretch - 1)).toFixed(1)} % ${stretch > 1 ? 'slower' : 'faster'}`;
  return share.startsWith('0.0') ? 'It ends with a bar' : `Played ${share}, it ends with a bar`;
}

/** "loudness −2.1 LU"; a silent side has none. */
export function loudnessWords(lu: number | null): string {
  return lu === null ? 'one side silent' : `loudness ${signed(lu, 1)} LU`;
}

/** "a larger step than 57 %" */
export const percentileWords = (percent: number): string => `a larger step than ${Math.round(percent)} %`;
