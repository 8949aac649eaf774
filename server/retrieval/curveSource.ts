import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { analyses, tracks } from '@/db/schema';
import { decodeCurve } from '@/ml/emotion/curveCodec';
import { isRepresentative } from '../catalogue/tracks/trackSummary';
import type { IndexedCurve } from './workerMessages';

/** Where changes are sent to. */
export interface CurveSink {
  set(curves: IndexedCurve[]): void;
  delete(trackIds: number[]): void;
}

interface Signature {
  count: number;
  revision: number;
  idSum: number;
}

const rowsAtOnce = 500;
/** Transactions may commit out of the order of their revisions: the last few are read again. */
const overlap = 64;
const nothing: Signature = { count: 0, revision: 0, idSum: 0 };

/**
 * The catalogue's current curves, one a recording, as a stream of changes. Every analysis written takes a
 * higher revision, so new ones are found by it; a removal, or a recording that another encoding stands for
 * now, shows in the number or the sum of ids, and then the ids are compared.
 */
export class CurveSource {
  readonly #executor: Executor;
  #known = new Set<number>();
  #signature = nothing;

  constructor(executor: Executor) {
    this.#executor = executor;
  }

  /** Begins anew: the next pull sends everything. */
  forget(): void {
    this.#known = new Set();
    this.#signature = nothing;
  }

  async pullChanges(sink: CurveSink): Promise<void> {
    const signature = await this.#readSignature();
    if (sameSignature(signature, this.#signature)) return;
    await this.#pullNewer(sink);
    if (!sameSignature({ ...signature, revision: 0 }, { ...this.#measure(), revision: 0 }))
      await this.#compareIds(sink);
    this.#signature = signature;
  }

  async #readSignature(): Promise<Signature> {
    const [row] = await this.#executor
      .select({
        count: sql<number>`count(*)`.mapWith(Number),
        revision: sql<number>`coalesce(max(${analyses.revision}), 0)`.mapWith(Number),
        idSum: sql<number>`coalesce(sum(${analyses.trackId}), 0)`.mapWith(Number),
      })
      .from(analyses)
      .innerJoin(tracks, eq(tracks.id, analyses.trackId))
      .where(and(isRepresentative, eq(analyses.current, true)));
    return row;
  }

  #measure(): Signature {
    let idSum = 0;
    for (const id of this.#known) idSum += id;
    return { count: this.#known.size, revision: 0, idSum };
  }

  async #pullNewer(sink: CurveSink): Promise<void> {
    let after = this.#signature.revision - overlap;
    for (;;) {
      const rows = await this.#curvesWhere(gt(analyses.revision, after));
      if (rows.length === 0) return;
      this.#send(sink, rows);
      after = rows[rows.length - 1].revision;
    }
  }

  async #compareIds(sink: CurveSink): Promise<void> {
    const rows = await this.#executor
      .select({ trackId: analyses.trackId })
      .from(analyses)
      .innerJoin(tracks, eq(tracks.id, analyses.trackId))
      .where(and(isRepresentative, eq(analyses.current, true)));
    const present = new Set(rows.map((row) => row.trackId));
    const gone = [...this.#known].filter((id) => !present.has(id));
    for (const id of gone) this.#known.delete(id);
    if (gone.length > 0) sink.delete(gone);
    const missed = [...present].filter((id) => !this.#known.has(id));
    for (let at = 0; at < missed.length; at += rowsAtOnce) {
      this.#send(sink, await this.#curvesWhere(inArray(analyses.trackId, missed.slice(at, at + rowsAtOnce))));
    }
  }

  #curvesWhere(condition: ReturnType<typeof gt>) {
    return this.#executor
      .select({ trackId: analyses.trackId, curve: analyses.curve, revision: analyses.revision })
      .from(analyses)
      .innerJoin(tracks, eq(tracks.id, analyses.trackId))
      .where(and(isRepresentative, eq(analyses.current, true), condition))
      .orderBy(asc(analyses.revision))
      .limit(rowsAtOnce);
  }

  #send(sink: CurveSink, rows: { trackId: number; curve: Uint8Array }[]): void {
    sink.set(
      rows.map(({ trackId, curve }) => {
        const { valence, arousal } = decodeCurve(curve);
        return { trackId, valence, arousal };
      }),
    );
    for (const { trackId } of rows) this.#known.add(trackId);
  }
}

function sameSignature(a: Signature, b: Signature): boolean {
  return a.count === b.count && a.revision === b.revision && a.idSum === b.idSum;
}
