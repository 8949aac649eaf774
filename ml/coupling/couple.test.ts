import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PreparedStudy } from '../encoding/preparedStudy';
import { doubleMatrixOf } from '../linear/doubleMatrix';
import { createRandom } from '../random';
import { couple } from './couple';
import type { CouplingPlan } from './couplingReport';
import { column, noise, studyOf } from './testing/couplingStudy.testing';

const plan: CouplingPlan = {
  features: ['envelope', 'embedding'],
  scales: ['enjoyment'],
  lagsSeconds: [0, 1, 2, 3, 4, 5],
  surrogates: null,
  seed: 1,
};

/** Eight people whose enjoyment follows the embedding by three seconds, and the envelope not at all. */
function plantedStudy(participants = 8): PreparedStudy {
  const random = createRandom(7, 'planted');
  return studyOf(
    participants,
    ['happy', 'sad', 'sadder'].map((name) => {
      const embedding = noise(90, random, 0.4);
      const ratings = Array.from({ length: participants }, () =>
        column(noise(90, random).map((value, at) => value + (at < 3 ? 0 : embedding[at - 3]))),
      );
      return {
        name,
        shared: { envelope: column(noise(90, random, 0.4)), embedding: column(embedding) },
        own: { enjoyment: ratings },
      };
    }),
  );
}

describe('couple', () => {
  it('finds the feature that ratings follow, by how long, and that no other does as well', async () => {
    const report = await couple(plantedStudy(), { ...plan, surrogates: { kind: 'phase', count: 99 } });
    const [scale] = report.scales;
    expect(scale.best).toHaveLength(8 * 3 * 2);
    const followed = scale.best.filter(({ feature }) => feature === 'embedding');
    expect(followed.filter(({ lagSeconds }) => lagSeconds === 3).length).toBeGreaterThanOrEqual(22);
    for (const one of followed) {
      expect(one.r).toBe(Math.max(...one.curve));
      expect(one.curve[one.lagSeconds]).toBe(one.r);
      expect(Math.tanh(one.z)).toBeCloseTo(one.r, 12);
    }
    expect(scale.lagCurves.embedding.indexOf(Math.max(...scale.lagCurves.embedding))).toBe(3);
    const [feature, piece, interaction] = scale.anova!;
    expect(feature).toMatchObject({ effect: 'feature', degrees: 1, errorDegrees: 7 });
    expect(feature.p).toBeLessThan(1e-4);
    expect(piece).toMatchObject({ effect: 'piece', degrees: 2, errorDegrees: 14 });
    expect(interaction.effect).toBe('feature x piece');
    expect(scale.postHoc).toHaveLength(1);
    expect(scale.postHoc[0]).toMatchObject({ plus: 'envelope', minus: 'embedding', degrees: 7 });
    expect(scale.postHoc[0].difference).toBeLessThan(-0.2);
    expect(scale.surrogates.embedding!.p).toBe(0.01);
    expect(scale.surrogates.envelope!.p).toBeGreaterThan(0.05);
  });

  it('averages features over pieces for post-hoc tests, and adjusts them by Holm', async () => {
    const study = plantedStudy();
    const random = createRandom(9, 'third');
    for (const piece of study.pieces) piece.shared.noise = column(noise(90, random, 0.4));
    const [scale] = (await couple(study, { ...plan, features: ['envelope', 'embedding', 'noise'] })).scales;
    expect(scale.postHoc.map(({ plus, minus }) => `${plus} ${minus}`)).toEqual([
      'envelope embedding',
      'envelope noise',
      'embedding noise',
    ]);
    const mean = (feature: string) =>
      scale.best.filter((one) => one.feature === feature).reduce((sum, { z }) => sum + z, 0) / 24;
    expect(scale.postHoc[1].difference).toBeCloseTo(mean('envelope') - mean('noise'), 12);
    const largest = scale.postHoc.toSorted((one, other) => other.p - one.p)[0];
    expect(largest.pHolm).toBeCloseTo(largest.p, 12);
    for (const { p, pHolm } of scale.postHoc) expect(pHolm).toBeGreaterThanOrEqual(p);
  });

  it('gives equal numbers for equal seeds, others for others, and can be followed and ended', async () => {
    const drawn: CouplingPlan = { ...plan, surrogates: { kind: 'shift', count: 20 } };
    const told: number[] = [];
    const report = await couple(plantedStudy(), drawn, { onProgress: (fraction) => told.push(fraction) });
    expect(await couple(plantedStudy(), drawn)).toEqual(report);
    expect((await couple(plantedStudy(), { ...drawn, seed: 2 })).scales[0].surrogates).not.toEqual(
      report.scales[0].surrogates,
    );
    expect(told).toHaveLength(20);
    expect(told.at(-1)).toBe(1);
    const signal = AbortSignal.abort(new Error('not wanted'));
    await expect(couple(plantedStudy(), drawn, { signal })).rejects.toThrow('not wanted');
  });

  it('does not mind the units of features and ratings', async () => {
    const scales = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
    const { scales: expected } = await couple(plantedStudy(4), plan);
    await fc.assert(
      fc.asyncProperty(scales, async (scale) => {
        const study = plantedStudy(4);
        for (const { shared } of study.pieces)
          shared.embedding.values.forEach((value, at) => (shared.embedding.values[at] = 3 + scale * value));
        const report = await couple(study, plan);
        report.scales[0].best.forEach(({ r }, at) => expect(r).toBeCloseTo(expected[0].best[at].r, 5));
      }),
      { numRuns: 10 },
    );
  });
});

