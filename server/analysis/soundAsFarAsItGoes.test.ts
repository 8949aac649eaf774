import { describe, expect, it } from 'vitest';
import type { PcmChunk } from '@/ml/audio/pcm';
import { soundAsFarAsItGoes } from './soundAsFarAsItGoes';

const sampleRateHz = 8000;
const damage = new Error('damaged');

/** Chunks of so many samples, then the decoder's failure. */
async function* failingAfter(...lengths: number[]): AsyncGenerator<PcmChunk> {
  for (const length of lengths) yield { channels: [new Float32Array(length)], sampleRateHz };
  await Promise.reject(damage);
}

/** The lengths of the chunks heard, and the reasons told for a break-off. */
async function listen(chunks: AsyncIterable<PcmChunk>, onChunk?: () => void) {
  const lengths: number[] = [];
  const reasons: unknown[] = [];
  const sound = soundAsFarAsItGoes(chunks, (error) => reasons.push(error));
  for await (const { channels } of sound) {
    lengths.push(channels[0].length);
    onChunk?.();
  }
  return { lengths, reasons };
}

describe('soundAsFarAsItGoes', () => {
  it('ends where the decoder fails after a second, and tells why', async () => {
    expect(await listen(failingAfter(4000, 4000))).toEqual({ lengths: [4000, 4000], reasons: [damage] });
  });

  it.each([[], [4000, 3999]])('throws what the decoder throws before that (%s)', async (...lengths) => {
    await expect(listen(failingAfter(...lengths))).rejects.toBe(damage);
  });

  it('takes the failure of its consumer for none of the decoder', async () => {
    const fault = new Error('of the consumer');
    const fail = () => {
      throw fault;
    };
    await expect(listen(failingAfter(16_000), fail)).rejects.toBe(fault);
  });

  it('closes the decoder where its consumer stops early', async () => {
    let isClosed = false;
    async function* endless(): AsyncGenerator<PcmChunk> {
      try {
        for (;;) yield await Promise.resolve({ channels: [new Float32Array(10)], sampleRateHz });
      } finally {
        isClosed = true;
      }
    }
    for await (const chunk of soundAsFarAsItGoes(endless())) if (chunk.sampleRateHz > 0) break;
    expect(isClosed).toBe(true);
  });
});
