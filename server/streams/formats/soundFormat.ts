/** Why a file is not for a browser although it knows the codec. */
export type FormatFlaw =
  /** Files end to end, or several streams side by side. */
  | 'chained'
  /** Its clock does not begin at zero. */
  | 'late clock'
  /** Much of its beginning is not to be heard, which browsers count in its length. */
  | 'long pre-skip'
  /** Its channels or rate change midway. */
  | 'changing'
  /** Less, or more, than its own header says, or nothing that tells its length rightly. */
  | 'unsure length'
  /** Tags before the first byte of a format that has no room for them there. */
  | 'tags before it';

/** What a file holds as far as browsers care. */
export interface SoundFormat {
  container: 'mpeg' | 'flac' | 'ogg' | 'wav';
  codec: 'layer-1' | 'layer-2' | 'layer-3' | 'flac' | 'vorbis' | 'opus' | 'pcm' | 'other';
  channels: number;
  sampleRateHz: number;
  /** Bits of a sample as it is written; null where the codec has none. */
  bits: number | null;
  flaw: FormatFlaw | null;
}
