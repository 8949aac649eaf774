import { describe, expect, it } from 'vitest';
import { layoutGains, mixedBy } from './waveSpeakers';

describe('layoutGains', () => {
  it.each([
    ['2.1', 0xb, ['L', 'R']],
    ['1.1', 0xc, ['C']],
    ['3.1', 0xf, ['L', 'R', 'C']],
    ['left, right, back', 0x103, ['L', 'R', 'Sl Sr']],
    ['left, right, centre, back', 0x107, ['L', 'R', 'C', 'Sl Sr']],
    ['6.0', 0x707, ['L', 'R', 'C', 'Sl Sr', 'Sl', 'Sr']],
  ])('brings %s to a usual layout', (name, mask, sides) => {
    const channelCount = name.endsWith('.1') ? sides.length + 1 : sides.length;
    const targets = ['L', 'R', 'C', 'Sl', 'Sr'].filter((target) =>
      sides.some((side) => side.split(' ').includes(target)),
    );
    // The channel of low frequencies is the last of those tried, and goes nowhere.
    const places = [
      ...sides.map((side) => side.split(' ')),
      ...Array<string[]>(channelCount - sides.length).fill([]),
    ];
    const expected = targets.map((target) =>
      places.map((place) => (place.includes(target) ? (place.length === 2 ? Math.SQRT1_2 : 1) : 0)),
    );
    expect(layoutGains(mask, channelCount)).toEqual(expected);
  });

  it.each([
    [0x3, 2],
    [0x4, 1],
    [0x33, 4],
    [0x3f, 6],
    [0x60f, 6],
    [0x63f, 8],
    [0, 4],
    [0x3, 4],
    [0x600, 2],
    [0x104, 2],
    [0x8, 1],
    [0xff, 8],
  ])('leaves mask %i of %i channels as it is', (mask, channelCount) => {
    expect(layoutGains(mask, channelCount)).toBeUndefined();
  });
});

describe('mixedBy', () => {
  it('adds the channels by their gains', () => {
    const channels = [Float32Array.of(0.5, 0.25), Float32Array.of(0.25, -0.5)];
    expect(
      mixedBy(
        [
          [1, 0],
          [0.5, 0.5],
        ],
        channels,
      ),
    ).toEqual([Float32Array.of(0.5, 0.25), Float32Array.of(0.375, -0.125)]);
  });
});
