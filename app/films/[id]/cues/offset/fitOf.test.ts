import { describe, expect, it } from 'vitest';
import { curveHopSeconds } from '@/ml/affect/curveHop';
import { cueOf } from '@/ml/film/cue';
import { cueFitAt } from '@/ml/film/cueFit';
import { keyPointsOf, smoothCurve } from '@/ml/film/testing/curves.testing';
import { distancesOf, fitOf, latestStart } from './fitOf';

const curve = smoothCurve(4, 100);
const [start, length] = [30, 24];
const question = {
  points: keyPointsOf(curve, { start, length, hopSeconds: curveHopSeconds }),
  durationSeconds: length * curveHopSeconds,
  importance: [],
  toleranceSeconds: 0.5,
  blend: 0.5,
};

describe('how a section fits', () => {
  it('is told at any start, and best where the cue was taken from', () => {
    const distances = distancesOf(cueOf(question), curve);
    expect(distances).toHaveLength(100 - length + 1);
    expect(distances.indexOf(Math.min(...distances))).toBe(start);
    distances.forEach((distance, index) => {
      expect(cueFitAt(cueOf(question), curve, index * curveHopSeconds)!.distance).toBeCloseTo(distance, 5);
    });
    const fit = fitOf(question, curve, { startSeconds: 15 })!;
    expect(fit.distance).toBeCloseTo(distances[start], 6);
    expect(fit.place.earliest).toBeLessThanOrEqual(15);
    expect(fit.place.latest).toBeGreaterThanOrEqual(15);
    // Moved by hand, the place that is certain stays the best one around.
    expect(fitOf(question, curve, { startSeconds: 15.4 })!.place).toEqual(fit.place);
    expect(Array.from(fit.stretch.valence)).toEqual(Array.from(curve.valence.slice(30, 54)));
  });

  it('is of an edit by the curves of its pieces', () => {
    const edit = {
      pieces: [
        { startSeconds: 15, endSeconds: 20 },
        { startSeconds: 20, endSeconds: 27 },
      ],
    };
    const whole = fitOf(question, curve, { startSeconds: 15 })!;
    const joined = fitOf(question, curve, { startSeconds: 15, edit })!;
    expect(joined.distance).toBeCloseTo(whole.distance, 5);
    expect(fitOf(question, curve, { startSeconds: 45, edit })).toBeNull();
  });

  it('is nothing where the music does not last', () => {
    expect(fitOf(question, curve, { startSeconds: 38.1 })).toBeNull();
    expect(latestStart(cueOf(question), { curve, durationSeconds: 50 }, 12)).toBe(38);
    expect(latestStart(cueOf(question), { curve, durationSeconds: 49.6 }, 12)).toBeCloseTo(37.6, 9);
    expect(latestStart(cueOf(question), { curve, durationSeconds: 5 }, 12)).toBe(0);
  });
});
