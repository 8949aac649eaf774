import { countedRate } from './frameRate';
import { frameOf, parseTimeCode, timeCodeOf, type FrameCount } from './timeCode';

/**
 * The frame that has in one count the label that another frame has in another: 01:00:00:00 is frame 86,400 at 24 and 90,000
 * at 25. A label that there is not becomes the nearest one: the last frame of its second, the first that is not dropped.
 *
 * @throws RangeError as `timeCodeOf` does
 */
export function sameLabel(frame: number, from: FrameCount, to: FrameCount): number {
  const label = parseTimeCode(timeCodeOf(frame, from));
  if (!label) throw new RangeError(`invalid frame: ${frame} (one with a time code)`);
  const counted = countedRate(to.rate);
  const mayBeDropped = to.dropFrame && label.seconds === 0 && label.minutes % 10 !== 0;
  const first = mayBeDropped ? counted / 15 : 0;
  return frameOf({ ...label, frames: Math.max(first, Math.min(label.frames, counted - 1)) }, to);
}
