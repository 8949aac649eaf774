import type { HandedOver } from '../handedOver';
import { writeCueSheet } from './writeCueSheet';
import { writeCutLists } from './writeCutLists';
import { writeFcpxml } from './writeFcpxml';
import { writeOtio } from './writeOtio';
import { writeResolveMarkers } from './writeResolveMarkers';
import type { WrittenFile } from './writtenFile';
import { writeXmeml } from './writeXmeml';

/** Every format that can be handed over, by the word that asks for it. A format with nothing to say writes no file. */
export const exportFormats = {
  otio: writeOtio,
  edl: writeCutLists,
  markers: writeResolveMarkers,
  fcpxml: writeFcpxml,
  xmeml: writeXmeml,
  'cue-sheet': writeCueSheet,
} satisfies Record<string, (handedOver: HandedOver) => WrittenFile[]>;

export type ExportFormat = keyof typeof exportFormats;
