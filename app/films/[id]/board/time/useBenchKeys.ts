'use client';

import { useEffect, useEffectEvent } from 'react';
import { ownsArrows, ownsLetters, ownsSpace } from '@/app/ui/keyOwners';
import { benchDeed, type BenchDeed } from './benchKeys';

/** Whether the element that has the focus has a use of its own for a key. */
function isOwned({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('[role=dialog], [role=alertdialog]')) return true;
  if (key === ' ') return ownsSpace(target);
  if (key.startsWith('Arrow') || key === 'Home' || key === 'End') return ownsArrows(target);
  return ownsLetters(target);
}

/** The keys of the bench on the whole page, except in fields; while K is held, J and L go by frames. */
export function useBenchKeys(act: (deed: BenchDeed) => void): void {
  const onDeed = useEffectEvent(act);
  useEffect(() => {
    let isHeld = false;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const deed = isOwned(event) ? null : benchDeed(event);
      if (!deed) return;
      event.preventDefault();
      if (deed === 'pause') isHeld = true;
      onDeed(isHeld ? slowed(deed) : deed);
    };
    const onKeyUp = ({ key }: KeyboardEvent) => {
      if (key.toLowerCase() === 'k') isHeld = false;
    };
    // Before the window, where the player listens: what the bench took is not the player's.
    document.addEventListener('keydown', onKeyDown);
    document.addEventListener('keyup', onKeyUp);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('keyup', onKeyUp);
    };
  }, []);
}

function slowed(deed: BenchDeed): BenchDeed {
  if (deed === 'forward') return 'frameOn';
  return deed === 'backward' ? 'frameBack' : deed;
}
