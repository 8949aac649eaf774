import type { TrackTags } from '@/db/schema';

/** What is known of a file before any of its sound is decoded. */
export interface FileIdentity {
  /** SHA-256 of the audio payload, tags excluded. */
  payloadHash: string;
  /** Size and time of the very bytes that were hashed. */
  sizeBytes: number;
  modifiedMs: number;
  /** When the file's entry was last changed in any way (ctime), whole milliseconds since 1970. */
  changedMs: number;
  container: string;
  codec: string;
  tags: TrackTags;
  /** Length that the container itself announces; null where it announces none. */
  announcedSeconds: number | null;
  /** Samples of all channels together that its headers announce; null where they do not. */
  announcedSamples: number | null;
  /** What is odd about its tags, in plain words. */
  tagRemark: string | null;
  /** The file that was kept of its cover picture, empty where there is none; null where none was to be kept, or could be. */
  cover: string | null;
}

/** Everything that is computed of a file's sound, ready to be stored. */
export interface FileAnalysis {
  modelVersion: string;
  sampleRateHz: number;
  channels: number;
  durationSeconds: number;
  valence: number;
  arousal: number;
  valenceDeviation: number;
  arousalDeviation: number;
  embedding: Float32Array;
  sketch: Float32Array;
  shapeSketch: Float32Array;
  /** The emotion curve as written by ml/affect/curveCodec. */
  curve: Uint8Array;
  loudnessLufs: number | null;
  samplePeakDb: number | null;
  tempoBpm: number | null;
  tempoConfidence: number | null;
  waveform: Uint8Array;
  /** As written by ml/audio/identity/bandLevels. */
  bandLevels: Uint8Array;
  /** What is odd about a file that could be read. */
  warning: string | null;
}
