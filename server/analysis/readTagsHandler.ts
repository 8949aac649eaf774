import { bytesNow, withSoundFile } from './identifyFile';
import { readTags } from './readTags';
import { tagsOfFile } from './readTagsKind';
import { handlerOf } from './serveAnalysis';

/** Answers what a file's tags say. */
export const tagsHandler = handlerOf(tagsOfFile, ({ path }) =>
  withSoundFile(path, async (file) => {
    const bytes = await bytesNow(file.handle);
    return { ...bytes, tags: (await readTags(file)).tags };
  }),
);
