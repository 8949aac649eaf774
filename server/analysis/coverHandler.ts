import { coverOf } from './cover';
import { coverOfFile } from './coverKind';
import { withSoundFile } from './identifyFile';
import { keepCover } from './keepCover';
import { fileMetadata } from './readTagsOfFile';
import { handlerOf } from './serveAnalysis';

export const coverHandler = handlerOf(coverOfFile, ({ file, folder }) =>
  withSoundFile(file, async (opened) => keepCover(folder, coverOf((await fileMetadata(opened)).common))),
);
