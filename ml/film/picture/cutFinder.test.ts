import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random';
import { CutFinder } from './cutFinder';
import { framePrint, printHeight, printWidth } from './framePrint';

type Colour = [number, number, number];
/** A picture: the colour at a place, 0..1 across and down, some way into its shot. */
type Picture = (x: number, y: number, frame: number) => Colour;

const random = createRandom(3, 'shots');
/** A shot of waves in colours of its own, which moves at a speed in widths of the picture a frame. */
function shot(speed = 0): Picture {
  const [base, swing] = [0, 1].map(() => [0, 1, 2].map(() => random.between(0.2, 0.6)));
  const waves = [0, 1, 2].map(() => [random.between(1, 5), random.between(1, 5), random.between(0, 6)]);
  return (x, y, frame) =>
    [0, 1, 2].map(
      (part) =>
        base[part] +
        0.5 *
          swing[part] *
          Math.sin(waves[part][0] * (x + speed * frame) * 3 + waves[part][1] * y * 3 + waves[part][2]),
    ) as Colour;
}

const grain = createRandom(5, 'grain');
function rgbaOf(picture: Picture, frame: number, noise = 0.02): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(4 * printWidth * printHeight);
  for (let y = 0, place = 0; y < printHeight; y++)
    for (let x = 0; x < printWidth; x++, place += 4) {
      const colour = picture(x / printWidth, y / printHeight, frame);
      const speck = noise * grain.between(-1, 1);
      for (const part of [0, 1, 2]) rgba[place + part] = 255 * (colour[part] + speck);
    }
  return rgba;
}

function found(frames: readonly Picture[]) {
  const finder = new CutFinder();
  frames.forEach((picture, frame) => finder.push(framePrint(rgbaOf(picture, frame))));
  return finder.finish();
}

const times = (count: number, picture: Picture): Picture[] => Array.from({ length: count }, () => picture);
const mixed =
  (from: Picture, to: Picture, share: number): Picture =>
  (x, y, frame) => {
    const [a, b] = [from(x, y, frame), to(x, y, frame)];
    return a.map((value, part) => (1 - share) * value + share * b[part]) as Colour;
  };
const black: Picture = () => [0, 0, 0];
const white: Picture = () => [1, 1, 1];
const ramp = (count: number, from: Picture, to: Picture) =>
  Array.from({ length: count }, (_, step) => mixed(from, to, (step + 1) / (count + 1)));

describe('cuts', () => {
  it('are where one shot follows another, still or moving', () => {
    const lengths = [30, 5, 12, 48, 20, 9, 60];
    const frames = lengths.flatMap((length, place) => times(length, shot(place % 2 ? 0.01 : 0)));
    const starts = lengths.map((_, place) =>
      lengths.slice(0, place).reduce((sum, length) => sum + length, 0),
    );
    expect(found(frames).cuts).toEqual(starts.slice(1));
  });

  it('are found all but always, and little else, in many shots', () => {
    let [start, wanted] = [0, [] as number[]];
    const frames = Array.from({ length: 60 }, () => {
      const length = Math.floor(random.between(8, 40));
      if (start > 0) wanted = [...wanted, start];
      start += length;
      return times(length, shot(random.between(0, 0.02)));
    }).flat();
    const { cuts } = found(frames);
    expect(cuts.filter((cut) => wanted.includes(cut)).length).toBeGreaterThanOrEqual(57);
    expect(cuts.filter((cut) => !wanted.includes(cut)).length).toBeLessThanOrEqual(1);
  });

  it.each([1, 2, 4])('are none at a flash of %i frames', (length) => {
    const still = shot(0.002);
    expect(
      found([...times(40, still), ...times(length, mixed(still, white, 0.8)), ...times(40, still)]).cuts,
    ).toEqual([]);
  });

  it('are one where a flash covers it', () => {
    const { cuts } = found([...times(40, shot()), ...times(2, white), ...times(40, shot())]);
    expect(cuts).toHaveLength(1);
    expect(Math.abs(cuts[0] - 41)).toBeLessThanOrEqual(1);
  });

  it.each([0.001, 0.005, 0.02])('are none in a pan of %d widths a frame', (speed) => {
    expect(found(times(120, shot(speed))).cuts).toEqual([]);
  });

  it('are none in fades and dissolves', () => {
    const [first, second, third] = [shot(), shot(0.004), shot()];
    const frames = [
      ...times(30, first),
      ...[...ramp(20, first, black), ...times(10, black), ...ramp(20, black, second)],
      ...[...times(30, second), ...ramp(16, second, third), ...times(30, third)],
    ];
    expect(found(frames).cuts).toEqual([]);
  });

  it('are none in films of no frame, one, and few', () => {
    for (const count of [0, 1, 2, 5]) expect(found(times(count, shot())).cuts).toEqual([]);
    expect(found([...times(3, shot()), ...times(3, shot())]).cuts).toEqual([3]);
  });
});

describe('motion', () => {
  const mean = (values: Float32Array) => values.reduce((sum, value) => sum + value, 0) / values.length;

  it('grows with the speed of a pan, and is told across cuts as beside them', () => {
    const moving = [0, 0.004, 0.02].map((speed) => mean(found(times(60, shot(speed))).motion));
    expect(moving[0]).toBeLessThan(moving[1]);
    expect(moving[1]).toBeLessThan(moving[2]);
    const { motion, cuts } = found([...times(30, shot()), ...times(30, shot())]);
    expect(cuts).toEqual([30]);
    expect(motion[30]).toBeLessThan(0.05);
  });

  it('is none where only the light changes', () => {
    const still = shot();
    const fade = found(ramp(40, still, mixed(still, white, 0.3)));
    expect(Math.max(...fade.motion)).toBeLessThan(0.05);
  });
});
