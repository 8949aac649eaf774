/** Some curves, and how long their `means` (encodedCurves.ts) are all told. */
export interface CurveAmount {
  tracks: number;
  bytes: number;
}

/**
 * What a track takes in memory beside its curve, measured: of 100,000 tracks of 400 samples, each took 3.0 kB of the
 * process, and its curve 1.6 of them, as many bytes as its `means` have.
 */
const bytesPerTrack = 1400;
/** The kernel's memory for curves reaches 4 GiB, and some of it is in between. */
const mostCurveBytes = 3.5 * 2 ** 30;

/** Memory that curves take in the search thread. */
export function curveMemoryBytes({ tracks, bytes }: CurveAmount): number {
  return tracks * bytesPerTrack + bytes;
}

/** Whether curves fit into so much memory, and into what the kernel can reach. */
export function curvesFit(amount: CurveAmount, memoryBytes: number): boolean {
  return curveMemoryBytes(amount) <= memoryBytes && amount.bytes <= mostCurveBytes;
}
