'use client';

import { useMutation } from '@tanstack/react-query';
import { Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTRPC } from '@/app/trpc';
import { Button } from '@/app/ui/button';
import { formatCount } from '@/app/ui/format';
import styles from './removeButton.module.css';
import { useRefreshCatalogue } from './useRefreshCatalogue';

export interface RemoveButtonProps {
  chosen: ReadonlySet<number>;
  onRemoved: () => void;
}

/** Removes the chosen tracks after asking; says what becomes of the files. */
export function RemoveButton({ chosen, onRemoved }: RemoveButtonProps) {
  const trpc = useTRPC();
  const refresh = useRefreshCatalogue();
  const remove = useMutation(
    trpc.catalogue.remove.mutationOptions({
      onSuccess: () => {
        onRemoved();
        return refresh();
      },
    }),
  );
  if (chosen.size === 0) return null;
  const count = formatCount(chosen.size, 'track');
  return (
    <DialogTrigger>
      <Button size="small" kind="danger">{`Remove ${count}`}</Button>
      <ModalOverlay className={styles.overlay} isDismissable>
        <Modal className={styles.modal}>
          <Dialog role="alertdialog" className={styles.dialog}>
            {({ close }) => (
              <>
                <Heading slot="title">{`Remove ${count} from the library?`}</Heading>
                <p>
                  What was heard in the music is forgotten, your corrections too. Files you named or keep in a
                  watched folder stay on disk; uploads are deleted.
                </p>
                {remove.error && <p role="alert">{remove.error.message}</p>}
                <div className={styles.actions}>
                  <Button onPress={close}>Keep</Button>
                  <Button
                    kind="danger"
                    isPending={remove.isPending}
                    onPress={() => remove.mutate({ trackIds: [...chosen] }, { onSuccess: close })}
                  >
                    Remove
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
