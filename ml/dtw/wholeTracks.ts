import { type Trajectory } from './curve';
import { kernelModule } from './kernelModule';
import { PlainWholeTracks } from './plainWholeTracks';
import { SharedWholeTracks } from './sharedWholeTracks';
import { type Found } from './topMatches';
import { type SearchOptions } from './wholeTrack';

/** Whole tracks in memory, to be searched exactly. */
export interface WholeTracks {
  readonly size: number;
  /** Adds or replaces a track by its curve, of any length, values in [-1, 1]. */
  set(trackId: number, curve: Trajectory): void;
  delete(trackId: number): void;
  /** A track's segment means as they are stored and compared. */
  level(trackId: number): Trajectory;
  /** The tracks nearest to a drawing of wholeTrackPoints points (wholeTrack.ts). */
  search(drawing: Trajectory, options: WholeTrackSearch): Found[];
  /** Ends what runs in the background; nothing may be asked afterwards. */
  close(): Promise<void>;
}

export interface WholeTrackSearch extends SearchOptions {
  /** Only these tracks are searched. */
  trackIds?: ReadonlySet<number>;
}

/**
 * Memory for whole tracks, searched by the kernel on as many threads as asked for; where the engine cannot run it, by
 * its plain twin on the calling thread, with the same results.
 */
export function openWholeTracks({ threads }: { threads: number }): WholeTracks {
  const kernel = kernelModule('wholeTracks');
  return kernel ? new SharedWholeTracks(kernel, { threads }) : new PlainWholeTracks();
}
