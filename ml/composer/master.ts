import { onePole, sampleRateHz } from './voices/voice';

const fadeInSeconds = 0.004;
const fadeOutSeconds = 2.2;
/** Where the limiter begins to bend. */
const knee = 0.7;
const ceiling = 0.97;

/** Takes out what lies below hearing. In place. */
function withoutRumble(sound: Float32Array): void {
  const corner = onePole(24);
  let low = 0;
  for (let i = 0; i < sound.length; i++) {
    low += corner * (sound[i] - low);
    sound[i] -= low;
  }
}

/** Root mean square of the louder part of a sound: blocks of 0.4 s within 10 dB of the mean (after the gate of ITU-R BS.1770). */
function gatedLevel(channels: readonly Float32Array[]): number {
  const block = Math.round(0.4 * sampleRateHz);
  const powers: number[] = [];
  for (let start = 0; start + block <= channels[0].length; start += block) {
    let sum = 0;
    for (const channel of channels)
      for (let i = start; i < start + block; i++) sum += channel[i] * channel[i];
    powers.push(sum / (block * channels.length));
  }
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const gate = mean(powers) / 10;
  return Math.sqrt(mean(powers.filter((power) => power >= gate)));
}

/** Straight up to the knee, then bending towards the ceiling, which it never reaches. */
function softLimit(value: number): number {
  const size = Math.abs(value);
  if (size <= knee) return value;
  const room = ceiling - knee;
  return Math.sign(value) * (knee + room * Math.tanh((size - knee) / room));
}

/** Gain of the opening and closing fades at a sample. */
function fadeAt(i: number, length: number): number {
  const opening = Math.min(1, i / (fadeInSeconds * sampleRateHz));
  const closing = Math.min(1, (length - 1 - i) / (fadeOutSeconds * sampleRateHz));
  return opening * closing * closing * (3 - 2 * closing);
}

/**
 * Makes a mix ready to be heard, in place: no rumble, the wished level, soft limiting instead of clipping, and
 * fades at both ends, so that the first and last samples are zero.
 *
 * @param levelDb root mean square of the louder part relative to full scale
 */
export function master(channels: readonly [Float32Array, Float32Array], levelDb: number): void {
  for (const channel of channels) withoutRumble(channel);
  const gain = 10 ** (levelDb / 20) / gatedLevel(channels);
  for (const channel of channels) {
    for (let i = 0; i < channel.length; i++) {
      channel[i] = softLimit(channel[i] * gain) * fadeAt(i, channel.length);
    }
  }
}
