/** Up to here a moved value stays as it is; a model's value that lies farther out is its own. */
const keptTo = 0.9;

/**
 * A model's value of one axis (-1 to 1), moved and kept within the plane. Unmoved values stay as they are to the last bit,
 * moved ones up to 0.9; beyond, the border is approached and never crossed, so that tracks which many corrections push
 * outwards keep their order, which clipping would lose. It is `ml/emotion/softBorder.ts` bent later: the model's values
 * have been bent there already, and a corrected track must come near the person's word wherever that is.
 */
export function movedWithin(value: number, movement: number): number {
  if (movement === 0) return value;
  const moved = value + movement;
  const kept = Math.max(keptTo, Math.abs(value));
  const room = 1 - kept;
  const beyond = Math.abs(moved) - kept;
  if (beyond <= 0) return moved;
  if (room <= 0) return Math.sign(moved);
  return Math.sign(moved) * (kept + beyond / Math.hypot(1, beyond / room));
}
