import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currentItem, emptyQueue, moveQueue, startQueue, type PlayItem } from './playQueue';

const item = (trackId: number, extra: Partial<PlayItem> = {}): PlayItem => ({
  trackId,
  title: `Track ${trackId}`,
  artist: null,
  durationSeconds: 60,
  loudnessLufs: null,
  sparkBase64: '',
  valence: 0,
  arousal: 0,
  ...extra,
});

describe('playQueue', () => {
  it('starts inside the list with the section asked for', () => {
    const list = [item(1), item(2), item(2, { startSeconds: 30 }), item(3)];
    const queue = startQueue(item(2, { startSeconds: 30 }), list);
    expect(queue.index).toBe(2);
    expect(currentItem(queue)).toMatchObject({ trackId: 2, startSeconds: 30 });
    expect(currentItem(moveQueue(queue, 1)!)?.trackId).toBe(3);
    expect(currentItem(moveQueue(queue, -1)!)?.startSeconds).toBeUndefined();
  });

  it('plays a track on its own when the list lacks it, and nothing when empty', () => {
    expect(startQueue(item(9), [item(1)]).items).toHaveLength(1);
    expect(currentItem(emptyQueue)).toBeNull();
    expect(moveQueue(emptyQueue, 1)).toBeNull();
  });

  it('comes back to where it was, and never leaves the list', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(), { minLength: 1 }), fc.nat(), fc.integer(), (ids, pick, by) => {
        const list = ids.map((id) => item(id));
        const queue = startQueue(list[pick % list.length], list);
        const moved = moveQueue(queue, by);
        const inside = queue.index + by >= 0 && queue.index + by < list.length;
        expect(moved !== null).toBe(inside);
        if (!moved) return;
        expect(currentItem(moved)).toBe(moved.items[queue.index + by]);
        expect(moveQueue(moved, -by)).toEqual(queue);
      }),
    );
  });
});
