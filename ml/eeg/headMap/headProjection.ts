import type { SitePosition } from '../montage/sitePositions';

/** A place on the map: to the right and to the front, the vertex at 0, the edge of the head at a distance of 1. */
export type HeadPoint = readonly [right: number, front: number];

/** Azimuthal equidistant projection about the vertex: distances from it are angles, a quarter of the sphere being 1. */
export function projected([right, front, up]: SitePosition): HeadPoint {
  const across = Math.hypot(right, front);
  if (across === 0) return [0, 0];
  const distance = Math.atan2(across, up) / (Math.PI / 2);
  return [(distance * right) / across, (distance * front) / across];
}

/** The place on the sphere that a place of the map stands for. */
export function unprojected([right, front]: HeadPoint): SitePosition {
  const distance = Math.hypot(right, front);
  if (distance === 0) return [0, 0, 1];
  const angle = (distance * Math.PI) / 2;
  const across = Math.sin(angle) / distance;
  return [across * right, across * front, Math.cos(angle)];
}
