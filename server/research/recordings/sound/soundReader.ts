import { withSoundFile } from '../../../analysis/identifyFile';
import { readTags } from '../../../analysis/readTags';
import { isAudioName } from '../../../base/audioExtensions';
import { isAppError } from '../../../base/errors';
import type { FileDescription } from '../describe/fileDescription';
import type { FileReader } from '../fileReader';
import { fileFault } from '../files/fileFault';
import type { FileHead } from '../files/fileHead';

/** Sound: a stimulus. It is described by what it says of itself; features of it are computed elsewhere. */
export const soundReader: FileReader = {
  format: 'sound',
  recognises: ({ name, bytes }) =>
    isAudioName(name) || /^(RIFF|fLaC|OggS|ID3|FORM)/.test(bytes.toString('latin1', 0, 4)),
  describe: describeSound,
};

async function describeSound({ path, name, sizeBytes }: FileHead): Promise<FileDescription> {
  const said = await withSoundFile(path, readTags).catch((error: unknown) => {
    if (isAppError(error) && (error.code === 'unreadable' || error.code === 'unsupported')) {
      throw fileFault(error.code, path, error.message);
    }
    throw error;
  });
  const { container, codec, announcedSeconds, tags } = said;
  return {
    name,
    sizeBytes,
    kind: 'sound',
    format: container,
    shape: [],
    hopSeconds: null,
    rateHz: null,
    startSeconds: null,
    durationSeconds: announcedSeconds,
    columns: [],
    events: null,
    details: { codec, title: tags.title, artist: tags.artists.join(', ') || null },
    warnings: [],
  };
}
