import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '@/db/packageRoot';

/** Where the models lie, each with its card beside it. */
export const modelFolder = (): string => join(packageRoot(), 'ml', 'models');

/**
 * The newest model of a kind: the highest N of which `kind-N` has a file with this ending; null where there is
 * none.
 *
 * @param ending with its dot, as '.onnx'
 */
export function newestModel(folder: string, kind: string, ending: string): string | null {
  const numbers = readdirSync(folder)
    .filter((file) => file.startsWith(`${kind}-`) && file.endsWith(ending))
    .map((file) => file.slice(kind.length + 1, -ending.length))
    .filter((number) => /^\d+$/.test(number));
  return numbers.length === 0 ? null : `${kind}-${Math.max(...numbers.map(Number))}`;
}
