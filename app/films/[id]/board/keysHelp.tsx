'use client';

import { ModalDialog } from '@/app/ui/dialog/modalDialog';
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
  onClose: () => void;
}

/** All keys of the bench. */
export function KeysHelp({ isOpen, onClose }: KeysHelpProps) {
  return (
    <ModalDialog title="Keys" isOpen={isOpen} onClose={onClose}>
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
    </ModalDialog>
  );
}
