import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EmotionModel, type EmotionProfile, loadEmotionModel } from './emotionModel';
import { bands } from './poolLayout';
import reference from './reference.json';
import { referenceFrames } from './referenceFrames';

const modelFile = (suffix: string): URL => new URL(`../models/emotion-1.${suffix}`, import.meta.url);
const onnx = readFileSync(modelFile('onnx'));
const definition = JSON.parse(readFileSync(modelFile('json'), 'utf8')) as Record<string, unknown>;

/** The frames as they would be had the sound been recorded louder by `decibels`. */
function louder(frames: Float32Array, decibels: number): Float32Array {
  return frames.map((value) => Math.log10(1 + (10 ** value - 1) * 10 ** (decibels / 10)));
}

describe('emotion model', () => {
  let model: EmotionModel;
  beforeAll(async () => {
    model = await loadEmotionModel({ onnx, definition });
  });
  afterAll(() => model.release());

  const profile = (frames: Float32Array): Promise<EmotionProfile> => {
    const profiler = model.profiler();
    profiler.push(frames);
    return profiler.finish();
  };

  it('says what Python says', async () => {
    const { point, curve, embedding, modelVersion } = await profile(referenceFrames(reference.frames));
    expect(modelVersion).toBe('emotion-1');
    expect(Math.abs(point.valence - reference.point[0])).toBeLessThan(1e-5);
    expect(Math.abs(point.arousal - reference.point[1])).toBeLessThan(1e-5);
    expect(Math.abs(point.valenceDeviation - reference.pointDeviation[0])).toBeLessThan(1e-5);
    expect(Math.abs(point.arousalDeviation - reference.pointDeviation[1])).toBeLessThan(1e-5);
    expect(curve.valence).toHaveLength(reference.curve.length);
    reference.curve.forEach(([valence, arousal], i) => {
      expect(Math.abs(curve.valence[i] - valence)).toBeLessThan(1e-5);
      expect(Math.abs(curve.arousal[i] - arousal)).toBeLessThan(1e-5);
    });
    reference.embedding.forEach((value, i) => expect(Math.abs(embedding[i] - value)).toBeLessThan(1e-4));
  });

  it('moves by less than 0.01 when the recording is 6 dB louder or softer', async () => {
    const frames = referenceFrames(400);
    const { point } = await profile(frames);
    for (const decibels of [-6, 6]) {
      const changed = await profile(louder(frames, decibels));
      expect(Math.abs(changed.point.valence - point.valence)).toBeLessThan(0.01);
      expect(Math.abs(changed.point.arousal - point.arousal)).toBeLessThan(0.01);
    }
  });

  it('gives a curve whose mean is the point, with spreads that hold the point’s', async () => {
    const { point, curve } = await profile(referenceFrames(900));
    const mean = curve.arousal.reduce((total, value) => total + value, 0) / curve.arousal.length;
    expect(Math.abs(mean - point.arousal)).toBeLessThan(0.01);
    expect(Math.min(...curve.arousalDeviation)).toBeGreaterThan(0);
    expect(Math.max(...curve.valenceDeviation)).toBeLessThanOrEqual(1);
  });

  it('profiles silence, and a track shorter than half a second', async () => {
    for (const frames of [new Float32Array(bands), new Float32Array(300 * bands), referenceFrames(5)]) {
      const { point, curve, embedding } = await profile(frames);
      expect(curve.valence.length).toBe(Math.max(1, Math.round((frames.length / bands) * 0.032)));
      expect([point.valence, point.arousal, ...curve.valence, ...embedding].every(Number.isFinite)).toBe(
        true,
      );
      expect(embedding).toHaveLength(200);
    }
  });

  it('answers the same for tracks profiled side by side, beyond one batch', async () => {
    const frames = new Float32Array(520 * 32 * bands);
    frames.set(referenceFrames(400), 1000 * bands);
    const [first, second] = await Promise.all([profile(frames), profile(frames)]);
    expect(second).toEqual(first);
    expect(first.curve.valence).toHaveLength(532);
  });

  it('refuses a definition or a graph that is not its own', async () => {
    const strange = { ...definition, features: { kind: 'pooled-log-mel', count: 3 } };
    await expect(loadEmotionModel({ onnx, definition: strange })).rejects.toThrow(
      'invalid model definition: features.count',
    );
    await expect(loadEmotionModel({ onnx: new Uint8Array(4), definition })).rejects.toThrow();
  });
});
