import type { DirectoryDropItem, FileDropItem } from 'react-aria-components';

/** A file with the folders it lay in: `study/sub-01/sub-01_bold.tsv`. */
export interface BroughtFile {
  file: File;
  name: string;
}

/**
 * Every file that was dropped as itself, and of folders those that are wanted, with all that lies under them.
 */
export async function filesOf(
  items: readonly (FileDropItem | DirectoryDropItem)[],
  isWanted: (name: string, isFolder: boolean) => boolean,
  folder = '',
): Promise<BroughtFile[]> {
  const found: BroughtFile[] = [];
  for (const item of items) {
    if (item.kind === 'file') found.push({ file: await item.getFile(), name: folder + item.name });
    else
      for await (const entry of item.getEntries())
        if (isWanted(entry.name, entry.kind === 'directory'))
          found.push(...(await filesOf([entry], isWanted, `${folder}${item.name}/`)));
  }
  return found;
}

/** What was chosen in a dialog; of a chosen folder with the folders that files lay in. */
export const chosenFiles = (files: Iterable<File>): BroughtFile[] =>
  Array.from(files, (file) => ({ file, name: file.webkitRelativePath || file.name }));
