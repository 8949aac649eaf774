/**
 * Why a file cannot be heard.
 * - `empty`: no bytes, or a sound file of no length.
 * - `not-audio`: nothing in it is sound of the kind it was taken for.
 * - `damaged`: sound, but broken or cut off.
 * - `unsupported`: sound of a kind this program does not read.
 */
type AudioErrorReason = 'empty' | 'not-audio' | 'damaged' | 'unsupported';

const advice: Record<AudioErrorReason, string> = {
  empty: 'Copy the file again from where it came, or leave it out.',
  'not-audio': 'Choose a sound file, such as MP3, FLAC, Ogg, WAV or AIFF.',
  damaged: 'Get a fresh copy of the file, or open it in an audio editor and save it anew.',
  unsupported: 'Convert the file to FLAC, WAV or MP3 and import that.',
};

/** A sound file that cannot be decoded. The message says in plain words what is wrong and what to do. */
export class AudioError extends Error {
  readonly reason: AudioErrorReason;

  /** `whatIsWrong` is a sentence without its full stop and without the file's name, which the caller knows. */
  constructor(reason: AudioErrorReason, whatIsWrong: string, options?: ErrorOptions) {
    super(`${whatIsWrong}. ${advice[reason]}`, options);
    this.name = 'AudioError';
    this.reason = reason;
  }
}
