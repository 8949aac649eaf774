import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EmbeddingNetwork, embeddingSize } from './embeddingNetwork';
import { type EmotionModel, loadEmotionModel } from './emotionModel';
import { type EmotionProfile } from './emotionProfile';
import { FrameChunks } from './frameChunks';
import reference from './reference.json';
import { referenceFrames, referencePitchClasses } from './testing/referenceFrames.testing';

const bands = 96;
const modelFile = (name: string): Buffer => readFileSync(new URL(`../models/${name}`, import.meta.url));
const definition = JSON.parse(modelFile('emotion-3.json').toString()) as Record<string, unknown>;
const network = modelFile(String(definition.network));
const head = modelFile('emotion-3.onnx');

/** The frames as they would be had the sound been recorded louder by `decibels`. */
function louder(frames: Float32Array, decibels: number): Float32Array {
  return frames.map((value) => Math.log10(1 + (10 ** value - 1) * 10 ** (decibels / 10)));
}

describe('emotion model', () => {
  let model: EmotionModel;
  beforeAll(async () => {
    model = await loadEmotionModel({ network, head, definition });
  });
  afterAll(() => model.release());

  async function profile(frames: Float32Array, piece = frames.length): Promise<EmotionProfile> {
    const profiler = model.profiler();
    for (let at = 0; at < frames.length; at += piece) await profiler.push(frames.subarray(at, at + piece));
    return profiler.finish(referencePitchClasses(Math.floor((frames.length / bands) * 0.032)));
  }

  it('says what Python says', async () => {
    const { point, curve, embedding, modelVersion } = await profile(referenceFrames(reference.frames));
    expect(modelVersion).toBe('emotion-3.2');
    expect(Math.abs(point.valence - reference.point[0])).toBeLessThan(1e-4);
    expect(Math.abs(point.arousal - reference.point[1])).toBeLessThan(1e-4);
    expect(Math.abs(point.valenceDeviation - reference.pointDeviation[0])).toBeLessThan(1e-4);
    expect(Math.abs(point.arousalDeviation - reference.pointDeviation[1])).toBeLessThan(1e-4);
    expect(curve.valence).toHaveLength(reference.curve.length);
    reference.curve.forEach(([valence, arousal], i) => {
      expect(Math.abs(curve.valence[i] - valence)).toBeLessThan(1e-4);
      expect(Math.abs(curve.arousal[i] - arousal)).toBeLessThan(1e-4);
    });
    reference.embedding.forEach((value, i) => expect(Math.abs(embedding[i] - value)).toBeLessThan(1e-3));
  });

  it('embeds a long track in chunks as it would the whole at once', async () => {
    const frames = referenceFrames(14_000);
    const embedding = await EmbeddingNetwork.load(network);
    const whole = await embedding.embed({ frames, skip: 0, keep: (14_000 / 125) * 4 });
    const chunks = new FrameChunks();
    const parts: Float32Array[] = [];
    for (const chunk of chunks.push(frames)) parts.push((await embedding.embed(chunk)).embedding.values);
    const last = chunks.finish();
    if (last) parts.push((await embedding.embed(last)).embedding.values);
    await embedding.release();
    expect(parts.length).toBe(3);
    const rows = parts.flatMap((part) => [...part]);
    expect(rows.length).toBe(whole.embedding.values.length);
    const worst = rows.reduce(
      (most, value, i) => Math.max(most, Math.abs(value - whole.embedding.values[i])),
      0,
    );
    expect(worst).toBeLessThan(1e-4);
  });

  it('profiles a track the same however its frames come', async () => {
    const frames = referenceFrames(8000);
    const [whole, pieces] = [await profile(frames), await profile(frames, 700 * bands)];
    expect(pieces).toEqual(whole);
  });

  it('gives a curve whose mean is the point, with spreads that hold the point’s', async () => {
    const { point, curve } = await profile(referenceFrames(900));
    const mean = curve.arousal.reduce((total, value) => total + value, 0) / curve.arousal.length;
    expect(Math.abs(mean - point.arousal)).toBeLessThan(1e-5);
    expect(Math.min(...curve.arousalDeviation)).toBeGreaterThanOrEqual(point.arousalDeviation - 1e-6);
    expect(Math.max(...curve.valenceDeviation)).toBeLessThanOrEqual(1);
  });

  it('takes a fade-in for the music behind it, and touches the border nowhere', async () => {
    const frames = referenceFrames(6000);
    for (let at = 0; at < 250 * bands; at++) frames[at] *= Math.floor(at / bands) / 1500;
    const { curve } = await profile(frames);
    for (const values of [curve.valence, curve.arousal]) {
      const behind = values.subarray(8, 13).reduce((sum, value) => sum + value, 0) / 5;
      expect(Math.abs(values[0] - behind)).toBeLessThan(0.05);
      expect(Math.max(...values.map(Math.abs))).toBeLessThan(1);
    }
  });

  it('moves by less than 0.05 when the recording is 6 dB louder or softer', async () => {
    const frames = referenceFrames(900);
    const { point } = await profile(frames);
    for (const decibels of [-6, 6]) {
      const changed = await profile(louder(frames, decibels));
      expect(Math.abs(changed.point.valence - point.valence)).toBeLessThan(0.05);
      expect(Math.abs(changed.point.arousal - point.arousal)).toBeLessThan(0.05);
    }
  });

  it('profiles silence, and a track shorter than half a second', async () => {
    for (const frames of [new Float32Array(bands), new Float32Array(300 * bands), referenceFrames(5)]) {
      const { point, curve, embedding } = await profile(frames);
      expect(curve.valence.length).toBe(Math.max(1, Math.round((frames.length / bands) * 0.032)));
      expect([point.valence, point.arousal, ...curve.valence, ...embedding].every(Number.isFinite)).toBe(
        true,
      );
      expect(embedding).toHaveLength(embeddingSize);
    }
  });

  it('keeps tracks apart that are profiled side by side', async () => {
    const frames = referenceFrames(900);
    const [first, other] = await Promise.all([profile(frames), profile(louder(frames, 12))]);
    expect(first).toEqual(await profile(frames));
    expect(other).not.toEqual(first);
  });

  it('refuses a track without frames, a definition or a graph that is not its own', async () => {
    await expect(model.profiler().finish(new Float32Array(0))).rejects.toThrow('invalid frames: 0');
    const strange = { ...definition, movement: { windows: [] } };
    await expect(loadEmotionModel({ network, head, definition: strange })).rejects.toThrow(
      'invalid model definition: movement',
    );
    await expect(loadEmotionModel({ network: head, head, definition })).rejects.toThrow(
      'invalid model input: features',
    );
    await expect(loadEmotionModel({ network, head: new Uint8Array(4), definition })).rejects.toThrow();
  });
});
