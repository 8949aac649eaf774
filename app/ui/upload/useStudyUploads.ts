'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { UploadStore, type Upload } from './uploadStore';

const none: readonly Upload[] = [];

/** Stores live outside of pages, so that uploads go on while one looks at another page. */
const stores = new Map<string, UploadStore>();

function storeOf(path: string): UploadStore {
  const store =
    stores.get(path) ??
    new UploadStore({
      address: (name) => `${path}?${new URLSearchParams({ name }).toString()}`,
      batched: false,
    });
  stores.set(path, store);
  return store;
}

/**
 * The uploads on their way to a study.
 *
 * @param path where its files are put, such as `/api/studies/1/files`
 * @param refresh asks the study anew; called when something came and nothing is on its way any more
 */
export function useStudyUploads(path: string, refresh: () => unknown): UploadStore {
  const [store] = useState(() => storeOf(path));
  const uploads = useSyncExternalStore(store.subscribe, store.getUploads, () => none);
  const received = uploads.filter(({ state }) => state === 'received').length;
  const open = uploads.some(({ state }) => state === 'waiting' || state === 'sending');
  useEffect(() => {
    if (received > 0 && !open) void refresh();
  }, [received, open, refresh]);
  return store;
}
