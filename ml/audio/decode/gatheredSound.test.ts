import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GatheredSound } from './gatheredSound';
import { noise } from '../testing/referenceSignals.testing';

describe('GatheredSound', () => {
  it('gives what was added since it last gave, in copies of its own', () => {
    const frames = fc.array(fc.record({ length: fc.integer({ min: 1, max: 50 }), isLast: fc.boolean() }));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 }), frames, (channelCount, list) => {
        const gathered = new GatheredSound();
        let expected: number[][] = Array.from({ length: channelCount }, () => []);
        const taken: [number[][], Float32Array[]][] = [];
        list.forEach(({ length, isLast }, i) => {
          const frame = expected.map((_, channel) => Float32Array.from(noise(length, 3 * i + channel)));
          gathered.add(frame);
          frame.forEach((samples, channel) => expected[channel].push(...samples));
          expect(gathered.samples).toBe(channelCount * expected[0].length);
          if (!isLast) return;
          const { channelData, samplesDecoded, sampleRate } = gathered.take(8000);
          expect([samplesDecoded, sampleRate]).toEqual([expected[0].length, 8000]);
          taken.push([expected, channelData]);
          expected = expected.map(() => []);
          expect(gathered.samples).toBe(0);
        });
        for (const [sound, channels] of taken) expect(channels.map((channel) => [...channel])).toEqual(sound);
      }),
    );
  });
});
