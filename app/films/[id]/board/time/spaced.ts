/** Of ascending places, those that lie at least `apart` from the last one kept. */
export function spaced<Item>(items: readonly Item[], placeOf: (item: Item) => number, apart: number): Item[] {
  let last = -Infinity;
  return items.filter((item) => {
    const place = placeOf(item);
    if (place - last < apart) return false;
    last = place;
    return true;
  });
}

/** Of ascending items, those from one place to another. */
export function within<Item>(
  items: readonly Item[],
  placeOf: (item: Item) => number,
  { from, to }: { from: number; to: number },
): Item[] {
  return items.filter((item) => from <= placeOf(item) && placeOf(item) <= to);
}
