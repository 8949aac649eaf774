import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random';
import { encode } from '../encode';
import { defaultEncodingPlan, type EncodingPlan } from '../encodingPlan';
import { later, simulatedStudy } from '../testing/simulatedStudy.testing';
import { meanDepth } from './meanDepth';
import { preferredLayer, type LayerScores } from './preferredLayer';

const untested = () => null;

describe('preferredLayer', () => {
  const layers = ['input', 'middle', 'output'];
  const told = [
    [0.1, 0.12, 0.08, 0.11],
    [0.4, 0.43, 0.39, 0.41],
    [0.2, 0.19, 0.22, 0.23],
  ];

  it('is the best by the mean, ahead of the next by so much, told apart by its participants', () => {
    const found = preferredLayer({ layers, scores: told, chance: untested });
    expect(found).toMatchObject({ best: 'middle', next: 'output', p: null, tied: [] });
    // scipy.stats.ttest_1samp([0.2, 0.24, 0.17, 0.18], 0).confidence_interval(0.975)
    expect(found.ahead?.value).toBeCloseTo(0.1975, 12);
    expect(found.ahead?.low).toBeCloseTo(0.13285359023433405, 9);
    expect(found.ahead?.high).toBeCloseTo(0.26214640976566606, 9);
  });

  it('is tied where participants disagree, where surrogates do as well, and where there is one participant', () => {
    const scores = [told[0], [0.4, 0.1, 0.39, 0.2], told[2]];
    expect(preferredLayer({ layers, scores, chance: untested }).tied).toEqual(['input', 'output']);
    const chance = (one: number, other: number) => (one + other === 3 ? 0.2 : 0.01);
    expect(preferredLayer({ layers, scores: told, chance })).toMatchObject({ p: 0.2, tied: ['output'] });
    const single = told.map(([first]) => [first]);
    expect(preferredLayer({ layers, scores: single, chance: untested })).toMatchObject({
      ahead: { low: null, high: null },
      tied: ['input', 'output'],
      depth: { low: null },
    });
  });

  it('is none where no layer predicts anything', () => {
    const scores = told.map((row) => row.map((score) => -score));
    expect(preferredLayer({ layers, scores, chance: untested })).toEqual({
      ...{ best: null, next: null, ahead: null, p: null, tied: [], depth: null },
    });
  });

  it('holds the truly best layer among the best and its ties in 95 % of studies, with equal and unequal layers', () => {
    for (const gain of [0, 0.02]) expect(shareOfStudiesWithout('layer 3', gain)).toBeLessThanOrEqual(0.05);
  });
});

/** In what share of 400 studies of 12 people and 5 layers the layer that is truly best is told to be another's inferior. */
function shareOfStudiesWithout(truth: string, gain: number): number {
  const layers = [1, 2, 3, 4, 5].map((place) => `layer ${place}`);
  const random = createRandom(7, `layers ${gain}`);
  const studies = Array.from({ length: 400 }, () => {
    const people = Array.from({ length: 12 }, () => 0.1 * random.bell());
    const scores: LayerScores['scores'] = layers.map((name) =>
      people.map((ability) => 0.2 + ability + (name === truth ? gain : 0) + 0.05 * random.bell()),
    );
    const { best, tied } = preferredLayer({ layers, scores, chance: untested });
    return best === truth || tied.includes(truth);
  });
  return studies.filter((holds) => !holds).length / studies.length;
}

describe('meanDepth', () => {
  it('is the place of the only layer that predicts, and the middle of equal ones', () => {
    expect(meanDepth([[0], [0.2], [-0.3]])?.value).toBeCloseTo(2, 12);
    const equal = meanDepth([1, 2, 3, 4].map(() => [0.2, 0.2, 0.2]));
    expect(equal?.value).toBeCloseTo(2.5, 12);
    expect(equal?.high).toBeCloseTo(2.5, 12);
    expect(meanDepth([[-0.1], [-0.2]])).toBeNull();
  });

  it('has the interval of the jackknife', () => {
    const found = meanDepth([
      [0.4, 0.2, 0.3],
      [0, 0.2, 0.1],
    ]);
    expect(found?.value).toBeCloseTo(1.25, 12);
    // Without one of the participants: 1.375, 1.125, 1.25.
    const half = 4.302652729911275 * Math.sqrt((2 / 3) * (0.125 ** 2 + 0.125 ** 2));
    expect(found?.low).toBeCloseTo(Math.max(1, 1.25 - half), 9);
    expect(found?.high).toBeCloseTo(Math.min(2, 1.25 + half), 9);
  });

  it('lies within its bounds, they within the layers, and moves with the order of layers', () => {
    const row = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 6 }), (scores) => {
        const found = meanDepth(scores);
        if (found === null) return;
        const turned = meanDepth([...scores].reverse());
        expect(found.value + (turned?.value ?? NaN)).toBeCloseTo(scores.length + 1, 9);
        expect(found.low ?? 1).toBeGreaterThanOrEqual(1);
        expect(found.high ?? 1).toBeLessThanOrEqual(scores.length);
        expect(found.low ?? found.value).toBeLessThanOrEqual(found.value + 1e-9);
      }),
    );
  });
});

describe('an analysis of layers', () => {
  const plan: EncodingPlan = {
    ...defaultEncodingPlan,
    spaces: ['first', 'second', 'third'],
    layers: true,
    delays: [0, 1, 2],
    alphas: [0.1, 10, 1000],
    null: { kind: 'phase', count: 40, refit: false },
  };
  /** Region 1 follows the second layer, 2 the first, 3 both of them alike, 4 nothing. */
  const study = simulatedStudy({
    participants: 8,
    samples: [120, 110, 130],
    moods: ['happy', 'sad', 'sad'],
    spaces: { first: 2, second: 3, third: 2 },
    driven: (features, target) => {
      const [first, second] = [later(features.first, 0, 1), later(features.second, 0, 1)];
      if (target === 0) return second;
      if (target === 1) return first;
      return target === 2 ? second.map((value, at) => 0.7 * (value + first[at])) : second.map(() => 0);
    },
  });

  it('prefers the layer that a region was made from, and tells a tie where two had the same share', async () => {
    const report = await encode(study, plan);
    const { layers, groups } = report.layers ?? { layers: [], groups: {} };
    expect(layers).toEqual([
      { name: 'first', columns: 2 },
      { name: 'second', columns: 3 },
      { name: 'third', columns: 2 },
    ]);
    expect(Object.keys(groups)).toEqual(['all', 'happy', 'sad']);
    const [bySecond, byFirst, byBoth] = groups.all;
    expect(bySecond).toMatchObject({ best: 'second', tied: [] });
    expect(bySecond.ahead?.low).toBeGreaterThan(0.2);
    expect(bySecond.p).toBeLessThanOrEqual(0.05);
    expect(byFirst).toMatchObject({ best: 'first', tied: [] });
    expect(byBoth.tied.length).toBeGreaterThan(0);
    expect(byBoth.tied).not.toContain('third');
    expect(byFirst.depth?.high).toBeLessThan(bySecond.depth?.low ?? 0);
    expect(report.remarks.join()).toContain('speaks of these pieces only');
  });

  it('is told only where it is asked for, and of at least two', async () => {
    const { layers, ...without } = plan;
    expect(layers).toBe(true);
    expect(await encode(study, { ...without, null: null })).not.toHaveProperty('layers');
    await expect(encode(study, { ...plan, spaces: ['first'] })).rejects.toThrow('invalid layers: first');
  });
});
