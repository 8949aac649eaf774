import { Fingerprinter } from '@/ml/audio/fingerprint';
import { LogMel } from '@/ml/audio/logMel';
import { LoudnessMeter } from '@/ml/audio/loudnessMeter';
import { monoMix } from '@/ml/audio/monoMix';
import type { PcmChunk } from '@/ml/audio/pcm';
import { OnsetEnvelope } from '@/ml/audio/onsetEnvelope';
import { Resampler } from '@/ml/audio/resampler';
import { estimateTempo } from '@/ml/audio/tempo';
import { WaveformPeaks } from '@/ml/audio/waveformPeaks';
import type { EmotionProfile, EmotionProfiler } from '@/ml/emotion/emotionModel';

/** The rate of everything that listens to the mono sound, Hz. */
const innerRateHz = 16_000;

/** What the meters say of a whole sound. */
export interface Measured {
  profile: EmotionProfile;
  loudnessLufs: number | null;
  samplePeakDb: number | null;
  tempoBpm: number | null;
  tempoConfidence: number | null;
  waveform: Uint8Array;
  fingerprint: Uint8Array;
}

/** Everything that listens to a sound, fed once with its chunks as they are decoded, in bounded memory. */
export class SoundMeasures {
  private readonly loudness = new LoudnessMeter();
  private readonly peaks: WaveformPeaks;
  private readonly resampler: Resampler;
  private readonly logMel = new LogMel();
  private readonly onsets = new OnsetEnvelope();
  private readonly fingerprinter = new Fingerprinter();

  constructor(
    sampleRateHz: number,
    private readonly profiler: EmotionProfiler,
  ) {
    this.peaks = new WaveformPeaks(sampleRateHz);
    this.resampler = new Resampler(sampleRateHz, innerRateHz);
  }

  push(chunk: PcmChunk): void {
    this.loudness.push(chunk);
    const mono = monoMix(chunk.channels);
    this.peaks.push(mono);
    this.hear(this.logMel.push(this.resampler.push(mono)));
  }

  async finish(): Promise<Measured> {
    this.hear(this.logMel.push(this.resampler.flush()));
    this.hear(this.logMel.flush());
    const { integratedLufs, samplePeakDb } = this.loudness.finish();
    const tempo = estimateTempo(this.onsets.finish());
    return {
      profile: await this.profiler.finish(),
      loudnessLufs: integratedLufs ?? null,
      samplePeakDb: samplePeakDb ?? null,
      tempoBpm: tempo?.beatsPerMinute ?? null,
      tempoConfidence: tempo?.confidence ?? null,
      waveform: bytesOf(this.peaks.finish()),
      fingerprint: bytesOf(this.fingerprinter.finish()),
    };
  }

  private hear(melFrames: Float32Array): void {
    this.profiler.push(melFrames);
    this.onsets.push(melFrames);
    this.fingerprinter.push(melFrames);
  }
}

function bytesOf({ buffer, byteOffset, byteLength }: Int8Array | Uint32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
