import { describe, expect, it } from 'vitest';
import { inWaveOrder } from './vorbisChannelOrder';

/** Channels that each hold their place in the stream. */
const channelsOf = (names: string) => names.split(' ').map((_, place) => Float32Array.of(place));

/** Vorbis I specification, 4.3.9, and the order of WAVE (Microsoft, WAVEFORMATEXTENSIBLE). */
describe('inWaveOrder', () => {
  it.each([
    ['M', 'M'],
    ['L R', 'L R'],
    ['L C R', 'L R C'],
    ['L R Bl Br', 'L R Bl Br'],
    ['L C R Bl Br', 'L R C Bl Br'],
    ['L C R Bl Br Lfe', 'L R C Lfe Bl Br'],
    ['L C R Sl Sr Bc Lfe', 'L R C Lfe Bc Sl Sr'],
    ['L C R Sl Sr Bl Br Lfe', 'L R C Lfe Bl Br Sl Sr'],
  ])('brings %s to %s', (vorbis, wave) => {
    const places = inWaveOrder(channelsOf(vorbis)).map(([place]) => place);
    expect(places.map((place) => vorbis.split(' ')[place]).join(' ')).toBe(wave);
  });
});
