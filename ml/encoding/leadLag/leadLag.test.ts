import { describe, expect, it } from 'vitest';
import { type DoubleMatrix, doubleZeros } from '../../linear/doubleMatrix';
import { createRandom } from '../../random';
import { type PreparedStudy } from '../preparedStudy';
import { later, simulatedStudy, smoothNoise } from '../testing/simulatedStudy.testing';
import { leadLag } from './leadLag';
import { defaultLeadLagPlan, type LeadLagPlan } from './leadLagPlan';

/** A first region that follows enjoyment by 4 s, a second that enjoyment follows by 6 s, and a third of its own. */
function ratedStudy(seed: number): PreparedStudy {
  const random = createRandom(seed, 'ratings');
  const study = simulatedStudy({ seed, participants: 6, samples: [150, 140, 160], targets: 3, noise: 1 });
  const pieces = study.pieces.map((piece) => {
    const rated = piece.recordings.map((recording) => {
      const { samples } = piece;
      const enjoyment = smoothNoise(random, samples, 1);
      const leading: DoubleMatrix = doubleZeros(samples, 1);
      recording!.values.forEach((value, at) => {
        if (at % 3 === 1) leading.values[(at - 1) / 3] = value;
      });
      later(leading, 0, 6).forEach((value, sample) => (enjoyment.values[sample] += value));
      later(enjoyment, 0, 4).forEach((value, sample) => (recording!.values[3 * sample] += value));
      return { enjoyment, emotionality: smoothNoise(random, samples, 1) };
    });
    return {
      ...piece,
      own: {
        enjoyment: rated.map(({ enjoyment }) => enjoyment),
        emotionality: rated.map(({ emotionality }) => emotionality),
      },
    };
  });
  return { ...study, pieces };
}

const plan: LeadLagPlan = {
  ...defaultLeadLagPlan,
  direction: 'ratings to brain',
  scales: ['enjoyment', 'emotionality'],
  lagsSeconds: [-8, -6, -4, -2, 0, 2, 4, 6, 8],
  null: { count: 19 },
};

describe('leadLag', () => {
  it('tells what follows a rating from what it follows, never the other way round', async () => {
    const { curves } = await leadLag(ratedStudy(3), plan);
    const [alone, other, over] = curves;
    expect(curves.map(({ scale, over: others }) => [scale, ...others])).toEqual([
      ['enjoyment'],
      ['emotionality'],
      ['enjoyment', 'emotionality'],
      ['emotionality', 'enjoyment'],
    ]);
    for (const curve of [alone, over]) {
      expect(curve.bestLagSeconds.slice(0, 2)).toEqual([4, -6]);
      expect(curve.tested.pFamily![plan.lagsSeconds.indexOf(4)][0]).toBe(1 / 20);
      expect(curve.tested.pFamily![plan.lagsSeconds.indexOf(-6)][1]).toBe(1 / 20);
      expect(Math.min(...curve.tested.pFamily!.map((row) => row[2]))).toBeGreaterThan(0.05);
    }
    expect(Math.min(...other.tested.pFamily!.flat())).toBeGreaterThan(0.05);
  });

  it('finds what a region adds to a rating’s own past only where the region leads', async () => {
    const { curves } = await leadLag(ratedStudy(4), {
      ...plan,
      direction: 'brain to ratings',
      scales: ['enjoyment'],
      features: ['sound'],
      lagsSeconds: [2, 4, 6, 8],
    });
    const [{ tested, bestLagSeconds, over }] = curves;
    expect(over).toEqual(['its own past', 'sound']);
    expect(bestLagSeconds[1]).toBe(6);
    expect(tested.pFamily![2][1]).toBe(1 / 20);
    expect(Math.min(...tested.pFamily!.flatMap(([first, , third]) => [first, third]))).toBeGreaterThan(0.05);
  });

  it('refuses what makes no sense, with what to do', async () => {
    const study = ratedStudy(5);
    await expect(leadLag(study, { ...plan, lagsSeconds: [900] })).rejects.toThrow(
      'invalid lagsSeconds: 900 (at least one, shorter than the shortest piece of 140 s)',
    );
    await expect(leadLag(study, { ...plan, scales: ['sound'] })).rejects.toThrow(
      'invalid scale: sound of 2 columns (a rating has one)',
    );
  });
});
