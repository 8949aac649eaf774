import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeDrawing } from '@/app/ui/trajectory/drawing';
import { views } from '@/app/ui/trajectory/views';
import { drawUrl, lengths, modes, type DrawState } from './drawUrl';

const part = fc.double({ min: 0, max: 1, noNaN: true });
const affect = fc.double({ min: -1, max: 1, noNaN: true });
const bound = fc.option(fc.nat(400));
const loudness = fc.option(fc.integer({ min: -70, max: 0 }));
const state: fc.Arbitrary<DrawState> = fc.record({
  drawing: fc
    .array(fc.record({ t: part, valence: affect, arousal: affect }), { maxLength: 70 })
    .map(makeDrawing),
  durationSeconds: fc.integer({ min: 1, max: 3600 }),
  scope: fc.constantFrom('track', 'section'),
  length: fc.constantFrom(...lengths),
  mode: fc.constantFrom(...modes),
  blend: part,
  band: part,
  view: fc.constantFrom(...views),
  text: fc.string({ maxLength: 40 }),
  minDurationSeconds: bound,
  maxDurationSeconds: bound,
  minTempoBpm: bound,
  maxTempoBpm: bound,
  minLoudnessLufs: loudness,
  maxLoudnessLufs: loudness,
  genre: fc.option(fc.string({ minLength: 1, maxLength: 40 })),
});

describe('drawUrl', () => {
  it('reads back whatever it wrote', () => {
    fc.assert(
      fc.property(state, (given) => {
        const address = drawUrl.write(given).toString();
        expect(drawUrl.read(new URLSearchParams(address))).toEqual(given);
      }),
    );
  });

  it('leaves a fresh page a bare address', () => {
    expect(drawUrl.write(drawUrl.read(new URLSearchParams())).toString()).toBe('');
  });

  it('makes the best of a spoilt address', () => {
    const read = drawUrl.read(
      new URLSearchParams('k=0_0.5_0.5*x_1_1*0.5_2_-2*_&d=-3&s=section&m=no&b=7&view=3d'),
    );
    expect(read.drawing).toEqual([
      { t: 0, valence: 0.5, arousal: 0.5 },
      { t: 0.5, valence: 1, arousal: -1 },
    ]);
    expect(read).toMatchObject({ durationSeconds: 30, mode: 'auto', blend: 0.5, view: 'lanes' });
  });

  it('writes key points without escapes', () => {
    const drawing = makeDrawing([{ t: 0.25, valence: -0.5, arousal: 0.125 }]);
    const fresh = drawUrl.read(new URLSearchParams());
    expect(drawUrl.write({ ...fresh, drawing }).toString()).toBe('k=0.25_-0.5_0.125');
  });
});