describe('surrogates', () => {
  /** Smooth features, and ratings that share something of their own: nothing has to do with anything. */
  function unrelated(study: number): PreparedStudy {
    const random = createRandom(study, 'unrelated');
    const common = noise(80, random, 0.8);
    const ratings = Array.from({ length: 5 }, () =>
      column(noise(80, random, 0.8).map((value, at) => value + common[at])),
    );
    return studyOf(5, [
      { name: 'piece', shared: { envelope: column(noise(80, random, 0.8)) }, own: { enjoyment: ratings } },
    ]);
  }

  for (const kind of ['phase', 'shift'] as const) {
    it(`of ${kind} win what smooth features win by chance, so that p is as often small as it says`, async () => {
      const studies = 200;
      const told = { z: 0, small: 0, p: 0 };
      for (let seed = 0; seed < studies; seed++) {
        const { scales } = await couple(unrelated(seed), {
          ...plan,
          features: ['envelope'],
          surrogates: { kind, count: 49 },
          seed,
        });
        const { z, p } = scales[0].surrogates.envelope!;
        told.z += z / studies;
        told.p += p / studies;
        if (p <= 0.1) told.small++;
      }
      // The plain maximum is far from 0 although nothing is there.
      expect(told.z).toBeGreaterThan(0.08);
      // Standard errors .02 and .021.
      expect(Math.abs(told.p - 0.5)).toBeLessThan(0.06);
      expect(Math.abs(told.small / studies - 0.1)).toBeLessThan(0.05);
    });
  }
});

describe('what is missing or wrong', () => {
  it('leaves people without a piece or with a still rating out of the comparison, and says so', async () => {
    const study = plantedStudy();
    study.pieces[1].own.enjoyment[2] = null;
    study.pieces[2].own.enjoyment[5] = column(new Float64Array(90).fill(4));
    const { scales, remarks } = await couple(study, { ...plan, surrogates: { kind: 'phase', count: 9 } });
    expect(scales[0].leftOut).toEqual(['p3', 'p6']);
    expect(scales[0].best).toHaveLength((8 * 3 - 2) * 2);
    expect(scales[0].anova![0].errorDegrees).toBe(5);
    expect(remarks).toContain("p6's rating of enjoyment in sadder never changes and tells nothing.");
    expect(remarks).toContain('Not in the analysis of variance of enjoyment, for want of a piece: p3, p6.');
  });

  it('drops a piece that nobody rated, and compares nothing with a single person', async () => {
    const study = plantedStudy();
    study.pieces[0].own = {};
    const { scales, remarks } = await couple(study, plan);
    expect(scales[0].leftOut).toEqual([]);
    expect(scales[0].anova![1]).toMatchObject({ effect: 'piece', degrees: 1 });
    expect(remarks).toContain('Nobody rated enjoyment in happy.');
    const [alone] = (await couple(plantedStudy(1), plan)).scales;
    expect(alone).toMatchObject({ anova: null, postHoc: [] });
    expect(alone.best).toHaveLength(6);
  });

  it('tells of tests that cannot be made, and of maxima without surrogates', async () => {
    const study = plantedStudy();
    for (const { own } of study.pieces) own.enjoyment = own.enjoyment.map(() => own.enjoyment[0]);
    const { scales, remarks } = await couple(study, plan);
    expect(scales[0].anova).toBeNull();
    expect(remarks.join(' ')).toContain('enjoyment: No analysis of variance: invalid cells');
    expect(remarks.join(' ')).toContain('enjoyment: No comparison of envelope and embedding: invalid pairs');
    expect(remarks.join(' ')).toContain('Without surrogates nothing says');
  });

  it('takes features of each participant’s own, with a surrogate for each', async () => {
    const study = plantedStudy();
    for (const { shared, own, samples } of study.pieces) {
      own.heart = study.participants.map((_, at) => column(noise(samples, createRandom(at, 'heart'), 0.4)));
      own.heart[0] = null;
      delete (shared as Partial<typeof shared>).envelope;
    }
    const { scales } = await couple(study, {
      ...plan,
      features: ['embedding', 'heart'],
      surrogates: { kind: 'phase', count: 99 },
    });
    expect(scales[0].leftOut).toEqual(['p1']);
    expect(scales[0].surrogates.heart!.p).toBeGreaterThan(0.05);
    expect(scales[0].surrogates.embedding!.p).toBe(0.01);
  });

  it('refuses plans and studies that do not fit, by name', async () => {
    const refusal = (change: Partial<CouplingPlan>, study = plantedStudy()) =>
      expect(couple(study, { ...plan, ...change })).rejects;
    await refusal({ features: [] }).toThrow('invalid features: none');
    await refusal({ features: ['envelope', 'envelope'] }).toThrow('invalid features: envelope, envelope');
    await refusal({ features: ['rhythm'] }).toThrow('invalid feature: rhythm (it is missing in piece happy)');
    await refusal({ scales: ['awe'] }).toThrow('invalid scale: awe (nobody has rated it)');
    await refusal({ lagsSeconds: [] }).toThrow('invalid lags: none');
    await refusal({ lagsSeconds: [0, 1.5] }).toThrow('invalid lag: 1.5 s (a multiple of 1 s)');
    await refusal({ lagsSeconds: [85] }).toThrow(
      'invalid piece happy: 90 samples (at least 95 for these lags)',
    );
    const wide = plantedStudy();
    wide.pieces[1].shared.embedding = doubleMatrixOf(noise(180, createRandom(1, 'wide')), 2);
    await refusal({}, wide).toThrow('invalid feature embedding: 2 columns in piece sad (one:');
    const still = plantedStudy();
    still.pieces[2].shared.envelope = column(new Float64Array(90).fill(0.1));
    await refusal({}, still).toThrow('invalid feature envelope: constant in piece sadder');
  });
});
