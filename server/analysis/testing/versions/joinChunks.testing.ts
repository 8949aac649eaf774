import type { PcmChunk } from '@/ml/audio/pcm';

/** The chunks of one sound, end to end. */
export function joinChunks(chunks: PcmChunk[]): PcmChunk {
  const [{ channels, sampleRateHz }] = chunks;
  const frames = chunks.reduce((sum, chunk) => sum + chunk.channels[0].length, 0);
  const joined = channels.map((_, channel) => {
    const whole = new Float32Array(frames);
    let at = 0;
    for (const chunk of chunks) {
      whole.set(chunk.channels[channel], at);
      at += chunk.channels[channel].length;
    }
    return whole;
  });
  return { channels: joined, sampleRateHz };
}
