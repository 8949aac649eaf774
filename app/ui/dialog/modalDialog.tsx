'use client';

import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from '../button';
import styles from './modalDialog.module.css';

interface ModalDialogProps {
  title: string;
  isOpen: boolean;
  /** Told when it is left: by its sign, Escape, or a press beside it. */
  onClose: () => void;
  children: ReactNode;
}

/** Something that lies over the page until it is done or left; what is in it is mounted while it is open. */
export function ModalDialog({ title, isOpen, onClose, children }: ModalDialogProps) {
  return (
    <ModalOverlay
      className={styles.overlay}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
    >
      <Modal className={styles.modal}>
        <Dialog className={styles.dialog}>
          <div className={styles.head}>
            <Heading slot="title">{title}</Heading>
            <IconButton icon="close" size="small" aria-label="Close" onPress={onClose} />
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
