'use client';

import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from '@/app/ui/button';
import { benchKeys } from './time/benchKeys';
import styles from './keysHelp.module.css';

const further = [
  { shown: 'Ctrl Z', words: 'Undo; with Shift: redo' },
  { shown: 'Alt', words: 'Held while dragging: snap to nothing' },
  { shown: 'Arrows', words: 'On a marker, cue, stretch or key point: move it; Delete takes it away' },
  { shown: '0 to 4', words: 'On a stretch of the lane “counts”: what it counts' },
  { shown: 'Ctrl wheel', words: 'Nearer and farther at the pointer; Shift wheel goes along' },
];

interface KeysHelpProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** All keys of the bench. */
export function KeysHelp({ isOpen, onOpenChange }: KeysHelpProps) {
  return (
    <ModalOverlay className={styles.overlay} isDismissable isOpen={isOpen} onOpenChange={onOpenChange}>
      <Modal className={styles.modal}>
        <Dialog className={styles.dialog}>
          {({ close }) => (
            <>
              <div className={styles.head}>
                <Heading slot="title">Keys</Heading>
                <IconButton icon="close" aria-label="Close" onPress={close} />
              </div>
              <dl className={styles.keys}>
                {[...benchKeys, ...further].map(({ shown, words }) => (
                  <div key={shown}>
                    <dt>
                      <kbd>{shown}</kbd>
                    </dt>
                    <dd>{words}</dd>
                  </div>
                ))}
              </dl>
            </>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
