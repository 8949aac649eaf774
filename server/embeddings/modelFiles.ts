import { join } from 'node:path';

/** The folder of the data directory that holds the added graphs, named by their content. */
export const modelsFolderName = 'models';

/** Where the graph with this SHA-256 lies. */
export function modelFile(dataDirectory: string, sha256: string): string {
  return join(dataDirectory, modelsFolderName, `${sha256}.onnx`);
}
