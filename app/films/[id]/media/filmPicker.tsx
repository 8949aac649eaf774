'use client';

import { DropZone, FileTrigger, Text, type DropItem } from 'react-aria-components';
import { Button } from '@/app/ui/button';
import { Icon } from '@/app/ui/glyph';
import { ProgressBar } from '@/app/ui/progressBar';
import type { FilmProject } from '@/app/ui/film/filmProject';
import styles from './filmPicker.module.css';
import type { FilmFile } from './useOpenedFilm';

const kinds = ['video/*', '.mov', '.mp4', '.m4v', '.webm', '.mkv', '.ts', '.mts', '.m2ts', '.mxf', '.avi'];

interface FilmPickerProps {
  /** The project's film. */
  known: Pick<FilmProject['film'], 'name' | 'file'>;
  /** Whether it is open already; then this is for another. */
  isOpen: boolean;
  reading: Pick<FilmFile, 'opening' | 'refusal' | 'open'>;
}

/** Takes a film's file by a button or by dropping it, and tells how far its reading is and why it was refused. */
export function FilmPicker({ known, isOpen, reading: { opening, refusal, open } }: FilmPickerProps) {
  const isAwaited = !isOpen && known.file !== null;
  const drop = async ({ items }: { items: DropItem[] }) => {
    const dropped = items.find((item) => item.kind === 'file');
    if (dropped) open(await dropped.getFile());
  };
  return (
    <div className={styles.picker}>
      <DropZone className={styles.zone} onDrop={(event) => void drop(event)} aria-label="A film's file">
        <FileTrigger acceptedFileTypes={kinds} onSelect={(files) => files?.[0] && open(files[0])}>
          <Button kind={isOpen ? 'plain' : 'primary'} size="small">
            <Icon name="upload" size={14} />
            {isOpen ? 'Open another file' : isAwaited ? 'Open its film' : 'Open a film'}
          </Button>
        </FileTrigger>
        <Text slot="label" className={styles.words}>
          {isAwaited ? `or drop it here: “${known.name}”. ` : 'or drop it here. '}
          {!isOpen && 'It stays on this machine.'}
        </Text>
      </DropZone>
      {opening && (
        <div role="status" className={styles.opening}>
          <span>Reading {opening.name}</span>
          <ProgressBar label={`Reading ${opening.name}`} fraction={opening.fraction} />
        </div>
      )}
      {refusal && (
        <p role="alert" className={styles.refusal}>
          {refusal}
        </p>
      )}
    </div>
  );
}
