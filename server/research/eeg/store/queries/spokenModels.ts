import { count, max } from 'drizzle-orm';
import type { Database } from '@/db/open';
import { trackEmbeddings } from '@/db/schema';
import type { ChangeFeed } from '../../../../retrieval/changeFeed';
import { catalogueEmbeddings } from '../../query/catalogueEmbeddings';
import { CommonTracks } from '../../query/commonTracks';
import { readEegModel } from '../../model/readEegModel';
import type { EegModelRecord } from '../../model/eegModelRecord';
import { loadQueryModel, personalOf, type QueryDimension, type QueryModel } from '../../query/queryModel';
import { ownEmbedding } from '../../set/setEmbeddings';
import { eegModelFolder } from '../eegFolders';

/** A model in memory, and the catalogue as it hears it. */
export interface SpokenModel {
  model: QueryModel;
  tracks: CommonTracks;
}

/** A model of the database. */
export interface ModelPlace {
  id: number;
  studyId: number;
}

interface Held extends SpokenModel {
  /** Of the catalogue when its tracks were heard. */
  state: string;
}

/** Graphs of some megabytes each, and a vector a track. */
const mostHeld = 4;

/** Models that were asked lately, each with all tracks of the catalogue in its common space. */
export class SpokenModels {
  private readonly held = new Map<string, Held>();
  /** By model: a trained one stays as it is. */
  private readonly records = new Map<number, EegModelRecord>();
  /** Goes up with everything that happens in the catalogue. */
  private changes = 0;

  constructor(
    private readonly database: Database,
    private readonly dataDirectory: string,
    private readonly feed: ChangeFeed,
  ) {
    feed.listen(() => void this.changes++);
  }

  /**
   * A model with the tracks of the catalogue as it stands; heard anew where it changed. To be used until the next call,
   * which may let go of it.
   */
  async get(
    place: ModelPlace,
    { dimension, listener }: { dimension: QueryDimension; listener: string | null },
  ): Promise<SpokenModel> {
    const folder = eegModelFolder(this.dataDirectory, place);
    const record = this.records.get(place.id) ?? (await readEegModel(folder));
    this.records.set(place.id, record);
    const key = `${place.id}:${dimension}:${personalOf(record, dimension, listener) ?? 'anyone'}`;
    const found = this.held.get(key);
    const model = found?.model ?? (await loadQueryModel(folder, dimension, listener));
    // The latest that was asked stands last.
    this.held.delete(key);
    try {
      const state = await this.catalogueState(model);
      const tracks = found?.state === state ? found.tracks : await this.hear(model);
      this.held.set(key, { model, tracks, state });
    } catch (error) {
      await model.release();
      throw error;
    }
    await this.letGo();
    return this.held.get(key)!;
  }

  async release(): Promise<void> {
    for (const { model } of this.held.values()) await model.release();
    this.held.clear();
  }

  private async hear(model: QueryModel): Promise<CommonTracks> {
    const { embedding } = model.record.set;
    return CommonTracks.create(
      model,
      await catalogueEmbeddings(this.database, embedding, this.dataDirectory),
    );
  }

  /** Changes of the catalogue, and of added embeddings, which the feed does not follow. */
  private async catalogueState({ record }: QueryModel): Promise<string> {
    await this.feed.catchUp();
    if (record.set.embedding.name === ownEmbedding) return String(this.changes);
    const [added] = await this.database
      .select({ rows: count(), latest: max(trackEmbeddings.embeddedAt) })
      .from(trackEmbeddings);
    return `${this.changes} ${added.rows} ${added.latest?.getTime() ?? ''}`;
  }

  private async letGo(): Promise<void> {
    for (const [key, { model }] of this.held) {
      if (this.held.size <= mostHeld) return;
      this.held.delete(key);
      await model.release();
    }
  }
}
