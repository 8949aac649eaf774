import { type Sections } from '../sections';
import { kernelModule } from '../shared/kernelModule';
import { PlainSections } from '../plain/plainSections';
import { SharedSections } from '../shared/sharedSections';

/**
 * Memory for curves, searched by the kernel on as many threads as asked for; where the engine cannot run it, by its
 * plain twin on the calling thread, with the same results.
 */
export function openSections({ threads }: { threads: number }): Sections {
  const kernel = kernelModule('sections');
  return kernel ? new SharedSections(kernel, { threads }) : new PlainSections();
}
