import { ALL_FORMATS, BlobSource, Input, VideoSampleSink } from 'mediabunny';
import { CutFinder } from '@/ml/film/picture/cutFinder';
import { framePrint, printHeight, printWidth } from '@/ml/film/picture/framePrint';
import { frameAt, middleOf, type FrameTimes } from './frameTimes';
import { findingsOnFilm, type PictureFindings } from './pictureFindings';

/** What the worker is asked, once. */
export interface PictureQuestion {
  file: File;
  times: FrameTimes;
}

/** What it answers: how far it is, then one of the others. */
export type PictureAnswer =
  | { kind: 'progress'; fraction: number }
  | { kind: 'found'; findings: PictureFindings }
  /** The browser lets nobody decode this film. */
  | { kind: 'undecodable' }
  | { kind: 'failed'; reason: string };

/** So many frames a message, lest the page be busy with how far we are. */
const framesAMessage = 48;

const tell = (answer: PictureAnswer, transfer: Transferable[] = []) => self.postMessage(answer, { transfer });

self.onmessage = ({ data }: MessageEvent<PictureQuestion>) => {
  look(data).then(
    (findings) => {
      if (findings) tell({ kind: 'found', findings }, [findings.motion.buffer]);
      else tell({ kind: 'undecodable' });
    },
    (error: unknown) =>
      tell({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) }),
  );
};

/** Looks at every frame; null where the film cannot be decoded here. */
async function look({ file, times }: PictureQuestion): Promise<PictureFindings | null> {
  const input = new Input({ formats: ALL_FORMATS, source: new BlobSource(file) });
  const context = new OffscreenCanvas(printWidth, printHeight).getContext('2d', { willReadFrequently: true });
  const track = await input.getPrimaryVideoTrack();
  if (!context || !track || !(await track.canDecode())) return null;
  const finder = new CutFinder();
  const frames: number[] = [];
  const end = middleOf(times.lengthFrames - 1, times);
  for await (const sample of new VideoSampleSink(track).samples(times.firstFrameSeconds, end)) {
    sample.draw(context, 0, 0, printWidth, printHeight);
    frames.push(frameAt(sample.timestamp, times));
    sample.close();
    finder.push(framePrint(context.getImageData(0, 0, printWidth, printHeight).data));
    if (frames.length % framesAMessage === 0)
      tell({ kind: 'progress', fraction: Math.min(1, frames.length / times.lengthFrames) });
  }
  input.dispose();
  return findingsOnFilm(finder.finish(), { frames, lengthFrames: times.lengthFrames });
}
