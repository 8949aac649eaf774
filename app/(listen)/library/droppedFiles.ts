import type { DirectoryDropItem, FileDropItem } from 'react-aria-components';

/** Every file in what was dropped, folders with all that lies under them. */
export async function filesOf(items: readonly (FileDropItem | DirectoryDropItem)[]): Promise<File[]> {
  const found: File[] = [];
  for (const item of items) {
    if (item.kind === 'file') found.push(await item.getFile());
    else for await (const entry of item.getEntries()) found.push(...(await filesOf([entry])));
  }
  return found;
}
