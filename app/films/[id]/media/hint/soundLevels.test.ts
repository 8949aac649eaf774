import { expect, it } from 'vitest';
import { SoundLevels } from './soundLevels';

it('levels of a sound are those of its steps, however it comes in pieces', () => {
  const rateHz = 1000;
  const levels = new SoundLevels(4, 0.5);
  // A quarter second before the first step, then 1.25 s at full scale of a square wave, then a tenth of it.
  const sound = Float32Array.from({ length: 2000 }, (_, i) => (i % 2 ? 1 : -1) * (i < 1500 ? 1 : 0.1));
  for (let start = 0; start < sound.length; start += 333)
    levels.add(sound.subarray(start, start + 333), { startSeconds: start / rateHz - 0.25, rateHz });
  const [first, second, third, fourth] = levels.decibels();
  expect(first).toBeCloseTo(0, 6);
  expect(second).toBeCloseTo(0, 6);
  expect(third).toBeCloseTo(10 * Math.log10(0.5 + 0.5 * 0.01), 2);
  expect(fourth).toBeCloseTo(-20, 4);
  expect(new SoundLevels(1, 0.5).decibels()[0]).toBe(-Infinity);
});
