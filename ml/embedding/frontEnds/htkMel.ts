import type { MelScale } from '../../audio/measure/melFilterbank';

/** The mel scale of HTK (Young et al.), which VGGish and OpenL3 were trained with: mel = 1127 ln(1 + hz / 700). */
export const htkMel: MelScale = {
  toMel: (hz) => 1127 * Math.log1p(hz / 700),
  toHz: (mel) => 700 * Math.expm1(mel / 1127),
};
