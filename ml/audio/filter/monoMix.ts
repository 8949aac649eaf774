/** How many channels a sound may have here: mono to 7.1. */
export const mostChannels = 8;

/**
 * One channel from several: their mean, sample by sample.
 *
 * The mean (and not the sum, or the sum over the root of the count) keeps full scale at full scale, so that it
 * cannot clip, gives a sound spread over identical channels the level it has in one, and is what
 * `librosa.to_mono`, and so the features the models were trained on, use. A mono sound is returned uncopied.
 *
 * @param channels - 1..8 arrays of one length
 * @throws RangeError for another number of channels, or lengths that differ
 */
export function monoMix(channels: readonly Float32Array[]): Float32Array {
  if (channels.length < 1 || channels.length > mostChannels)
    throw new RangeError(`invalid channels: ${channels.length} (1 to ${mostChannels} are accepted)`);
  const [first, ...others] = channels;
  const odd = others.find((channel) => channel.length !== first.length);
  if (odd)
    throw new RangeError(`invalid channel length: ${odd.length} (all must have ${first.length} samples)`);
  if (others.length === 0) return first;
  if (others.length === 1) return meanOfTwo(first, others[0]);

  const mono = Float32Array.from(first);
  for (const channel of others) for (let i = 0; i < mono.length; i++) mono[i] += channel[i];
  for (let i = 0; i < mono.length; i++) mono[i] /= channels.length;
  return mono;
}

/** Stereo, nearly all music, in one pass. */
function meanOfTwo(left: Float32Array, right: Float32Array): Float32Array {
  const mono = new Float32Array(left.length);
  for (let i = 0; i < mono.length; i++) mono[i] = 0.5 * (left[i] + right[i]);
  return mono;
}
