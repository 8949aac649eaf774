import { afterEach, expect, it, vi } from 'vitest';
import { PlainWholeTracks } from '../plain/plainWholeTracks';
import { SharedWholeTracks } from '../shared/sharedWholeTracks';
import { openWholeTracks } from './openWholeTracks';

afterEach(() => vi.unstubAllGlobals());

it('searches with the kernel, and without where the engine cannot run it', () => {
  expect(openWholeTracks({ threads: 1 })).toBeInstanceOf(SharedWholeTracks);
  vi.stubGlobal('SharedArrayBuffer', undefined);
  expect(openWholeTracks({ threads: 1 })).toBeInstanceOf(PlainWholeTracks);
  vi.unstubAllGlobals();
  vi.spyOn(WebAssembly, 'validate').mockReturnValueOnce(false);
  expect(openWholeTracks({ threads: 1 })).toBeInstanceOf(PlainWholeTracks);
});
