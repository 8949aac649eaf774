/** What the STREAMINFO block says of the sound as a whole. */
export interface StreamInfo {
  sampleRateHz: number;
  channelCount: number;
  /** Bits a sample, 4 to 32. */
  bitDepth: number;
  /** Samples a channel; 0 where the encoder did not know. */
  totalSamples: number;
}

/** The size of the block's body. */
export const streamInfoBytes = 34;

/** Reads the body of a STREAMINFO block: 20 bits of rate, 3 of channels, 5 of depth, 36 of length (RFC 9639, 8.2). */
export function readStreamInfo(body: Uint8Array): StreamInfo {
  const [rateHigh, rateMiddle, rateLowAndChannels, depthAndTotal] = body.subarray(10, 14);
  const totalLow = body.subarray(14, 18).reduce((value, byte) => value * 256 + byte, 0);
  return {
    sampleRateHz: rateHigh * 4096 + rateMiddle * 16 + (rateLowAndChannels >> 4),
    channelCount: ((rateLowAndChannels >> 1) & 7) + 1,
    bitDepth: ((rateLowAndChannels & 1) << 4) + (depthAndTotal >> 4) + 1,
    totalSamples: (depthAndTotal & 15) * 2 ** 32 + totalLow,
  };
}
