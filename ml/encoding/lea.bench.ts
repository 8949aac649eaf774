import { readFileSync } from 'node:fs';
import { encode } from './encode';
import { type EncodingPlan } from './encodingPlan';
import { leaDemoIsThere, leaStudy } from './testing/leaDemo.testing';

/** What the authors of lea found by it in MATLAB: reference/leaMatlab.py. */
interface MatlabRun {
  delaysSeconds: number[];
  highPassHz: number;
  trimSeconds: number;
  nulls: number;
  scales: Record<string, { rPerSong: number[]; p: number }>;
}

async function compare(): Promise<void> {
  const matlab = JSON.parse(
    readFileSync(new URL('reference/leaMatlab.json', import.meta.url), 'utf8'),
  ) as MatlabRun;
  const scales = Object.keys(matlab.scales);
  const study = leaStudy({ scales, trim: matlab.trimSeconds, highPassHz: matlab.highPassHz });
  const report = await encode(study, planOf(matlab));
  const { r, groups } = report.models[0];
  const rows = scales.map((scale, target) => {
    const { rPerSong, p } = matlab.scales[scale];
    return {
      scale,
      'mean r, ours': rounded(r[0][target] ?? NaN),
      'mean r, MATLAB': rounded(rPerSong.reduce((sum, value) => sum + value, 0) / rPerSong.length),
      'p, ours': rounded(groups.all.p?.[target] ?? NaN),
      'p, MATLAB': rounded(p),
    };
  });
  console.table(rows);
}

const planOf = ({ delaysSeconds, nulls }: MatlabRun): EncodingPlan => ({
  spaces: ['envelope'],
  delays: delaysSeconds,
  standardise: 'columns',
  alphas: Array.from({ length: 21 }, (_, step) => 10 ** (-5 + step / 2)),
  alphaFor: 'target',
  folds: { kind: 'pieces' },
  banded: null,
  score: 'r',
  null: { kind: 'phase', count: nulls, refit: true },
  seed: 1,
});

const rounded = (value: number): number => Number(value.toFixed(3));

/*
 * `npm run bench -- lea`: our answer beside that of lea's authors on the songs, delays, filter and trim of their own demo.
 * An anchor, not an equality: their high-pass, surrogates and inner folds are not described to the last bit.
 */
if (leaDemoIsThere) await compare();
else console.log('the songs of lea_demo are not there (../shared/neuro/lea_demo): nothing to compare');
