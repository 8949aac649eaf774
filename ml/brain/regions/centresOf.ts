import type { Target } from '@/ml/encoding/preparedStudy';
import { findRegion } from './findRegion';
import type { MniPoint } from './namedRegions';

/**
 * Where a target lies: its own centre; else those of the region that its name means, on the side it gives. Empty where
 * neither is known.
 */
export function centresOf(target: Target): readonly MniPoint[] {
  if (target.centre) return [target.centre];
  const centres = findRegion(target.name)?.centres ?? [];
  if (centres.length < 2 || target.hemisphere === null) return centres;
  return [centres[target.hemisphere === 'left' ? 0 : 1]];
}
