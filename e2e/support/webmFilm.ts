import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  Output,
  WebMOutputFormat,
} from 'mediabunny';
import type { FrameRate } from '@/ml/timeCode/frameRate';
import { secondsOf } from '@/ml/timeCode/gridSeconds';
import { framePixels, type EncodedFrame } from './colourFrames';

interface WebmFilm {
  rate: FrameRate;
  frames: readonly EncodedFrame[];
  /** Whether it has sound: silence. */
  hasSound: boolean;
}

const soundRateHz = 48_000;
/** 20 ms of silence in Opus (RFC 6716): a frame without any energy. */
const silentPacket = new Uint8Array([0xfc, 0xff, 0xfe]);
const silentSeconds = 0.02;

/** A WebM file of frames that are encoded already. */
export async function webmFilm({ rate, frames, hasSound }: WebmFilm): Promise<Buffer> {
  const output = new Output({ format: new WebMOutputFormat(), target: new BufferTarget() });
  const picture = new EncodedVideoPacketSource('vp8');
  const sound = new EncodedAudioPacketSource('opus');
  output.addVideoTrack(picture);
  if (hasSound) output.addAudioTrack(sound);
  await output.start();
  const { width: codedWidth, height: codedHeight } = framePixels;
  for (const [frame, { type, base64 }] of frames.entries()) {
    const bytes = Buffer.from(base64, 'base64');
    const packet = new EncodedPacket(bytes, type, secondsOf(frame, rate), secondsOf(1, rate));
    await picture.add(packet, { decoderConfig: { codec: 'vp8', codedWidth, codedHeight } });
  }
  if (hasSound) await addSilence(sound, secondsOf(frames.length, rate));
  await output.finalize();
  return Buffer.from(output.target.buffer!);
}

async function addSilence(sound: EncodedAudioPacketSource, seconds: number): Promise<void> {
  const decoderConfig = { codec: 'opus', numberOfChannels: 2, sampleRate: soundRateHz };
  for (let index = 0; index < Math.ceil(seconds / silentSeconds); index++)
    await sound.add(new EncodedPacket(silentPacket, 'key', index * silentSeconds, silentSeconds), {
      decoderConfig,
    });
}
