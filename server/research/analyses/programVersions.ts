import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '@/db/packageRoot';

/** The versions of what an analysis is computed by: the program, and the libraries that its numbers pass through. */
export function programVersions(): Record<string, string> {
  const { version, dependencies } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as {
    version: string;
    dependencies: Record<string, string>;
  };
  return {
    circumplex: version,
    'onnxruntime-node': dependencies['onnxruntime-node'],
    'fft.js': dependencies['fft.js'],
  };
}
