import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clampAffect } from '@/app/ui/emotionPoint';
import { filterOf } from '../narrow/narrowUrl';
import { planeUrl, resultLimits } from './planeUrl';

const bound = fc.option(fc.nat(10_000));
const state = fc.record({
  point: fc.option(
    fc.record({
      valence: fc.double({ min: -1, max: 1, noNaN: true }).map(clampAffect),
      arousal: fc.double({ min: -1, max: 1, noNaN: true }).map(clampAffect),
    }),
  ),
  text: fc.string({ maxLength: 60 }),
  limit: fc.constantFrom(...resultLimits),
  minDurationSeconds: bound,
  maxDurationSeconds: bound,
  minTempoBpm: bound,
  maxTempoBpm: bound,
});

describe('planeUrl', () => {
  it('reads back whatever it wrote', () => {
    fc.assert(
      fc.property(state, (given) => {
        const address = planeUrl.write(given).toString();
        expect(planeUrl.read(new URLSearchParams(address))).toEqual(given);
      }),
    );
  });

  it('leaves a fresh page a bare address', () => {
    expect(planeUrl.write(planeUrl.read(new URLSearchParams())).toString()).toBe('');
  });

  it('makes the best of a spoilt address', () => {
    const read = planeUrl.read(new URLSearchParams('v=9&a=-0.25&n=11&from=-5&to=abc'));
    expect(read.point).toEqual({ valence: 1, arousal: -0.25 });
    expect(read.limit).toBe(10);
    expect(read.minDurationSeconds).toBeNull();
    expect(read.maxDurationSeconds).toBeNull();
    expect(planeUrl.read(new URLSearchParams('v=0.5')).point).toBeNull();
  });

  it('asks the server for a filter only where there is one', () => {
    const bare = planeUrl.read(new URLSearchParams());
    expect(filterOf(bare)).toBeUndefined();
    expect(filterOf({ ...bare, text: '  sea ', maxTempoBpm: 90 })).toMatchObject({
      text: 'sea',
      maxTempoBpm: 90,
    });
  });
});
