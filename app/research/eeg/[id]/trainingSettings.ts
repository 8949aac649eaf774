/** What of a training is chosen on this page; the rest is as the server has it. */
export interface Settings {
  preset: 'reduced' | 'published';
  joint: boolean;
  /** Whose ratings EEG is to tell, and whose the music. */
  eegLabels: 'own' | 'mean';
  musicLabels: 'own' | 'mean';
  /** Ratings over it count as high, 1..9. */
  threshold: number;
  seed: number;
}

export const firstSettings: Settings = {
  ...{ preset: 'reduced', joint: false, eegLabels: 'own', musicLabels: 'mean' },
  ...{ threshold: 5, seed: 1 },
};
