import { type EmotionCurve } from '../../affect/emotionCurve';
import { searchRigidSections } from './rigidSections';
import { searchSections } from './section';
import { inOneStep, type OngoingSearch } from '../ongoingSearch';
import { type Sections, type SectionSearch, type SectionsThen } from '../sections';
import { type Sequence } from '../sequence';
import { type Found } from '../topMatches';

/** The twin of SharedSections in TypeScript alone: its reference, and what stands in for it. */
export class PlainSections implements Sections {
  private readonly curves = new Map<number, EmotionCurve>();

  get size(): number {
    return this.curves.size;
  }

  has(trackId: number): boolean {
    return this.curves.has(trackId);
  }

  set(trackId: number, curve: EmotionCurve): void {
    this.curves.set(trackId, curve);
  }

  delete(trackId: number): void {
    this.curves.delete(trackId);
  }

  points(trackId: number): number {
    return this.curves.get(trackId)!.valence.length;
  }

  stretch(trackId: number, { start, end }: { start: number; end: number }): EmotionCurve {
    const { valence, arousal } = this.curves.get(trackId)!;
    return { valence: valence.slice(start, end), arousal: arousal.slice(start, end) };
  }

  begin(query: Sequence, options: SectionSearch): OngoingSearch {
    const then = new PlainSections();
    this.curves.forEach((curve, trackId) => then.set(trackId, curve));
    return inOneStep(() => then.search(query, options), options.among?.size ?? then.size);
  }

  then(): SectionsThen {
    const then = new PlainSections();
    this.curves.forEach((curve, trackId) => then.set(trackId, curve));
    return {
      points: (trackId) => then.points(trackId),
      stretch: (trackId, range) => then.stretch(trackId, range),
      release: () => undefined,
    };
  }

  search(query: Sequence, { among, ...options }: SectionSearch): Found[] {
    const tracks = [...this.curves]
      .filter(([trackId]) => among?.has(trackId) ?? true)
      .map(([trackId, curve]) => ({ trackId, curve }));
    return options.importance
      ? searchRigidSections(query, tracks, options)
      : searchSections(query, tracks, options);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
