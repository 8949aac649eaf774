import type { DirectoryDropItem, FileDropItem } from 'react-aria-components';

/** A file with the folders it lay in: `study/sub-01/sub-01_bold.tsv`. */
export interface BroughtFile {
  file: File;
  name: string;
}

/** Kinds of file that lie beside music and never hold any: covers, booklets, notes. */
const beside = /^(image|text|font)\/|^application\/(pdf|json|zip)$/;

/** Whether a file found in a folder is worth sending as music; one the browser cannot name is left to the server. */
export const couldBeSound = (mediaType: string): boolean => !beside.test(mediaType);

/**
 * Every file that was dropped as itself, and of folders those whose media type is wanted, with all that lies under them.
 */
export async function filesOf(
  items: readonly (FileDropItem | DirectoryDropItem)[],
  isWanted: (mediaType: string) => boolean,
  folder = '',
): Promise<BroughtFile[]> {
  const found: BroughtFile[] = [];
  for (const item of items) {
    if (item.kind === 'file') found.push({ file: await item.getFile(), name: folder + item.name });
    else
      for await (const entry of item.getEntries())
        if (entry.kind === 'directory' || isWanted(entry.type))
          found.push(...(await filesOf([entry], isWanted, `${folder}${item.name}/`)));
  }
  return found;
}

/** What was chosen in a dialog; of a chosen folder with the folders that files lay in. */
export const chosenFiles = (files: Iterable<File>): BroughtFile[] =>
  Array.from(files, (file) => ({ file, name: file.webkitRelativePath || file.name }));
