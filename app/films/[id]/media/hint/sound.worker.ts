import { ALL_FORMATS, AudioSampleSink, BlobSource, Input } from 'mediabunny';
import { hintHopSeconds } from '@/ml/film/picture/arousalHint';
import { SoundLevels } from './soundLevels';

export interface SoundQuestion {
  file: File;
  /** When the film's first frame is shown; levels count from there. */
  firstFrameSeconds: number;
  lengthSeconds: number;
}

export type SoundAnswer =
  | { kind: 'progress'; fraction: number }
  /** In dB, each half second; null where the browser does not decode the film's sound. */
  | { kind: 'levels'; levels: Float32Array | null }
  | { kind: 'failed'; reason: string };

const samplesAMessage = 200;

const tell = (answer: SoundAnswer) => self.postMessage(answer);

self.onmessage = ({ data }: MessageEvent<SoundQuestion>) => {
  listen(data).then(
    (levels) => tell({ kind: 'levels', levels }),
    (error: unknown) =>
      tell({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) }),
  );
};

async function listen({
  file,
  firstFrameSeconds,
  lengthSeconds,
}: SoundQuestion): Promise<Float32Array | null> {
  const input = new Input({ formats: ALL_FORMATS, source: new BlobSource(file) });
  const track = await input.getPrimaryAudioTrack();
  if (!track || !(await track.canDecode())) return null;
  const levels = new SoundLevels(Math.ceil(lengthSeconds / hintHopSeconds), hintHopSeconds);
  let count = 0;
  for await (const sample of new AudioSampleSink(track).samples(firstFrameSeconds)) {
    const plane = new Float32Array(sample.numberOfFrames);
    sample.copyTo(plane, { planeIndex: 0, format: 'f32-planar' });
    levels.add(plane, { startSeconds: sample.timestamp - firstFrameSeconds, rateHz: sample.sampleRate });
    sample.close();
    if (++count % samplesAMessage === 0)
      tell({
        kind: 'progress',
        fraction: Math.min(1, (sample.timestamp - firstFrameSeconds) / lengthSeconds),
      });
  }
  input.dispose();
  return levels.decibels();
}
