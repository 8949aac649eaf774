/** Samples of a frame, by the four configurations that share a mode: SILK, then hybrid, then CELT. */
const silkSamples = [480, 960, 1920, 2880];
const hybridSamples = [480, 960];
const celtSamples = [120, 240, 480, 960];

/** How many samples at 48 kHz an Opus packet holds, by its first two bytes (RFC 6716, 3.1 and 3.2). */
export function opusPacketSamples(packet: Uint8Array): number {
  if (packet.length === 0) return 0;
  const configuration = packet[0] >> 3;
  const frames = (packet[0] & 3) === 3 ? (packet[1] ?? 0) & 63 : (packet[0] & 3) === 0 ? 1 : 2;
  return frames * frameSamples(configuration);
}

function frameSamples(configuration: number): number {
  if (configuration < 12) return silkSamples[configuration % 4];
  if (configuration < 16) return hybridSamples[configuration % 2];
  return celtSamples[configuration % 4];
}
