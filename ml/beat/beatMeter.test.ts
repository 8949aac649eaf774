import { describe, expect, it } from 'vitest';
import { demoPieces } from '../composer/demoPieces';
import { createRandom } from '../random';
import { beatFMeasure } from './measure/fMeasure';
import { composedBeats, composedSound } from './testing/composedBeats.testing';
import { heardBeats } from './testing/heardBeats.testing';

const rateHz = 16_000;

/** Short decaying tones at these times; every `accented`-th lower and louder. */
function clicks(times: readonly number[], seconds: number, accented = 1): Float32Array {
  const random = createRandom(4, 'clicks');
  const sound = Float32Array.from({ length: seconds * rateHz }, () => 0.001 * random.between(-1, 1));
  times.forEach((time, place) => {
    const first = place % accented === 0;
    const hz = first && accented > 1 ? 110 : 1000;
    const level = first && accented > 1 ? 0.6 : 0.2;
    const start = Math.round(time * rateHz);
    for (let i = 0; i < 1600 && start + i < sound.length; i++)
      sound[start + i] += level * Math.exp(-i / 300) * Math.sin((2 * Math.PI * hz * i) / rateHz);
  });
  return sound;
}

const regular = (bpm: number, seconds: number) =>
  Array.from({ length: Math.floor((seconds * bpm) / 60) }, (_, i) => 0.3 + (i * 60) / bpm);

describe('the beats of a sound', () => {
  it.each([72, 90, 120, 144])('are clicks at %i a minute, within 15 ms', (bpm) => {
    const times = regular(bpm, 24);
    const { beats, steady } = heardBeats(clicks(times, 25));
    expect(steady).toBe(true);
    expect(beatFMeasure({ truth: times, found: beats })).toBeGreaterThan(0.95);
    for (const time of times.slice(1)) {
      expect(Math.min(...beats.map((beat) => Math.abs(time - beat)))).toBeLessThan(0.015);
    }
  });

  it('follow a tempo that drifts from 96 to 120 a minute', () => {
    const times = [0.5];
    while (times.at(-1)! < 38) times.push(times.at(-1)! + 60 / (96 + (24 * times.at(-1)!) / 38));
    const { beats } = heardBeats(clicks(times, 40));
    expect(beatFMeasure({ truth: times, found: beats })).toBeGreaterThan(0.95);
  });

  it.each([3, 4] as const)('begin bars of %i where the bass enters', (metre) => {
    const times = regular(110, 30);
    const heard = heardBeats(clicks(times, 31, metre));
    const truth = times.filter((_, place) => place % metre === 0);
    expect(heard.metre).toBe(metre);
    expect(beatFMeasure({ truth, found: heard.downbeats })).toBeGreaterThan(0.9);
  });

  it('are what the composer meant', () => {
    for (const title of ['Running Home', 'Market of Kites', 'Paper Boats']) {
      const piece = demoPieces.find((each) => each.title === title)!;
      const { beats: truth } = composedBeats(piece);
      const { beats: found } = heardBeats(composedSound(piece));
      expect(beatFMeasure({ truth, found })).toBeGreaterThan(0.85);
    }
  });

  it('are none where nothing is steady: silence, noise, a drone, strokes at random', () => {
    const random = createRandom(9, 'unsteady');
    const seconds = 30;
    const noise = Float32Array.from({ length: seconds * rateHz }, () => 0.1 * random.between(-1, 1));
    const drone = noise.map((_, i) => 0.2 * Math.sin((2 * Math.PI * 110 * i) / rateHz));
    const strokes = Array.from({ length: 70 }, () => random.between(0, seconds - 1)).sort((a, b) => a - b);
    for (const sound of [new Float32Array(seconds * rateHz), noise, drone, clicks(strokes, seconds)]) {
      const { beats, downbeats, steady, metre } = heardBeats(sound);
      expect([beats, downbeats, steady, metre]).toEqual([[], [], false, null]);
    }
    expect(heardBeats(new Float32Array(0)).steady).toBe(false);
    expect(heardBeats(new Float32Array(100)).steady).toBe(false);
  });

  it('are the same however the sound is cut', () => {
    const sound = clicks(regular(100, 12), 12.3);
    expect(heardBeats(sound, 7001)).toEqual(heardBeats(sound));
  });
});

describe('the onsets of a sound', () => {
  it('are where strokes begin, within 15 ms, and no others', () => {
    const random = createRandom(3, 'onsets');
    const times = [0.4];
    while (times.at(-1)! < 18) times.push(times.at(-1)! + random.between(0.15, 0.7));
    const { onsets } = heardBeats(clicks(times, 20));
    const near = (time: number, among: readonly number[]) =>
      among.some((each) => Math.abs(each - time) < 0.015);
    expect(times.filter((time) => !near(time, onsets)).length).toBeLessThan(0.05 * times.length);
    expect(onsets.filter((time) => !near(time, times)).length).toBeLessThan(0.05 * onsets.length);
  });
});
