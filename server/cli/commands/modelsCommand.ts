import { installedModel } from '../../catalogue/analysis/emotionModel';
import type { Output } from '../output';

/** `models`: the emotion model that is installed, and what its card says. */
export function modelsCommand(output: Output): number {
  const { version, definition } = installedModel();
  output.result(definition, () => [
    version,
    ...Object.entries(definition)
      .filter(([name]) => name !== 'version')
      .map(([name, value]) => `  ${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`),
  ]);
  return 0;
}
