import { csvParseRows } from 'd3-dsv';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AnalysisResult } from '../analyses/analysisResult';
import { analysisReport } from './analysisReport';
import { analysisCsvFiles } from './analysisTables';
import { methodsParagraphs } from './methods/methodsParagraphs';
import { couplingResult, encodingResult, hostileName, leadLagResult } from './testing/results.testing';

type EncodingResult = Extract<AnalysisResult, { kind: 'encoding' }>;
let encoding: EncodingResult;
let layered: EncodingResult;
let coupling: AnalysisResult;
let leadLag: AnalysisResult;

beforeAll(async () => {
  encoding = (await encodingResult()) as EncodingResult;
  layered = (await encodingResult(true)) as EncodingResult;
  coupling = await couplingResult();
  leadLag = await leadLagResult();
});

/** Everything that a page would fetch or run. */
const reaches =
  /<script|<link|<img|<iframe|<object|\ssrc=|url\((?!#)|@import|https?:\/\/(?!www\.w3\.org\/2000\/svg)/;

describe('a report', () => {
  it('loads nothing, runs nothing and has no hole, whatever things are called', () => {
    for (const result of [encoding, layered, coupling, leadLag]) {
      const html = analysisReport(result);
      expect(html).not.toMatch(reaches);
      expect(html).not.toMatch(/NaN|undefined|\[object/);
      expect(html).not.toContain('\u202e');
      expect(html).toContain('Nobody was scanned');
      expect(html).toContain('invalid recording of sub-33');
    }
  });

  it('is well-formed: every element that opens closes, in order', () => {
    for (const result of [encoding, layered, coupling, leadLag]) {
      const body = analysisReport(result)
        .replace(/<style>[\s\S]*?<\/style>/, '')
        .replace('<!doctype html>', '');
      const open: string[] = [];
      for (const [, closing, tag, own] of body.matchAll(/<(\/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*?(\/?)>/g)) {
        if (own === '/' || tag === 'meta') continue;
        if (closing === '') open.push(tag);
        else expect(open.pop()).toBe(tag);
      }
      expect(open).toEqual([]);
    }
  });

  it('tells each region that passes, and only those', () => {
    const html = analysisReport(encoding);
    const { pFamily } = encoding.report.models[0].groups.all;
    const passing = pFamily!.filter((p) => p <= 0.05).length;
    expect(html).toContain(
      passing === 0 ? 'none of 20 regions at family-wise' : `${passing} of 20 regions at family-wise`,
    );
  });

  it('does not say that people were made up who were not', () => {
    const html = analysisReport({ ...encoding, study: { title: 'True people', simulated: false } });
    expect(html).not.toMatch(/simulated/i);
  });
});

describe('the preferred layer', () => {
  it('is told in sentences, maps, tables and methods where the spaces are layers, and nowhere else', () => {
    const html = analysisReport(layered);
    const told = html.slice(html.indexOf('Preferred layer by region'));
    expect(told.match(/preferred layer, 1 \(envelope\) to 2 \(embedding\)/g)?.length).toBeGreaterThanOrEqual(
      2,
    );
    expect(told).toContain('mean preferred depth, 1 (envelope) to 2 (embedding)');
    expect(told).toMatch(/of 20 regions (is|are) predicted by the layers together/);
    expect(methodsParagraphs(layered).join(' ')).toContain('2 spaces are layers of one network');
    expect(analysisReport(encoding)).not.toContain('Preferred layer by region');
  });

  it('is in the CSV of its own table as in the numbers', () => {
    const { targets, layers } = layered.report;
    const [head, ...rows] = csvParseRows(analysisCsvFiles(layered).get('preferred-layer-all.csv') ?? '');
    expect(rows).toHaveLength(20);
    for (const row of rows) {
      const named = Object.fromEntries(head.map((name, at) => [name, row[at]]));
      const at = targets.findIndex(({ name }) => name === named.region || `'${name}` === named.region);
      const { best, ahead, tied } = layers!.groups.all[at];
      expect(named['best layer']).toBe(best ?? '');
      expect(named.ahead).toBe(ahead === null ? '' : String(ahead.value));
      expect(named['tied with']).toBe(tied.join(', '));
    }
    expect(analysisCsvFiles(layered).has('layers.csv')).toBe(true);
    expect(analysisCsvFiles(encoding).has('layers.csv')).toBe(false);
  });
});

describe('methods', () => {
  it('have the numbers of the specification and of the data', () => {
    const methods = methodsParagraphs(encoding).join(' ');
    const { pieces } = encoding.report;
    for (const words of [
      '4 participants',
      '20 regions',
      `happy, ${pieces[0].samples} samples`,
      'delays of 3 to 6 in steps of 1 s',
      'one of 3 from 1 to 10000',
      '9 surrogates',
      'Seed 7',
      'circumplex 1.2.3',
      'slower than 0.001 Hz',
    ])
      expect(methods).toContain(words);
  });

  it('change with the specification', () => {
    if (encoding.spec.kind !== 'encoding') throw new Error('invalid spec');
    const spec = {
      ...encoding.spec,
      preprocessing: {
        ...encoding.spec.preprocessing,
        highPassHz: null,
        detrendDegree: null,
        dropVolumes: 4,
        zScore: false,
      },
      plan: {
        ...encoding.spec.plan,
        alphaFor: 'all' as const,
        score: 'r2' as const,
        folds: { kind: 'blocks' as const, count: 5, gapSamples: 8 },
        null: { kind: 'signs' as const, count: 77 },
      },
    };
    const methods = methodsParagraphs({ ...encoding, spec }).join(' ');
    expect(methods).toContain('the first 4 volumes of every run');
    expect(methods).toContain('No drift or confound was taken out');
    expect(methods).toContain('5 contiguous blocks');
    expect(methods).toContain('8 s on both sides');
    expect(methods).toContain('Huth et al. 2016');
    expect(methods).toContain('R²');
    expect(methods).toContain('77 flips');
    expect(methods).not.toMatch(/standard deviation 1|randomised in phase/);
  });

  it('of a coupling name lags, scales and surrogates', () => {
    const methods = methodsParagraphs(coupling).join(' ');
    for (const words of [
      '0 to 5 in steps of 1 s',
      'emotionality change and enjoyment change',
      '19 surrogates',
    ])
      expect(methods).toContain(words);
  });

  it('of leads and lags name both directions with what is asked of each', () => {
    const methods = methodsParagraphs(leadLag).join(' ');
    for (const words of [
      'lag of −4, 0 and 4 s of the recording behind the rating',
      'own past of 2 s',
      'over envelope at delays of 0 and 1 s',
      'randomised in phase 3 times',
      'Penalties (2 from 1 to 100)',
    ])
      expect(methods).toContain(words);
  });
});

describe('tables', () => {
  it('hold every score in full precision, and run in no spreadsheet', () => {
    const files = analysisCsvFiles(encoding);
    const rows = csvParseRows(files.get('participants-model-of-envelope-embedding-r.csv')!);
    expect(rows).toHaveLength(5);
    expect(rows[0].at(-1)).toBe('data');
    rows.slice(1).forEach((row, person) => {
      const scores = encoding.report.models[0].r[person];
      expect(row.slice(1, 1 + scores.length)).toEqual(scores.map((score) => String(score)));
      expect(row.at(-1)).toBe('simulated');
    });
    expect(rows[0][2]).toBe(`'${hostileName}`);
    for (const csv of files.values()) expect(csv).not.toMatch(/(^|,|\n)"?[=@]/);
  });

  it('hold every best lag of every participant', () => {
    const files = analysisCsvFiles(coupling);
    // 4 participants, 3 pieces, 2 features, and a header.
    expect(csvParseRows(files.get('best-lags-emotionality-change.csv')!)).toHaveLength(25);
    expect(Array.from(files.keys())).toContain('anova-enjoyment-change.csv');
  });

  it('have names of files, each its own', () => {
    const names = Array.from(analysisCsvFiles(encoding).keys());
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z0-9-]+\.csv$/);
  });
});
