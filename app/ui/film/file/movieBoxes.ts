/** A box of an ISO base media file (ISO/IEC 14496-12, 4.2): what is in it, from `start` to before `end`. */
export interface Box {
  type: string;
  start: number;
  end: number;
}

/**
 * The box whose head lies at a place; null where there is no whole head, or one that cannot be.
 *
 * @param head bytes, 16 from `at` on where the box is longer than 4 GiB
 * @param most where what holds the box ends
 */
export function boxAt(head: DataView, at: number, most: number): Box | null {
  if (at + 8 > head.byteLength) return null;
  const type = String.fromCharCode(...[4, 5, 6, 7].map((byte) => head.getUint8(at + byte)));
  const size = head.getUint32(at);
  if (size === 0) return { type, start: at + 8, end: most };
  if (size !== 1) return size < 8 ? null : { type, start: at + 8, end: at + size };
  if (at + 16 > head.byteLength) return null;
  return { type, start: at + 16, end: Math.max(at + 16, at + Number(head.getBigUint64(at + 8))) };
}

/** The boxes in a row, as far as they lie within it. */
export function boxesIn(view: DataView, { start, end }: Pick<Box, 'start' | 'end'>): Box[] {
  const boxes: Box[] = [];
  for (let at = start; at + 8 <= end; at = boxes[boxes.length - 1].end) {
    const box = boxAt(view, at, end);
    if (!box || box.end > end) break;
    boxes.push(box);
  }
  return boxes;
}

/** A box of a track's sample table: "stsd", "stco". */
export function mediaTable(view: DataView, track: Box, type: string): Box | null {
  let place: Box | null = track;
  for (const wanted of ['mdia', 'minf', 'stbl', type]) {
    if (!place) return null;
    place = boxesIn(view, place).find((box) => box.type === wanted) ?? null;
  }
  return place;
}
