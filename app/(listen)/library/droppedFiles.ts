import type { DirectoryDropItem, FileDropItem } from 'react-aria-components';

/** Kinds of file that lie beside music and never hold any: covers, booklets, notes. */
const beside = /^(image|text|font)\/|^application\/(pdf|json|zip)$/;

/** Whether a file found in a folder is worth sending; one the browser cannot name is left to the server. */
export const couldBeSound = (mediaType: string): boolean => !beside.test(mediaType);

/** Every file that was dropped as itself, and of folders those that could be sound, with all that lies under them. */
export async function filesOf(items: readonly (FileDropItem | DirectoryDropItem)[]): Promise<File[]> {
  const found: File[] = [];
  for (const item of items) {
    if (item.kind === 'file') found.push(await item.getFile());
    else
      for await (const entry of item.getEntries())
        if (entry.kind === 'directory' || couldBeSound(entry.type)) found.push(...(await filesOf([entry])));
  }
  return found;
}
