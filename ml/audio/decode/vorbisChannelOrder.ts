/**
 * Where in a Vorbis or Opus stream each channel of the order of WAVE lies, by their number; the orders of one, two and
 * four channels are the same. Sources: Vorbis I specification, 4.3.9; RFC 7845, 5.1.1.2.
 */
const places: Record<number, readonly number[] | undefined> = {
  // L C R
  3: [0, 2, 1],
  // L C R Ls Rs
  5: [0, 2, 1, 3, 4],
  // L C R Ls Rs LFE
  6: [0, 2, 1, 5, 3, 4],
  // L C R Ls Rs Cs LFE
  7: [0, 2, 1, 6, 5, 3, 4],
  // L C R Ls Rs Lb Rb LFE
  8: [0, 2, 1, 7, 5, 6, 3, 4],
};

/** Channels as Vorbis orders them, in the order of WAVE and FLAC, which everything else here expects. */
export function inWaveOrder(channels: Float32Array[]): Float32Array[] {
  return places[channels.length]?.map((place) => channels[place]) ?? channels;
}
