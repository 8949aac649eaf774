import { bytesNow, withSoundFile } from './identifyFile';
import { readTags } from './readTags';
import { tagsOfFile } from './readTagsKind';
import { handlerOf } from './serveAnalysis';

/** Answers what a file's tags say. */
export const tagsHandler = handlerOf(tagsOfFile, ({ path }) =>
  withSoundFile(path, async ({ handle, container }) => {
    const bytes = await bytesNow(handle);
    return { ...bytes, tags: (await readTags(path, container)).tags };
  }),
);
