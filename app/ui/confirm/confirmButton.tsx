'use client';

import { useState, type ReactNode } from 'react';
import { Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from '../button';
import frame from '../dialog/modalDialog.module.css';
import { TextInput } from '../field/textInput';
import styles from './confirmButton.module.css';

interface ConfirmButtonProps {
  /** On the button that asks, and on the one that does it. */
  label: string;
  deed: string;
  /** The question, and what will become of things. */
  title: string;
  children: ReactNode;
  error: { message: string } | null;
  isPending: boolean;
  /** Does it, and closes when it is done. */
  onConfirm: (close: () => void) => void;
  /** Words that must be typed first, where what is lost cannot be had again. */
  typed?: string;
  /** What is to be chosen before. */
  choice?: ReactNode;
  /** Calm, for the rows of a list; it is asked before anything is lost. */
  quiet?: boolean;
}

/** Does something that cannot be undone, after asking. */
export function ConfirmButton(props: ConfirmButtonProps) {
  const { label, deed, title, children, error, isPending, onConfirm, typed, choice, quiet } = props;
  const [words, setWords] = useState('');
  return (
    <DialogTrigger onOpenChange={() => setWords('')}>
      <Button size="small" kind={quiet ? 'quiet' : 'danger'}>
        {label}
      </Button>
      <ModalOverlay className={frame.overlay} isDismissable>
        <Modal className={`${frame.modal} ${styles.narrow}`}>
          <Dialog role="alertdialog" className={frame.dialog}>
            {({ close }) => (
              <>
                <Heading slot="title">{title}</Heading>
                <p>{children}</p>
                {choice}
                {typed !== undefined && (
                  <TextInput label={`Type “${typed}” to confirm`} value={words} onChange={setWords} />
                )}
                {error && <p role="alert">{error.message}</p>}
                <div className={styles.actions}>
                  <Button onPress={close}>Keep</Button>
                  <Button
                    kind="danger"
                    isPending={isPending}
                    isDisabled={typed !== undefined && words.trim() !== typed.trim()}
                    onPress={() => onConfirm(close)}
                  >
                    {deed}
                  </Button>
                </div>
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
