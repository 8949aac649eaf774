import { simplifyCurve } from '@/app/ui/trajectory/simplifyCurve';
import { drawLink } from '@/app/ui/url/links';
import { curveMeans } from '@/ml/affect/resample';
import type { TrackCurve } from './trackCurve';

/** Enough to tell a movement, few enough to take hold of each. */
const mostKeyPoints = 16;
/** Finer movement than this is left out before the key points are chosen. */
const segments = 96;

/** The drawing page with a track's curve drawn, as a few key points over the whole. */
export function alongLink({ heard }: TrackCurve): string {
  const { valence, arousal } = curveMeans(heard, segments);
  const course = Array.from(valence, (value, index) => ({
    t: (index + 0.5) / segments,
    valence: value,
    arousal: arousal[index],
  }));
  return drawLink(simplifyCurve(course, mostKeyPoints));
}
