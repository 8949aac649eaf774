/** What the search thread keeps of a track beside its samples, measured: segment means, bounds, its entry. */
const bytesPerTrack = 2600;
/** A sample takes two bytes of valence and two of arousal in the database, and two single-precision numbers in memory. */
const bytesPerByte = 2;

/** Memory that the curves of `tracks` tracks take, whose `means` are `bytes` long all told. */
export function curveMemoryBytes({ tracks, bytes }: { tracks: number; bytes: number }): number {
  return tracks * bytesPerTrack + bytes * bytesPerByte;
}
