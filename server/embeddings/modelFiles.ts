import { join } from 'node:path';
import { ownFolder } from '../base/dataFolders';

/** Where the added graph with this SHA-256 lies. */
export function modelFile(dataDirectory: string, sha256: string): string {
  return join(ownFolder(dataDirectory, 'models'), `${sha256}.onnx`);
}
