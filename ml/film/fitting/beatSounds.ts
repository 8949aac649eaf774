/** Rows of measures at equal distances in time. */
interface TimedRows {
  values: Float32Array;
  columns: number;
  hopSeconds: number;
}

/** What each beat sounds like; each row is one beat's. */
export interface BeatSounds {
  /** Timbre of the first and the second half of the beat: standardised mel-frequency cepstra. */
  timbre: Float32Array[];
  /** Its pitch classes, of length 1. */
  harmony: Float32Array[];
}

/** Cepstral coefficients after the first, which is level. */
const cepstra = 13;

/** Timbre and harmony of every beat, from it to the next one (the last as long as the one before). */
export function beatSounds(
  beats: readonly number[],
  { mel, chroma }: { mel: TimedRows; chroma: TimedRows },
): BeatSounds {
  const ends = beats.map((beat, place) => beats[place + 1] ?? 2 * beat - beats[place - 1]);
  const timbre = beats.map((beat, place) => {
    const middle = (beat + ends[place]) / 2;
    const halves = [meanRow(mel, beat, middle), meanRow(mel, middle, ends[place])].map(cepstrum);
    return Float32Array.from([...halves[0], ...halves[1]]);
  });
  const harmony = beats.map((beat, place) => unit(meanRow(chroma, beat, ends[place])));
  return { timbre: standardised(timbre), harmony };
}

function meanRow({ values, columns, hopSeconds }: TimedRows, from: number, to: number): Float32Array {
  const rows = values.length / columns;
  const first = Math.max(0, Math.min(rows - 1, Math.round(from / hopSeconds)));
  const last = Math.max(first + 1, Math.min(rows, Math.round(to / hopSeconds)));
  const mean = new Float32Array(columns);
  for (let row = first; row < last; row++)
    for (let column = 0; column < columns; column++)
      mean[column] += values[row * columns + column] / (last - first);
  return mean;
}

/** Cosine transform of log-mel bands (Davis and Mermelstein 1980), without its mean. */
function cepstrum(bands: Float32Array): Float32Array {
  return Float32Array.from({ length: cepstra }, (_, k) =>
    bands.reduce(
      (sum, value, band) => sum + value * Math.cos((Math.PI * (k + 1) * (band + 0.5)) / bands.length),
      0,
    ),
  );
}

function unit(row: Float32Array): Float32Array {
  const length = Math.hypot(...row);
  return length > 0 ? row.map((value) => value / length) : row;
}

/** Each column by its mean and standard deviation over all rows. */
function standardised(rows: Float32Array[]): Float32Array[] {
  if (rows.length === 0) return rows;
  const columns = Array.from(rows[0], (_, column) => {
    const values = rows.map((row) => row[column]);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const power = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    return { mean, deviation: Math.sqrt(power) + 1e-6 };
  });
  return rows.map((row) =>
    row.map((value, column) => (value - columns[column].mean) / columns[column].deviation),
  );
}
