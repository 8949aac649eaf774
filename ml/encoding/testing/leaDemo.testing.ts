import { existsSync, readFileSync } from 'node:fs';
import { doubleZeros, type DoubleMatrix } from '../../linear/doubleMatrix';
import { cosineRegressors } from '../../signal/regressors';
import { withoutRegressors } from '../../signal/withoutRegressors';
import { zScored } from '../../signal/zScored';
import { type PreparedStudy } from '../preparedStudy';

const folder = new URL('../../../../shared/neuro/lea_demo/', import.meta.url);
const songs = 7;

/** Whether the songs and ratings of Vuoskoski et al. (2022) are there. */
export const leaDemoIsThere = existsSync(folder);

/** The scales that listeners rated the songs on. */
export const leaScales = ['sad', 'chills', 'joy', 'beauty', 'connection', 'touched', 'warmth'];

/** A file of the folder as JSON. */
export const leaJson = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

/** Seconds and values of a file of two columns. */
function readSeries(name: string): [number, number][] {
  const lines = readFileSync(new URL(name, folder), 'utf8').trim().split('\n').slice(1);
  return lines.map((line) => line.split(',').map(Number) as [number, number]);
}

/** The values at whole seconds, linearly between those given, the ends held: [count, 1]. */
function atSeconds(series: readonly [number, number][], count: number): DoubleMatrix {
  const values = Float64Array.from({ length: count }, (_, second) => {
    const after = series.findIndex(([time]) => time >= second);
    if (after <= 0) return after === 0 ? series[0][1] : series.at(-1)![1];
    const [[before, from], [then, to]] = [series[after - 1], series[after]];
    return from + ((second - before) / (then - before)) * (to - from);
  });
  return { rows: count, columns: 1, values };
}

/** How the songs are brought to an analysis. */
export interface LeaCleaning {
  scales: readonly string[];
  /** Cut from both ends of a song, seconds. */
  trim: number;
  /** Slower changes are taken out of envelope and ratings; null leaves them. */
  highPassHz: number | null;
}

/** Seven songs, their envelope with the seconds that were trimmed, and ratings as the targets of one participant. */
export function leaStudy(cleaning: LeaCleaning): PreparedStudy {
  const { scales } = cleaning;
  const pieces = Array.from({ length: songs }, (_, song) => leaPiece(song + 1, cleaning));
  const targets = scales.map((name) => ({ name, network: null, hemisphere: null, centre: null }));
  return { participants: ['mean of listeners'], hopSeconds: 1, targets, pieces };
}

function leaPiece(song: number, { scales, trim, highPassHz }: LeaCleaning): PreparedStudy['pieces'][number] {
  const envelope = readSeries(`env_song${song}.csv`);
  const count = envelope.length;
  const samples = count - 2 * trim;
  const passed = (series: DoubleMatrix) =>
    highPassHz === null
      ? series
      : withoutRegressors(series, cosineRegressors(count, { hopSeconds: 1, cutoffHz: highPassHz }));
  const ratings = doubleZeros(samples, scales.length);
  scales.forEach((scale, column) => {
    const { values } = passed(atSeconds(readSeries(`${scale}_song${song}.csv`), count));
    const cut = { rows: samples, columns: 1, values: values.slice(trim, count - trim) };
    zScored(cut).values.forEach((value, at) => (ratings.values[at * scales.length + column] = value));
  });
  return {
    name: `song ${song}`,
    mood: null,
    samples,
    margin: { before: trim, after: trim },
    shared: { envelope: passed(atSeconds(envelope, count)) },
    own: {},
    recordings: [ratings],
  };
}
