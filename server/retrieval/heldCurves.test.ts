import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curveMemoryBytes, curvesFit } from './curveMemory';
import { HeldCurves } from './heldCurves';

const curve = (trackId: number, bytes: number) => ({ trackId, means: new Uint8Array(bytes) });

describe('HeldCurves', () => {
  it('lets the longest unused go, only as many as must, and none that is used', () => {
    const held = new HeldCurves();
    held.add([curve(1, 100), curve(2, 100), curve(3, 100), curve(4, 100)]);
    const three = curveMemoryBytes({ tracks: 3, bytes: 300 });
    expect(held.use([1], three)).toEqual([2]);
    expect(held.use([3], curveMemoryBytes({ tracks: 2, bytes: 200 }))).toEqual([2, 4]);
    expect(held.use([1, 2, 3, 4], 0)).toEqual([]);
    expect(held.use([], Infinity)).toEqual([]);
  });

  it('counts what came, came again and went', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(20), fc.nat(50))), fc.array(fc.nat(20)), (came, went) => {
        const held = new HeldCurves();
        held.add(came.map(([trackId, bytes]) => curve(trackId, bytes)));
        held.remove(went);
        const left = new Map(came);
        for (const trackId of went) left.delete(trackId);
        const bytes = [...left.values()].reduce((sum, each) => sum + each, 0);
        expect(held.amount).toEqual({ tracks: left.size, bytes });
      }),
    );
  });
});

describe('curvesFit', () => {
  it('heeds the memory, and what the kernel can reach however much there is', () => {
    const amount = { tracks: 1000, bytes: 1_000_000 };
    expect(curvesFit(amount, curveMemoryBytes(amount))).toBe(true);
    expect(curvesFit(amount, curveMemoryBytes(amount) - 1)).toBe(false);
    expect(curvesFit({ tracks: 10, bytes: 4 * 2 ** 30 }, Infinity)).toBe(false);
  });
});
