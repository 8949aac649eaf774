import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { PcmChunk } from '../audio/pcm';
import { composePiece } from './composePiece';
import { demoPieces, type DemoPiece } from './demoPieces';
import { renderScore } from './renderScore';

const titles = [
  'Market of Kites',
  'Lullaby for a House',
  'Winter Bell',
  'Night Chase',
  'Halfway',
  'Storm and Calm',
  'Late Bloom',
];
const chosen = demoPieces.filter(({ title }) => titles.includes(title));
const render = (piece: DemoPiece) => renderScore(composePiece(piece));

const rendered = new Map<string, PcmChunk>();

/** A piece's sound, made once for all tests. */
function soundOf(piece: DemoPiece): PcmChunk {
  const sound = rendered.get(piece.slug) ?? render(piece);
  rendered.set(piece.slug, sound);
  return sound;
}

/** Root mean square of every stretch of the given length. */
function levels(sound: Float32Array, stretch: number): number[] {
  return Array.from({ length: Math.floor(sound.length / stretch) }, (_, k) => {
    let sum = 0;
    for (let i = k * stretch; i < (k + 1) * stretch; i++) sum += sound[i] * sound[i];
    return Math.sqrt(sum / stretch);
  });
}

/** Largest size and largest step between neighbours; NaN if any sample is. */
function extremes(sound: Float32Array): { size: number; step: number } {
  let size = 0;
  let step = 0;
  for (let i = 0; i < sound.length; i++) {
    size = Math.max(size, Math.abs(sound[i]));
    if (i > 0) step = Math.max(step, Math.abs(sound[i] - sound[i - 1]));
  }
  return { size, step };
}

const sha256 = (channels: readonly Float32Array[]) =>
  channels.reduce((hash, channel) => hash.update(channel), createHash('sha256')).digest('hex');

describe('renderScore', () => {
  it('makes the same bytes twice', () => {
    const piece = demoPieces[18];
    expect(sha256(render(piece).channels)).toBe(sha256(render(piece).channels));
  });

  it.each(chosen)(
    '$title: is stereo at 32 kHz of its length, never clipped, without clicks at its ends',
    (piece) => {
      const { channels, sampleRateHz } = soundOf(piece);
      expect(sampleRateHz).toBe(32_000);
      expect(channels).toHaveLength(2);
      for (const channel of channels) {
        expect(channel.length).toBe(piece.durationSeconds * 32_000);
        const { size, step } = extremes(channel);
        expect(size).toBeLessThan(1);
        expect(size).toBeGreaterThan(0.05);
        expect(step).toBeLessThan(0.6);
        expect(extremes(channel.subarray(0, 20)).step).toBeLessThan(0.01);
        expect(Math.abs(channel[0])).toBe(0);
        expect(Math.abs(channel[channel.length - 1])).toBe(0);
        expect(extremes(channel.subarray(-3200)).size).toBeLessThan(0.003);
      }
      expect(sha256([channels[0]])).not.toBe(sha256([channels[1]]));
    },
  );

  it.each(chosen)('$title: is never silent for long before its end', (piece) => {
    const [left] = soundOf(piece).channels;
    const seconds = levels(left, 32_000).slice(0, -4);
    for (const level of seconds) expect(20 * Math.log10(level)).toBeGreaterThan(-55);
  });

  it('is louder for higher arousal, within a comfortable range', () => {
    const loudness = (title: string) => {
      const [left] = soundOf(demoPieces.find((piece) => piece.title === title)!).channels;
      const powers = levels(left, 12_800).map((level) => level * level);
      return 10 * Math.log10(powers.reduce((sum, power) => sum + power, 0) / powers.length);
    };
    const [excited, middle, calm] = ['Market of Kites', 'Halfway', 'Lullaby for a House'].map(loudness);
    expect(excited).toBeGreaterThan(middle + 2);
    expect(middle).toBeGreaterThan(calm + 2);
    expect(excited).toBeLessThan(-12);
    expect(calm).toBeGreaterThan(-34);
    expect(excited).toBeGreaterThan(calm + 10);
  });
});
