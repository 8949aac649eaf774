'use client';

import { isAudioName } from '@/server/base/audioExtensions';
import { isJunk } from '@/server/base/isJunk';
import { UploadStore } from '@/app/ui/upload/uploadStore';
import { UploadZone } from '@/app/ui/upload/uploadZone';
import { useUploadFates } from './useUploadFates';

const store = new UploadStore({ address: addressOf, batched: true });

function addressOf(name: string, batchId: number | null): string {
  // The library knows files by their own names, whatever folder they lay in.
  const query = new URLSearchParams({ name: name.slice(name.lastIndexOf('/') + 1) });
  if (batchId !== null) query.set('batch', String(batchId));
  return `/api/upload?${query.toString()}`;
}

const words = { received: 'sent; listening comes next', unchanged: 'in the library already' };

/** Of a folder, what the server would find in it too. */
const isWanted = (name: string, isFolder: boolean) => !isJunk(name) && (isFolder || isAudioName(name));

/** Music on its way to the library. */
export function UploadPanel() {
  const fateOf = useUploadFates(store);
  return (
    <UploadZone
      store={store}
      label="Drop music here"
      choose="Add music"
      kinds="MP3, FLAC, Ogg Vorbis, Opus, WAV and AIFF; M4A, WMA and films where the server has ffmpeg"
      words={words}
      isWanted={isWanted}
      fateOf={fateOf}
    />
  );
}
