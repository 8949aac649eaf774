import { besselI0 } from '../../signal/besselI0';

/** A low-pass by its edges, all in hertz. */
export interface LowPassEdges {
  /** The highest frequency that passes unchanged. */
  passHz: number;
  /** The lowest frequency that is stopped. */
  stopHz: number;
}

/**
 * Stopband attenuation aimed at. Two filters in series and the rounding of a phase add a little; what is
 * reached, and tested, is 80 dB. The passband ripple that goes with it is under 0.001 dB.
 */
const attenuationDb = 84;

/** Kaiser's beta for an attenuation over 50 dB (Kaiser 1974; Oppenheim and Schafer, section 7.5.3). */
const beta = 0.1102 * (attenuationDb - 8.7);

/** A linear-phase low-pass as a function of continuous time, to be sampled at any phase. */
interface SincKernel {
  /** The kernel is zero beyond this many seconds on either side of 0. */
  halfWidthSeconds: number;
  /** Its value at a time in seconds; its integral over time is about 1. */
  at(seconds: number): number;
}

/**
 * The Kaiser-windowed sinc between two edges, as short as the attenuation allows: the window's length follows
 * Kaiser's formula, N = (A - 7.95) / (14.36 df / fs), in seconds.
 */
export function windowedSinc({ passHz, stopHz }: LowPassEdges): SincKernel {
  const cutoffHz = (passHz + stopHz) / 2;
  const halfWidthSeconds = (attenuationDb - 7.95) / (14.36 * (stopHz - passHz)) / 2;
  const atCentre = besselI0(beta);
  return {
    halfWidthSeconds,
    at(seconds) {
      const x = seconds / halfWidthSeconds;
      if (Math.abs(x) > 1) return 0;
      const window = besselI0(beta * Math.sqrt(1 - x * x)) / atCentre;
      const angle = 2 * Math.PI * cutoffHz * seconds;
      const sinc = angle === 0 ? 1 : Math.sin(angle) / angle;
      return 2 * cutoffHz * sinc * window;
    },
  };
}
