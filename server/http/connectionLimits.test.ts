import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openFileCount, openFileLimit } from '../base/openFiles';
import { connectionLimits } from './connectionLimits';

describe('connectionLimits', () => {
  it('leaves the server files to open, and others room beside one address', () => {
    fc.assert(
      fc.property(fc.integer({ min: 256, max: 1e6 }), fc.integer({ min: 1, max: 150 }), (limit, open) => {
        const { inAll, byAddress } = connectionLimits({ limit, open }, 256);
        expect(open + 2 * inAll).toBeLessThan(limit);
        expect(byAddress).toBeLessThanOrEqual(inAll / 2);
      }),
    );
  });

  it('lets a browser in where there are hardly any, and no more than are of use where there is no limit', () => {
    expect(connectionLimits({ limit: 64, open: 60 }, 256)).toEqual({ inAll: 16, byAddress: 8 });
    expect(connectionLimits({ limit: Infinity, open: 0 }, 256)).toEqual({ inAll: 2048, byAddress: 256 });
  });

  it('is told what this process may open, and has open', () => {
    expect(openFileLimit()).toBeGreaterThan(openFileCount());
    expect(openFileCount()).toBeGreaterThan(3);
  });
});
