import { median } from '../statistics/quantile';

/** The music has begun, and not yet ended, where it reaches this part of the level of its median half second. */
const levelShare = 0.5;
/** A fade lasts no more half seconds than this; a quiet piece is no fade. */
const longestFade = 20;
/** From so many half seconds behind a fade is told what the music is like there. */
const heardAfter = 5;

/**
 * Movement with its quiet ends eased: what fades in or out is too faint to be heard as it will be, and a half second on its
 * own says the more extreme things of it. While the music is not yet there, the movement is that of the music just behind the
 * fade, to the degree that the loudest so far falls short of half the median level; likewise, backwards, at the end.
 *
 * @param movement of every half second, [h]
 * @param levels how loud each is, from 0, [h]
 */
export function easedEnds(movement: Float64Array, levels: Float64Array): Float64Array {
  const full = levelShare * median(levels);
  if (!(full > 0)) return movement;
  const shares = levels.map((level) => Math.min(1, level / full));
  const begun = easedStart(movement, shares);
  return easedStart(begun.reverse(), shares.reverse()).reverse();
}

function easedStart(movement: Float64Array, shares: Float64Array): Float64Array {
  const there = shares.indexOf(1);
  const fade = Math.min(there < 0 ? movement.length - 1 : there, longestFade);
  const heard = movement.subarray(fade, fade + heardAfter);
  const after = heard.reduce((sum, value) => sum + value, 0) / heard.length;
  let loudest = 0;
  return movement.map((value, index) => {
    if (index >= fade) return value;
    loudest = Math.max(loudest, shares[index]);
    return after + loudest * (value - after);
  });
}
