import { type EmotionCurve } from '../../affect/emotionCurve';
import { curveShape, plainShapeFloor, type ShapeFloor } from '../../affect/shape';
import { inOneStep, type OngoingSearch } from '../ongoingSearch';
import { sequenceOf } from '../sequence';
import { type Found } from '../topMatches';
import { searchTracks, type WholeTrack, wholeTrackOf } from './wholeTrack';
import { type WholeTracks, type WholeTrackSearch } from '../wholeTracks';

/** Whole tracks as plain arrays: what the kernel must equal, and what stands in for it. */
export class PlainWholeTracks implements WholeTracks {
  private readonly tracks = new Map<number, WholeTrack>();
  private floor = plainShapeFloor;

  get size(): number {
    return this.tracks.size;
  }

  set(trackId: number, curve: EmotionCurve): void {
    this.tracks.set(trackId, wholeTrackOf(trackId, curve, this.floor));
  }

  delete(trackId: number): void {
    this.tracks.delete(trackId);
  }

  level(trackId: number): EmotionCurve {
    return this.tracks.get(trackId)!.level;
  }

  begin(drawing: EmotionCurve, options: WholeTrackSearch): OngoingSearch {
    return inOneStep(() => this.search(drawing, options), options.among?.size ?? this.size);
  }

  search(drawing: EmotionCurve, { among, ...options }: WholeTrackSearch): Found[] {
    this.setFloor(options.comparison.floor ?? plainShapeFloor);
    const candidates = among
      ? [...among].flatMap((trackId) => this.tracks.get(trackId) ?? [])
      : [...this.tracks.values()];
    return searchTracks(sequenceOf(drawing, options.comparison), candidates, options);
  }

  /** Where it changes, shapes are taken anew. */
  private setFloor(floor: ShapeFloor): void {
    if (floor.valence === this.floor.valence && floor.arousal === this.floor.arousal) return;
    this.floor = floor;
    for (const track of this.tracks.values()) track.shape = curveShape(track.level, { floor });
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
