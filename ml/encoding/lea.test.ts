import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { doubleZeros, type DoubleMatrix } from '../linear/doubleMatrix';
import { encode } from './encode';
import { type PreparedStudy } from './preparedStudy';

const folder = new URL('../../../shared/neuro/lea_demo/', import.meta.url);
const scales = ['sad', 'chills', 'joy', 'beauty', 'connection', 'touched', 'warmth'];
const trim = 10;

interface Reference {
  '0..10 s': { mean_r: Record<string, number>; r_per_song: number[][] };
  '0..5 s': { mean_r: Record<string, number> };
}

/** Seconds and values of a file of two columns. */
function readSeries(name: string): [number, number][] {
  const lines = readFileSync(new URL(name, folder), 'utf8').trim().split('\n').slice(1);
  return lines.map((line) => line.split(',').map(Number) as [number, number]);
}

/** The values at whole seconds, linearly between those given, the ends held. */
function atSeconds(series: readonly [number, number][], count: number): number[] {
  return Array.from({ length: count }, (_, second) => {
    const after = series.findIndex(([time]) => time >= second);
    if (after <= 0) return after === 0 ? series[0][1] : series.at(-1)![1];
    const [[before, from], [then, to]] = [series[after - 1], series[after]];
    return from + ((second - before) / (then - before)) * (to - from);
  });
}

function zScored(values: number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return values.map((value) => (value - mean) / deviation);
}

/** Seven songs, their envelope with the seconds that were trimmed, and ratings as the targets of one participant. */
function leaStudy(): PreparedStudy {
  const pieces = Array.from({ length: 7 }, (_, song) => {
    const envelope = readSeries(`env_song${song + 1}.csv`);
    const count = envelope.length;
    const sound: DoubleMatrix = {
      rows: count,
      columns: 1,
      values: Float64Array.from(atSeconds(envelope, count)),
    };
    const samples = count - 2 * trim;
    const ratings = doubleZeros(samples, scales.length);
    scales.forEach((scale, column) => {
      const rating = atSeconds(readSeries(`${scale}_song${song + 1}.csv`), count).slice(trim, count - trim);
      zScored(rating).forEach((value, sample) => (ratings.values[sample * scales.length + column] = value));
    });
    return {
      name: `song ${song + 1}`,
      mood: null,
      samples,
      margin: { before: trim, after: trim },
      shared: { envelope: sound },
      own: {},
      recordings: [ratings],
    };
  });
  const targets = scales.map((name) => ({ name, network: null, hemisphere: null, centre: null }));
  return { participants: ['mean of listeners'], hopSeconds: 1, targets, pieces };
}

describe('encode of lea_demo', () => {
  const present = existsSync(folder);
  it.skipIf(!present).each([
    ['0..10 s', 10],
    ['0..5 s', 5],
  ] as const)('equals nested leave-one-song-out in numpy at delays of %s', async (name, longest) => {
    const reference = JSON.parse(
      readFileSync(new URL('lea_reference_results.json', folder), 'utf8'),
    ) as Reference;
    const report = await encode(leaStudy(), {
      spaces: ['envelope'],
      delays: Array.from({ length: longest + 1 }, (_, delay) => delay),
      standardise: 'columns',
      alphas: Array.from({ length: 21 }, (_, step) => 10 ** (-5 + step / 2)),
      alphaFor: 'target',
      folds: { kind: 'pieces' },
      banded: null,
      score: 'r',
      null: null,
      seed: 1,
    });
    scales.forEach((scale, target) => {
      expect(report.models[0].r[0][target]).toBeCloseTo(reference[name].mean_r[scale], 9);
    });
  });
});
