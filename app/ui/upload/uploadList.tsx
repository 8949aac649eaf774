'use client';

import { Button } from '../button';
import { formatBytes, formatCount } from '../format';
import { ProgressBar } from '../progressBar';
import type { Upload, UploadStore } from './uploadStore';
import styles from './uploadZone.module.css';

/** What is said of files that have arrived. */
export interface UploadWords {
  received: string;
  unchanged: string;
}

interface UploadListProps {
  store: UploadStore;
  uploads: readonly Upload[];
  words: UploadWords;
  /** What becomes of a file that has arrived, once that is known. */
  fateOf?: (upload: Upload) => string | undefined;
}

/** The files that were given to a page, and how far each is. */
export function UploadList({ store, uploads, words, fateOf }: UploadListProps) {
  const open = uploads.filter(({ state }) => state === 'waiting' || state === 'sending').length;
  return (
    <section aria-label="Uploads" className={styles.uploads}>
      <header className={styles.listHead}>
        <p role="status">{open > 0 ? `Sending ${formatCount(open, 'file')}` : summaryOf(uploads)}</p>
        <Button size="small" onPress={() => (open > 0 ? store.cancel() : store.clear())}>
          {open > 0 ? 'Stop sending' : 'Clear the list'}
        </Button>
      </header>
      <ul className={styles.list} tabIndex={0} aria-label="Files being sent">
        {uploads.map((upload) => (
          <li key={upload.id} className={styles.file} data-state={upload.state}>
            <span className={styles.name}>{upload.name}</span>
            <span className={styles.state}>{fateOf?.(upload) ?? stateOf(upload, words)}</span>
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

function stateOf({ state, sentBytes, sizeBytes, failure }: Upload, words: UploadWords): string {
  switch (state) {
    case 'waiting':
      return 'waiting';
    case 'sending':
      return `${formatBytes(sentBytes)} of ${formatBytes(sizeBytes)}`;
    case 'received':
      return words.received;
    case 'unchanged':
      return words.unchanged;
    case 'cancelled':
      return 'stopped';
    case 'failed':
      return failure ?? 'failed';
  }
}
