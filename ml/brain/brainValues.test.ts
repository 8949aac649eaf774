import { describe, expect, it } from 'vitest';
import { brainSvg } from './brainSvg';
import { brainValues, significanceWords } from './brainValues';
import { namedValues, parcelValues } from './testing/brainFigure.testing';

const targets = namedValues('LIFG', 'dmPFC', 'RIFG').map(({ target }) => target);
const map = {
  observed: [0.2, 0.1, NaN],
  p: [0.001, 0.04, 0.5],
  pFamily: [0.01, 0.2, 1],
  q: [0.003, 0.06, 0.5],
  threshold: 0.15,
};

describe('brainValues', () => {
  it.each([
    ['family', 0.05, [true, false, false]],
    ['fdr', 0.1, [true, true, false]],
    ['none', 0.05, [true, true, false]],
  ] as const)('edges by %s at %s', (correction, level, significant) => {
    const values = brainValues(targets, map, { correction, level });
    expect(values.map((each) => each.significant)).toEqual(significant);
    expect(values.map(({ value }) => value)).toEqual([0.2, 0.1, null]);
  });

  it('edges nothing that was not tested', () => {
    const untested = { ...map, p: null, pFamily: null, q: null, threshold: null };
    expect(brainValues(targets, untested).some(({ significant }) => significant)).toBe(false);
    expect(significanceWords(untested)).toBeNull();
    expect(significanceWords(map)).toBe('p ≤ .05, family-wise');
    expect(significanceWords(map, { correction: 'fdr', level: 0.1 })).toBe('q ≤ .1, false discovery rate');
  });
});

describe('brainSvg', () => {
  it('is one whole file with a name and a bar', () => {
    const file = brainSvg(parcelValues(), { measure: 'mean r & more' });
    expect(file).toMatch(/^<svg [^>]*width="960"/);
    expect(file).toContain('<title>Brain map of mean r &amp; more: 100 of 100 regions coloured</title>');
    expect(file.match(/<linearGradient/g)).toHaveLength(1);
    expect(file.trimEnd().endsWith('</svg>')).toBe(true);
  });

  it('colours p values from their floor on', () => {
    const values = [0.001, 0.2].map((value, index) => ({ ...namedValues('LIFG', 'RIFG')[index], value }));
    const file = brainSvg(values, { measure: 'p', kind: 'p', floor: 0.05, views: ['glass'] });
    expect(file).toContain('1 of 2 regions coloured');
  });
});
