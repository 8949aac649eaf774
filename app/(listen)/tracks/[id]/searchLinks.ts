import { clampPoint } from '@/app/ui/clampAffect';
import type { EmotionPoint } from '@/ml/affect/emotionPoint';
import { curveMeans } from '@/ml/affect/resample';
import { drawUrl } from '../../draw/drawUrl';
import { simplifyCurve } from '../../draw/simplifyCurve';
import { planeUrl } from '../../plane/planeUrl';
import type { TrackCurve } from './trackCurve';

const none = new URLSearchParams();
/** Enough to tell a movement, few enough to take hold of each. */
const mostKeyPoints = 16;
/** Finer movement than this is left out before the key points are chosen. */
const segments = 96;

/** The plane with an emotion chosen. */
export function nearLink(emotion: EmotionPoint): string {
  const point = clampPoint(emotion);
  return `/?${planeUrl.write({ ...planeUrl.read(none), point }).toString()}`;
}

/** The drawing page with a track's curve drawn, as a few key points over the whole. */
export function alongLink({ heard }: TrackCurve): string {
  const { valence, arousal } = curveMeans(heard, segments);
  const course = Array.from(valence, (value, index) => ({
    t: (index + 0.5) / segments,
    valence: value,
    arousal: arousal[index],
  }));
  const drawing = simplifyCurve(course, mostKeyPoints);
  return `/draw?${drawUrl.write({ ...drawUrl.read(none), drawing }).toString()}`;
}
