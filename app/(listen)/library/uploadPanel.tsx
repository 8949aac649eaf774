'use client';

import { useSyncExternalStore } from 'react';
import { DropZone, FileTrigger, Text, type DropItem } from 'react-aria-components';
import { Button } from '@/app/ui/button';
import { formatBytes, formatCount } from '@/app/ui/format';
import { Icon } from '@/app/ui/glyph';
import { ProgressBar } from '@/app/ui/progressBar';
import { filesOf } from './droppedFiles';
import panel from './panel.module.css';
import styles from './uploadPanel.module.css';
import { UploadStore, type Upload } from './uploadStore';

const store = new UploadStore();
const none: readonly Upload[] = [];

/** Drop files or whole folders, or choose them; each one's way to the server is shown. */
export function UploadPanel() {
  const uploads = useSyncExternalStore(store.subscribe, store.getUploads, () => none);
  const onDrop = ({ items }: { items: DropItem[] }) => {
    const sources = items.filter((item) => item.kind !== 'text');
    void filesOf(sources).then((files) => store.add(files));
  };
  return (
    <div className={styles.panel}>
      <DropZone className={styles.zone} onDrop={onDrop} aria-label="Drop music here">
        <FileTrigger allowsMultiple onSelect={(files) => files && store.add(files)}>
          <Button kind="primary">
            <Icon name="upload" />
            Add music
          </Button>
        </FileTrigger>
        <div className={styles.words}>
          <Text slot="label" className={styles.drop}>
            or drop files or whole folders here
          </Text>
          <p className={styles.kinds}>
            MP3, FLAC, Ogg Vorbis, Opus, WAV and AIFF; M4A, WMA and films where the server has ffmpeg
          </p>
        </div>
      </DropZone>
      {uploads.length > 0 && <UploadList uploads={uploads} />}
    </div>
  );
}

function UploadList({ uploads }: { uploads: readonly Upload[] }) {
  const open = uploads.filter(({ state }) => state === 'waiting' || state === 'sending').length;
  return (
    <section aria-label="Uploads" className={styles.uploads}>
      <header className={panel.head}>
        <p role="status">{open > 0 ? `Sending ${formatCount(open, 'file')}` : summaryOf(uploads)}</p>
        <Button size="small" onPress={() => (open > 0 ? store.cancel() : store.clear())}>
          {open > 0 ? 'Stop sending' : 'Clear the list'}
        </Button>
      </header>
      <ul className={styles.list} tabIndex={0} aria-label="Files being sent">
        {uploads.map((upload) => (
          <li key={upload.id} className={styles.file} data-state={upload.state}>
            <span className={panel.file}>{upload.name}</span>
            <span className={styles.state}>{stateOf(upload)}</span>
            {upload.state === 'sending' && (
              <ProgressBar
                label={`Sending ${upload.name}`}
                fraction={upload.sentBytes / Math.max(1, upload.sizeBytes)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function summaryOf(uploads: readonly Upload[]): string {
  const failed = uploads.filter(({ state }) => state === 'failed').length;
  const sent = formatCount(uploads.length - failed, 'file');
  return failed > 0 ? `${sent} sent, ${failed} failed` : `${sent} sent`;
}

function stateOf({ state, sentBytes, sizeBytes, failure }: Upload): string {
  switch (state) {
    case 'waiting':
      return 'waiting';
    case 'sending':
      return `${formatBytes(sentBytes)} of ${formatBytes(sizeBytes)}`;
    case 'received':
      return 'sent; listening comes next';
    case 'unchanged':
      return 'in the library already';
    case 'cancelled':
      return 'stopped';
    case 'failed':
      return failure ?? 'failed';
  }
}
