/** How many channels a sound may have here: mono to 7.1. */
export const mostChannels = 8;

/**
 * How much weaker than the channels their mean may be, in power: 12 dB, where sounds that have nothing in common lose
 * 3. More is lost only where the channels are turned against each other.
 */
const mostCancelled = 16;

/**
 * One channel from several: their mean, sample by sample; where they cancel each other in it, half the difference of
 * two, or the strongest of more.
 *
 * The mean (and not the sum, or the sum over the root of the count) keeps full scale at full scale, so that it
 * cannot clip, gives a sound spread over identical channels the level it has in one, and is what
 * `librosa.to_mono`, and so the features the models were trained on, use. A mono sound is returned uncopied.
 * A stretch counts as a whole: a recording with one side's polarity turned is heard as if it were not.
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
  return others.length === 1 ? mixOfTwo(first, others[0]) : mixOfMany(channels);
}

/** Stereo, nearly all music, in one pass. */
function mixOfTwo(left: Float32Array, right: Float32Array): Float32Array {
  const mono = new Float32Array(left.length);
  let [middleEnergy, sideEnergy] = [0, 0];
  for (let i = 0; i < mono.length; i++) {
    const middle = 0.5 * (left[i] + right[i]);
    const side = 0.5 * (left[i] - right[i]);
    mono[i] = middle;
    middleEnergy += middle * middle;
    sideEnergy += side * side;
  }
  // The mean power of both channels is that of middle and side together.
  if (mostCancelled * middleEnergy >= middleEnergy + sideEnergy) return mono;
  for (let i = 0; i < mono.length; i++) mono[i] = 0.5 * (left[i] - right[i]);
  return mono;
}

function mixOfMany(channels: readonly Float32Array[]): Float32Array {
  const mono = Float32Array.from(channels[0]);
  for (const channel of channels.slice(1)) for (let i = 0; i < mono.length; i++) mono[i] += channel[i];
  for (let i = 0; i < mono.length; i++) mono[i] /= channels.length;
  const energies = channels.map(energyOf);
  const mean = energies.reduce((sum, energy) => sum + energy, 0) / channels.length;
  // A sound in one channel alone loses this much in the mean too, and is not cancelled.
  if (mostCancelled * channels.length * energyOf(mono) >= mean) return mono;
  return channels[energies.indexOf(Math.max(...energies))];
}

function energyOf(samples: Float32Array): number {
  let energy = 0;
  for (const sample of samples) energy += sample * sample;
  return energy;
}
