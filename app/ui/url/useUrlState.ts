'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ChangeKind } from '../changeKind';
import type { UrlCodec } from './urlCodec';

/** Browsers refuse more than about 100 rewrites in 30 s, so gliding rewrites the address at this pace at most. */
const glideMilliseconds = 350;

/**
 * State that lives in the address: any view can be shared, and the back button works. The page changes parts
 * of the state and follows it at once. A step makes one entry in the browser's history; a glide makes one entry for all of it,
 * which the step that ends it completes.
 */
export function useUrlState<State>(
  codec: UrlCodec<State>,
): [State, (part: Partial<State>, kind?: ChangeKind) => void] {
  const address = useSearchParams().toString();
  const [state, setState] = useState(() => codec.read(new URLSearchParams(address)));
  const [seen, setSeen] = useState(address);
  /** Addresses written here that have not come back yet; any other new address is somebody else's doing. */
  const [written, setWritten] = useState<readonly string[]>([]);
  const glide = useRef<{ open: boolean; timer?: ReturnType<typeof setTimeout>; latest: string }>({
    open: false,
    latest: '',
  });

  if (address !== seen) {
    setSeen(address);
    const own = written.lastIndexOf(address);
    setWritten(written.slice(own + 1));
    if (own < 0) setState(codec.read(new URLSearchParams(address)));
  }

  useEffect(() => {
    const current = glide.current;
    return () => clearTimeout(current.timer);
  }, []);

  const put = useCallback((text: string, kind: ChangeKind) => {
    const current = glide.current;
    const target = window.location.pathname + (text ? `?${text}` : '');
    if (target !== window.location.pathname + window.location.search) {
      setWritten((before) => [...before, text]);
      window.history[current.open ? 'replaceState' : 'pushState'](null, '', target);
    }
    current.open = kind === 'glide';
  }, []);

  const change = useCallback(
    (part: Partial<State>, kind: ChangeKind = 'step') => {
      const next = { ...state, ...part };
      setState(next);
      const current = glide.current;
      current.latest = codec.write(next).toString();
      if (kind === 'step') {
        clearTimeout(current.timer);
        current.timer = undefined;
        put(current.latest, 'step');
      } else {
        current.timer ??= setTimeout(() => {
          current.timer = undefined;
          put(current.latest, 'glide');
        }, glideMilliseconds);
      }
    },
    [codec, put, state],
  );
  return [state, change];
}
