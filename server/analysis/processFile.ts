import { join } from 'node:path';
import { packageRoot } from '@/db/packageRoot';

/** How to start the analysis process: its entry file, and what Node needs to run it. */
export interface ProcessFile {
  path: string;
  execArgv: string[];
  /** Where it runs: the root of the source tree, for tsx and its aliases. */
  workingDirectory?: string;
}

/** The analysis process: the built one where built code runs, the source where source runs (tests). */
export function analysisProcessFile(): ProcessFile {
  if (!import.meta.url.endsWith('.ts')) {
    return { path: join(packageRoot(), 'dist', 'analysisProcess.js'), execArgv: [] };
  }
  return {
    path: join(packageRoot(), 'server', 'main', 'analysisProcess.ts'),
    execArgv: ['--import', 'tsx'],
    workingDirectory: packageRoot(),
  };
}
