import { describe, expect, it } from 'vitest';
import type { EegModel } from '@/app/ui/eeg/eegAnswers';
import { learningCurves } from './learningCurves';

type Line = EegModel['progressLines'][number];

const line = (part: Partial<Line>): Line => ({
  ...{ stage: 'tracks', fraction: 0.1, dimension: 'valence', variant: 'full', epoch: 1 },
  ...{ loss: 0.6, accuracy: null },
  ...part,
});

describe('learningCurves', () => {
  it('has the mean over networks that were trained side by side, epoch by epoch', () => {
    const lines = [line({ loss: 0.6 }), line({ loss: 0.8 }), line({ epoch: 2, loss: 0.5 })];
    const { epochs, curves } = learningCurves(lines, 'loss');
    expect(epochs).toEqual([1, 2]);
    expect(curves).toHaveLength(1);
    expect(curves[0].mean[0]).toBeCloseTo(0.7);
    expect(curves[0].mean[1]).toBeCloseTo(0.5);
    expect(curves[0].low[0]).toBeLessThan(0.7);
    expect(curves[0].high[0]).toBeGreaterThan(0.7);
  });

  it('keeps valence and arousal apart, and leaves a gap where nothing was told', () => {
    const lines = [line({}), line({ dimension: 'arousal', epoch: 3, loss: 0.4 })];
    const { curves } = learningCurves(lines, 'loss');
    expect(curves.map(({ name }) => name)).toEqual(['valence', 'arousal']);
    expect(curves[0].mean).toEqual([0.6, null, null]);
    expect(learningCurves(lines, 'accuracy')).toEqual({ epochs: [], curves: [] });
  });

  it('leaves out networks without one of their parts, where whole ones are told of', () => {
    const musicOnly = line({ variant: 'musicOnly', loss: 0.1 });
    expect(learningCurves([line({}), musicOnly], 'loss').curves[0].mean).toEqual([0.6]);
    expect(learningCurves([musicOnly], 'loss').curves[0].mean).toEqual([0.1]);
  });
});
