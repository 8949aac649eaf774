import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curveShape, leastShapeFloor, moves, shapeOf, spreadOf } from './shape';

const wave = (offset: number, scale: number) =>
  Float32Array.from({ length: 40 }, (_, index) => offset + scale * Math.sin(index / 5));

describe('shapeOf', () => {
  it('has mean 0 and standard deviation 1, whatever the offset and the scale above the floor', () => {
    const expected = shapeOf(wave(0, 1));
    expect(spreadOf(expected).mean).toBeCloseTo(0, 6);
    expect(spreadOf(expected).deviation).toBeCloseTo(1, 6);
    fc.assert(
      fc.property(
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.double({ min: 0.1, max: 2, noNaN: true }),
        (offset, scale) => {
          shapeOf(wave(offset, scale)).forEach((value, index) =>
            expect(value).toBeCloseTo(expected[index], 4),
          );
        },
      ),
    );
  });

  it('does not blow up what moves less than the floor', () => {
    expect(spreadOf(shapeOf(wave(0.3, 0.01))).deviation).toBeCloseTo(
      spreadOf(wave(0, 0.01)).deviation / leastShapeFloor,
      5,
    );
    expect([...shapeOf(Float32Array.of(0.5, 0.5, 0.5))]).toEqual([0, 0, 0]);
  });

  it('takes a floor that is told, of each dimension its own', () => {
    const floor = { valence: 0.2, arousal: 0.4 };
    const { valence, arousal } = curveShape({ valence: wave(0.3, 0.1), arousal: wave(0, 0.1) }, { floor });
    const { deviation } = spreadOf(wave(0, 0.1));
    expect(spreadOf(valence).deviation).toBeCloseTo(deviation / floor.valence, 5);
    expect(spreadOf(arousal).deviation).toBeCloseTo(deviation / floor.arousal, 5);
  });
});

describe('spreadOf', () => {
  it('gives the population standard deviation', () => {
    expect(spreadOf(Float32Array.of(2, 4, 4, 4, 5, 5, 7, 9))).toEqual({ mean: 5, deviation: 2 });
  });
});

describe('moves', () => {
  it('asks for movement over the floor in one dimension', () => {
    expect(moves({ valence: wave(0, 0.02), arousal: wave(0.5, 0.02) })).toBe(false);
    expect(moves({ valence: wave(0, 0.02), arousal: wave(0.5, 0.3) })).toBe(true);
  });
});
