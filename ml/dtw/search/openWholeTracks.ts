import { type WholeTracks } from '../wholeTracks';
import { kernelModule } from '../shared/kernelModule';
import { PlainWholeTracks } from '../plain/plainWholeTracks';
import { SharedWholeTracks } from '../shared/sharedWholeTracks';

/**
 * Memory for whole tracks, searched by the kernel on as many threads as asked for; where the engine cannot run it, by
 * its plain twin on the calling thread, with the same results.
 */
export function openWholeTracks({ threads }: { threads: number }): WholeTracks {
  const kernel = kernelModule('wholeTracks');
  return kernel ? new SharedWholeTracks(kernel, { threads }) : new PlainWholeTracks();
}
