'use client';

import { useSyncExternalStore } from 'react';
import { DropZone, FileTrigger, Text, type DropItem } from 'react-aria-components';
import { Button } from '../button';
import { Icon } from '../glyph';
import { chosenFiles, filesOf } from './droppedFiles';
import { UploadList, type UploadWords } from './uploadList';
import type { Upload, UploadStore } from './uploadStore';
import styles from './uploadZone.module.css';

interface UploadZoneProps {
  store: UploadStore;
  /** What the zone is called, and its button. */
  label: string;
  choose: string;
  /** What can be brought, in a line. */
  kinds: string;
  words: UploadWords;
  /** Which files of a dropped folder are sent, and which of its folders are looked into, by their names. */
  isWanted?: (name: string, isFolder: boolean) => boolean;
  /** What becomes of a file that has arrived, once that is known. */
  fateOf?: (upload: Upload) => string | undefined;
  /** With a second button that chooses a whole folder. */
  folders?: boolean;
}

const none: readonly Upload[] = [];

/** Drop files or whole folders, or choose them; each one's way to the server is shown. */
export function UploadZone(props: UploadZoneProps) {
  const { store, label, choose, kinds, words, isWanted = () => true, fateOf, folders = false } = props;
  const uploads = useSyncExternalStore(store.subscribe, store.getUploads, () => none);
  const onDrop = ({ items }: { items: DropItem[] }) => {
    const sources = items.filter((item) => item.kind !== 'text');
    void filesOf(sources, isWanted).then((files) => store.add(files));
  };
  const onSelect = (files: FileList | null) => files && store.add(chosenFiles(files));
  return (
    <div className={styles.panel}>
      <DropZone className={styles.zone} onDrop={onDrop} aria-label={label}>
        <div className={styles.buttons}>
          <FileTrigger allowsMultiple onSelect={onSelect}>
            <Button kind="primary">
              <Icon name="upload" />
              {choose}
            </Button>
          </FileTrigger>
          {folders && (
            <FileTrigger acceptDirectory onSelect={onSelect}>
              <Button>Choose a folder</Button>
            </FileTrigger>
          )}
        </div>
        <div className={styles.words}>
          <Text slot="label" className={styles.drop}>
            or drop files or whole folders here
          </Text>
          <p className={styles.kinds}>{kinds}</p>
        </div>
      </DropZone>
      {uploads.length > 0 && <UploadList store={store} uploads={uploads} words={words} fateOf={fateOf} />}
    </div>
  );
}
