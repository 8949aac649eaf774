import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawingOf, library } from '../testing/randomCurves.testing';
import { kernelModule } from './kernelModule';
import { Pace } from './pace';
import { PlainWholeTracks } from '../plain/plainWholeTracks';
import { storedLevel } from '../storedLevel';
import { WholeTrackMemory } from './wholeTrackMemory';
import { writeQuery } from './wholeTrackQuery';

const part = fc.double({ min: 0, max: 1, noNaN: true });

it('bounds no track above its cost, in any comparison and band', () => {
  const run = fc.property(
    fc.nat(),
    fc.oneof(fc.constantFrom(0, 1), part),
    fc.oneof(fc.constantFrom(0, 0.1, 0.125, 0.14), part),
    (seed, blend, band) => {
      const curves = library(seed, 200);
      const memory = new WholeTrackMemory(kernelModule('wholeTracks')!);
      const plain = new PlainWholeTracks();
      curves.forEach((curve, trackId) => {
        memory.set(trackId, storedLevel(curve));
        plain.set(trackId, curve);
      });
      const drawing = drawingOf(seed, curves);
      const comparison = { blend, weights: { valence: 2, arousal: 0.5 } };
      writeQuery(memory, drawing, { comparison, band });
      const { slotCountAddress, heapsAddress, seedLimitAddress } = memory.numbers;
      memory.words(slotCountAddress, 1)[0] = memory.slotCount;
      memory.words(seedLimitAddress, 1)[0] = 1;
      memory.words(heapsAddress, 1)[0] = memory.allocate(1024);
      new Pace(memory.shared.buffer as unknown as SharedArrayBuffer).allow(Infinity, 0);
      memory.kernel.work(0, 0);
      const bounds = memory.floats(memory.kernel.boundOf(0), curves.length);
      for (const { trackId, cost } of plain.search(drawing, { comparison, band, limit: curves.length })) {
        expect(bounds[trackId]).toBeLessThanOrEqual(cost);
      }
    },
  );
  fc.assert(run, { numRuns: 100 });
});
