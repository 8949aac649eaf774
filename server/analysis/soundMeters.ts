import { BandLevels } from '@/ml/audio/identity/bandLevels';
import { LoudnessMeter } from '@/ml/audio/measure/loudnessMeter';
import { OnsetEnvelope } from '@/ml/audio/measure/onsetEnvelope';
import type { PcmChunk } from '@/ml/audio/pcm';
import { estimateTempo } from '@/ml/audio/measure/tempo';
import { WaveformPeaks } from '@/ml/audio/measure/waveformPeaks';

/** What the meters say of a whole sound. */
export interface Metered {
  loudnessLufs: number | null;
  samplePeakDb: number | null;
  tempoBpm: number | null;
  tempoConfidence: number | null;
  waveform: Uint8Array;
  bandLevels: Uint8Array;
}

/** Everything that is measured of a sound but its emotion: each hears it in the form it needs, in bounded memory. */
export class SoundMeters {
  private readonly loudness = new LoudnessMeter();
  private readonly peaks: WaveformPeaks;
  private readonly onsets = new OnsetEnvelope();
  private readonly bandLevels = new BandLevels();

  constructor(sampleRateHz: number) {
    this.peaks = new WaveformPeaks(sampleRateHz);
  }

  /** The next stretch of the sound, and the mean of its channels. */
  hearSound(chunk: PcmChunk, mono: Float32Array): void {
    this.loudness.push(chunk);
    this.peaks.push(mono);
  }

  /** The next log-mel frames. */
  hearFrames(melFrames: Float32Array): void {
    this.onsets.push(melFrames);
    this.bandLevels.push(melFrames);
  }

  finish(): Metered {
    const { integratedLufs, samplePeakDb } = this.loudness.finish();
    const tempo = estimateTempo(this.onsets.finish());
    return {
      loudnessLufs: integratedLufs ?? null,
      samplePeakDb: samplePeakDb ?? null,
      tempoBpm: tempo?.beatsPerMinute ?? null,
      tempoConfidence: tempo?.confidence ?? null,
      waveform: bytesOf(this.peaks.finish()),
      bandLevels: this.bandLevels.finish(),
    };
  }
}

function bytesOf({ buffer, byteOffset, byteLength }: Int8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
