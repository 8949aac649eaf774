import type { CleaningPlan } from './cleaningPlan';
import { bandPassTaps, notchFits, notchTaps } from './firTaps';
import { PolyphaseResampler } from './polyphaseResampler';
import { resamplingRatio } from './resamplingRatio';
import type { SignalStage } from './signalStage';
import { ZeroPhaseFir } from './zeroPhaseFir';

/** Band-pass, notch and change of rate of channels of one rate, one after the other. */
export class FilterChain implements SignalStage {
  private readonly stages: SignalStage[] = [];
  /** The longest filter. */
  readonly longestSeconds: number;
  /** Frequencies of the plan's notches that the rate cannot tell: there is nothing to take. */
  readonly beyond: readonly number[];

  /** @throws RangeError where the rate is too low for the plan, or its ratio to the plan's of no use */
  constructor(plan: CleaningPlan, rateHz: number, channels: number) {
    const notches = plan.notchHz.filter((hertz) => notchFits(rateHz, hertz));
    this.beyond = plan.notchHz.filter((hertz) => !notches.includes(hertz));
    const filters = [
      ...(plan.highPassHz === null && plan.lowPassHz === null ? [] : [bandPassTaps(rateHz, plan)]),
      ...(notches.length === 0 ? [] : [notchTaps(rateHz, notches)]),
    ];
    this.longestSeconds = Math.max(0, ...filters.map((taps) => taps.length)) / rateHz;
    this.stages.push(...filters.map((taps) => new ZeroPhaseFir(taps, channels)));
    const ratio = resamplingRatio(rateHz, plan.rateHz);
    if (ratio.up !== ratio.down) this.stages.push(new PolyphaseResampler(ratio, channels));
  }

  push(block: readonly Float64Array[]): Float64Array[] {
    return this.through([...block], 0);
  }

  /** What each stage still holds runs through those after it. */
  end(): Float64Array[] {
    const rests = this.stages.map((stage, index) =>
      this.through(stage.end(), index + 1).map((samples) => samples.slice()),
    );
    const channels = rests[0]?.length ?? 0;
    return Array.from({ length: channels }, (_, channel) => joined(rests.map((rest) => rest[channel])));
  }

  private through(block: Float64Array[], from: number): Float64Array[] {
    return this.stages.slice(from).reduce((samples, stage) => stage.push(samples), block);
  }
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  parts.reduce((at, part) => (whole.set(part, at), at + part.length), 0);
  return whole;
}
