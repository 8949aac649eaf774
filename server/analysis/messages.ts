import type { ErrorCode } from '../base/errors';
import type { ModelToLoad } from './loadedModel';

/** What a file says of itself in its tags, cleaned; null where it says nothing. */
export interface TrackTags {
  title: string | null;
  artist: string | null;
  album: string | null;
  genre: string | null;
  year: number | null;
  trackNumber: number | null;
  hasCover: boolean;
}

/** What is known of a file before any of its sound is decoded. */
export interface FileIdentity {
  /** SHA-256 of the audio payload, tags excluded. */
  payloadHash: string;
  /** Size and time of the very bytes that were hashed. */
  sizeBytes: number;
  modifiedMs: number;
  container: string;
  codec: string;
  tags: TrackTags;
  /** Length that the container itself announces; null where it announces none. */
  announcedSeconds: number | null;
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
  fingerprint: Uint8Array;
  /** What is odd about a file that could be read. */
  warning: string | null;
}

/** What the analysis process can be asked to do, one thing at a time. */
export type AnalysisRequest =
  | { kind: 'identify'; path: string }
  | { kind: 'analyse'; path: string; identity: FileIdentity }
  | { kind: 'render'; slug: string; path: string }
  | { kind: 'convert'; path: string; target: string }
  | { kind: 'inspect'; model: ModelToLoad }
  | { kind: 'embed'; path: string; identity: FileIdentity; model: ModelToLoad };

/** The end of one request, as the process tells it. */
export type AnalysisAnswer =
  | { kind: 'identified'; identity: FileIdentity; modelVersion: string }
  | { kind: 'analysed'; analysis: FileAnalysis }
  | { kind: 'rendered' }
  | { kind: 'converted' }
  | { kind: 'inspected'; found: { output: string; size: number; fileBytes: number } }
  | { kind: 'embedded'; embedding: Float32Array }
  | { kind: 'failed'; code: ErrorCode; reason: string };

/** What the process sends: how far it has come (0..1, with the length in seconds once known), then its answer. */
export type AnalysisReport =
  { kind: 'progress'; fraction: number; audioSeconds: number | null } | AnalysisAnswer;

/** The end of one request, as its client sees it: the process may also have ended, or been told to stop. */
export type AnalysisOutcome = AnalysisAnswer | { kind: 'died'; reason: string } | { kind: 'stopped' };
