'use client';

import type { ReactNode } from 'react';
import { Button, Disclosure as AriaDisclosure, DisclosurePanel } from 'react-aria-components';
import { Icon } from '../glyph';
import { useHydrated } from '../useHydrated';
import styles from './disclosure.module.css';

/** Something kept out of sight until it is wanted. */
export function Disclosure({
  title,
  children,
  open,
}: {
  title: ReactNode;
  children: ReactNode;
  open?: boolean;
}) {
  const isHydrated = useHydrated();
  return (
    <AriaDisclosure className={styles.disclosure} defaultExpanded={open} isDisabled={!isHydrated}>
      <Button slot="trigger" className={styles.trigger}>
        <Icon name="chevron" size={12} />
        {title}
      </Button>
      <DisclosurePanel className={styles.panel}>{children}</DisclosurePanel>
    </AriaDisclosure>
  );
}
