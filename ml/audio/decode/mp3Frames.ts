import { asciiAt } from './bytes';
import { type FoundMp3Frame, isSameStream, type Mp3Frame, mp3FrameAt, runAt, xingHeaderAt } from './mp3Frame';
import { leadingTagBytes, tagHeadBytes } from './tagRange';

/** Whole frames of one stream that lie one after the other. */
export interface Mp3Run {
  bytes: Uint8Array;
  /** The first frame of its stream. */
  frame: Mp3Frame;
  /** True for the first run of a stream: a file may be several, each with a rate of its own. */
  isStart: boolean;
  /** True where one of the frames is of two channels. */
  hasStereo: boolean;
}

/** As many of the longest frames as are wanted in a row: so many bytes tell whether a run of them begins. */
const runBytes = 8 * 4100;
const headerBytes = 4;
const id3v1Bytes = 128;

/**
 * Finds the frames of MPEG audio, whatever pieces it comes in. Tags and all else between them is left out. A new
 * stream begins with a Xing or Info header, or where the layer or the rate changes and the frames behind hold to that.
 */
export class Mp3Frames {
  private held: Uint8Array = new Uint8Array(0);
  private at = 0;
  /** Bytes of a tag that have not come yet. */
  private toSkip = 0;
  private stream: FoundMp3Frame | undefined;
  /** True from the first frame of a stream until it is passed on. */
  private isStart = false;
  /** Where the stream begins, if in the bytes held. */
  private startAt = -1;
  /** True where a frame not passed on yet is of two channels. */
  private hasStereo = false;
  /** True right behind a frame, where the next one is believed by its header alone. */
  private isInStep = false;

  /** The frames that these bytes complete. */
  *push(bytes: Uint8Array): Generator<Mp3Run, void, undefined> {
    const skipped = Math.min(this.toSkip, bytes.length);
    this.toSkip -= skipped;
    this.startAt -= this.at;
    this.held = Buffer.concat([this.held.subarray(this.at), bytes.subarray(skipped)]);
    this.at = 0;
    yield* this.runs(runBytes);
  }

  /** The frames that are left at the end. */
  *flush(): Generator<Mp3Run, void, undefined> {
    yield* this.runs(headerBytes);
  }

  /** Goes on for as long as so many bytes are left as tell what comes next. */
  private *runs(bytesAhead: number): Generator<Mp3Run, void, undefined> {
    let from = this.at;
    while (this.held.length - this.at >= bytesAhead) {
      const frame = this.nextFrame();
      if (frame !== undefined) {
        this.hasStereo ||= frame.channelCount > 1;
        this.at += frame.frameBytes;
        continue;
      }
      yield* this.runFrom(from);
      this.isInStep = this.begin();
      if (!this.isInStep) this.passOver();
      from = this.at;
    }
    yield* this.runFrom(from);
  }

  private *runFrom(from: number): Generator<Mp3Run, void, undefined> {
    if (this.stream === undefined || this.at === from) return;
    const { isStart, hasStereo } = this;
    this.isStart = false;
    this.hasStereo = false;
    yield { bytes: this.held.subarray(from, this.at), frame: this.stream.frame, isStart, hasStereo };
  }

  /** The frame here, where it is the stream's next one. */
  private nextFrame(): Mp3Frame | undefined {
    if (this.stream === undefined || !this.isInStep) return undefined;
    const frame = mp3FrameAt(this.held, this.at, this.stream.freeBytes);
    if (frame === undefined || !isSameStream(this.stream.frame, frame)) return undefined;
    return this.at === this.startAt || !this.isHeading(frame) ? frame : undefined;
  }

  /** True for the frame that tells of a stream as a whole. */
  private isHeading(frame: Mp3Frame): boolean {
    return xingHeaderAt(this.held.subarray(this.at), frame) !== undefined;
  }

  /** Goes on with the stream, or begins another, where a run of frames begins here. */
  private begin(): boolean {
    const { stream } = this;
    const mayBeFree = stream === undefined || stream.freeBytes !== undefined;
    const found = runAt(this.held, this.at, mayBeFree);
    if (found === undefined) return false;
    const isNew = stream === undefined || !isSameStream(stream.frame, found.frame);
    if (isNew || this.isHeading(found.frame)) {
      this.isStart = true;
      this.startAt = this.at;
      this.stream = found;
    }
    return true;
  }

  /** Goes behind the tag here, or to the next byte a frame may begin with. */
  private passOver(): void {
    const tagBytes =
      leadingTagBytes(this.held.subarray(this.at, this.at + tagHeadBytes)) ||
      (asciiAt(this.held, this.at, 3) === 'TAG' ? id3v1Bytes : 0);
    const next = tagBytes > 0 ? this.at + tagBytes : this.held.indexOf(0xff, this.at + 1);
    this.at = next < 0 ? this.held.length : Math.min(next, this.held.length);
    this.toSkip = Math.max(0, next - this.held.length);
  }
}
