import { fileMetadata } from '../../analysis/readTagsOfFile';
import { withSoundFile } from '../../analysis/identifyFile';
import type { ImportedFile } from '../../base/importedFile';
import { cleanText } from '../../base/cleanText';

/** What cue sheets ask of a track beside its title; empty where its file does not tell. */
export interface Rights {
  isrc: string;
  writer: string;
}

/** Reads code and writers from a file's tags; damaged ones tell nothing. */
export async function readRights(source: ImportedFile): Promise<Rights> {
  const metadata = await withSoundFile(source, fileMetadata).catch(() => undefined);
  const { isrc = [], composer = [], lyricist = [] } = metadata?.common ?? {};
  const writers = [...new Set([...composer, ...lyricist])];
  return { isrc: cleanText(isrc.at(0)) ?? '', writer: cleanText(writers.join(', ')) ?? '' };
}
