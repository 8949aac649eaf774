import type { ModelToLoad } from '../../embeddings/inspect';

/** Something that is computed of a sound, frame by frame. */
export type Feature =
  | { kind: 'envelope' | 'cochleogram' | 'log-mel' | 'circumplex embedding' | 'valence' | 'arousal' }
  /** Of the project's own embedding network. */
  | { kind: 'own layer'; layer: string }
  /** Of an added network. */
  | { kind: 'layer'; model: Pick<ModelToLoad, 'graph' | 'sha256' | 'frontEnd'>; layer: string };

/** A feature of a sound, and where its frames are to be written. */
export interface FeatureTarget {
  feature: Feature;
  /** An NPY file, [frames, columns] in single precision. */
  path: string;
}
