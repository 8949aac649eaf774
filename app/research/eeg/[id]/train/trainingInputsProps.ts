import type { Settings } from './trainingSettings';

/** What every group of a training's settings is given. */
export interface TrainingInputsProps {
  settings: Settings;
  onChange: (part: Partial<Settings>) => void;
}
