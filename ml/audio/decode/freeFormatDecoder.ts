import { MPEGDecoder } from 'mpg123-decoder';

/** The inside of the package's decoder, whose version is pinned. */
interface Inside {
  _common: { wasm: { HEAP: ArrayBuffer } };
}

/**
 * What the package sets of libmpg123 (mpg123.h, enum mpg123_param_flags): NO_READAHEAD, NO_PEEK_END, SKIP_ID3V2,
 * PLAIN_ID3TEXT, GAPLESS, QUIET, FORCE_STEREO.
 */
const packageFlags = 0x422868;
const noReadAhead = 0x400000;

/**
 * A decoder for frames of a free bit rate. How long these are, only the header behind tells; libmpg123 looks for it,
 * which the package forbids for the sake of live streams and has no way to allow. So the flag is cleared where it lies.
 * Throws an Error where it does not lie there exactly once.
 */
export async function freeFormatDecoder(): Promise<MPEGDecoder> {
  const decoder = new MPEGDecoder();
  await decoder.ready;
  const words = new Int32Array((decoder as unknown as Inside)._common.wasm.HEAP);
  const at = words.indexOf(packageFlags);
  if (at < 0 || at !== words.lastIndexOf(packageFlags)) {
    decoder.free();
    throw new Error('invalid decoder: its flags are not found (it is not of the pinned version)');
  }
  words[at] &= ~noReadAhead;
  return decoder;
}
