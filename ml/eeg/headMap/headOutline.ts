import type { BrainTheme } from '@/ml/brain/colour/brainTheme';
import { splinePath } from '@/ml/brain/outlines/spline';
import { node, type SceneNode } from '@/ml/brain/scene/sceneNode';
import type { HeadFrame } from './headFrame';
import type { HeadPoint } from './headProjection';

/** How far nose and ears stand out, as shares of the head's radius: what a frame needs around the head. */
export const outlineReach = 1.16;

/** From the head's right temple over the tip to the left one. */
const nose: readonly HeadPoint[] = [
  [0.17, 0.985],
  [0.09, 1.06],
  [0.025, 1.14],
  [-0.025, 1.14],
  [-0.09, 1.06],
  [-0.17, 0.985],
];

/** The right ear from above to below. */
const ear: readonly HeadPoint[] = [
  [0.985, 0.17],
  [1.05, 0.21],
  [1.1, 0.16],
  [1.1, 0.06],
  [1.125, -0.06],
  [1.1, -0.19],
  [1.04, -0.23],
  [0.975, -0.19],
];

/** The edge of the head with nose and ears, seen from above. */
export function headOutline({ centre, radius, toPixels }: HeadFrame, theme: BrainTheme): SceneNode[] {
  const stroke = { fill: 'none', stroke: theme.contour, strokeWidth: 1.4, strokeLinejoin: 'round' };
  const line = (points: readonly HeadPoint[]) =>
    node('path', { d: splinePath(points.map(toPixels), false), ...stroke });
  const leftEar = ear.map(([right, front]): HeadPoint => [-right, front]);
  const edge = node('circle', { cx: centre[0], cy: centre[1], r: radius, ...stroke });
  // A press on a line is meant for the electrode beneath it.
  return [node('g', { pointerEvents: 'none' }, [edge, line(nose), line(ear), line(leftEar)])];
}
