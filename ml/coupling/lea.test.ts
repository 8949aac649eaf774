import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { couple } from './couple';
import { column, studyOf } from './testing/couplingStudy.testing';

const folder = '../shared/neuro/lea_demo';
const scales = ['sad', 'chills', 'joy', 'beauty', 'connection', 'touched', 'warmth'];
const songs = [1, 2, 3, 4, 5, 6, 7];

/** The second column of a file at whole seconds, linear between them. */
function readAtSeconds(name: string, seconds: number): number[] {
  const rows = readFileSync(`${folder}/${name}`, 'utf8').trim().split('\n').slice(1);
  const points = rows.map((row) => row.split(',').map(Number));
  return Array.from({ length: seconds }, (_, time) => {
    const after = points.findIndex(([at]) => at >= time);
    const [x1, y1] = points[after];
    const [x0, y0] = points[Math.max(0, after - 1)];
    return x1 === x0 ? y1 : y0 + ((time - x0) / (x1 - x0)) * (y1 - y0);
  });
}

/** Real ratings and envelopes of seven songs (Vuoskoski et al. 2022), ten seconds off each end: one mean participant. */
function leaStudy() {
  return studyOf(
    1,
    songs.map((song) => {
      const rows = readFileSync(`${folder}/env_song${song}.csv`, 'utf8').trim().split('\n').length - 1;
      const read = (name: string) =>
        column(Float64Array.from(readAtSeconds(`${name}_song${song}.csv`, rows).slice(10, -10)));
      return {
        name: `song ${song}`,
        shared: { envelope: read('env') },
        own: Object.fromEntries(scales.map((scale) => [scale, [read(scale)]])),
      };
    }),
  );
}

describe.skipIf(!existsSync(folder))(`lea's demonstration (skipped where ${folder} is missing)`, () => {
  it('has the lag correlations of each song and scale that were computed with numpy', async () => {
    const reference = JSON.parse(readFileSync(`${folder}/lea_reference_results.json`, 'utf8')) as {
      xcorr_env_to_rating_lag0_5: Record<string, number[][]>;
    };
    const report = await couple(leaStudy(), {
      features: ['envelope'],
      scales,
      lagsSeconds: [0, 1, 2, 3, 4, 5],
      surrogates: { kind: 'phase', count: 19 },
      seed: 1,
    });
    report.scales.forEach(({ scale, best }) =>
      best.forEach(({ curve }, song) =>
        curve.forEach((r, lag) =>
          expect(r).toBeCloseTo(reference.xcorr_env_to_rating_lag0_5[scale][song][lag], 9),
        ),
      ),
    );
    expect(report.scales.map(({ best }) => best.length)).toEqual(scales.map(() => 7));
  });
});
