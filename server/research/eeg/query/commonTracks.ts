import { joinedSpaces } from '@/ml/eeg/model/joinedSpaces';
import { nearestRows } from '@/ml/eeg/model/nearestRows';
import { rowOf, zeros, type Matrix } from '@/ml/matrix/matrix';
import type { CatalogueEmbeddings } from './catalogueEmbeddings';
import type { QueryModel } from './queryModel';

/** A track, and how near it is in the common space. */
export interface NearTrack {
  trackId: number;
  /** Cosine, -1 to 1. */
  similarity: number;
}

/** The tracks of the catalogue in a model's common space: made once, then asked as often as wanted. */
export class CommonTracks {
  private constructor(
    private readonly trackIds: readonly number[],
    private readonly vectors: Matrix,
  ) {}

  /** Has the music streams of all networks hear the embeddings of tracks. */
  static async create(
    { networks }: QueryModel,
    { trackIds, vectors }: CatalogueEmbeddings,
  ): Promise<CommonTracks> {
    if (trackIds.length === 0) return new CommonTracks([], zeros(0, 0));
    const spaces: Matrix[] = [];
    for (const { music } of networks) spaces.push((await music.hear(vectors)).common);
    return new CommonTracks(trackIds, joinedSpaces(spaces));
  }

  get size(): number {
    return this.trackIds.length;
  }

  /** Where a track lies in the common space; null for one without the embedding. */
  vectorOf(trackId: number): Float32Array | null {
    const row = this.trackIds.indexOf(trackId);
    return row < 0 ? null : rowOf(this.vectors, row);
  }

  /** The tracks nearest to a vector of the common space, the nearest first; all are compared. */
  nearest(vector: Float32Array, limit: number): NearTrack[] {
    return nearestRows(this.vectors, vector, limit).map(({ row, similarity }) => ({
      trackId: this.trackIds[row],
      similarity,
    }));
  }
}
