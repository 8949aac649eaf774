/** The ways of leaving out that a model can be judged by, in their order. */
export const schemes = ['tracks', 'participants', 'both', 'shuffle'] as const;
export type Scheme = (typeof schemes)[number];

/** What of a training is chosen on this page; the rest is as the server has it. */
export interface Settings {
  /** The network that music is heard by; null for the product's own. */
  embedding: string | null;
  preset: 'reduced' | 'published';
  joint: boolean;
  /** A network of each participant too. */
  personal: boolean;
  schemes: Scheme[];
  /** Whose ratings EEG is to tell, and whose the music. */
  eegLabels: 'own' | 'mean';
  musicLabels: 'own' | 'mean';
  /** Ratings over it count as high, 1..9. */
  threshold: number;
  /** Whether other thresholds are tried too. */
  sensitivity: boolean;
  /** The most epochs of each network; NaN for as many as the preset has. */
  epochs: number;
  seed: number;
}

export const firstSettings: Settings = {
  ...{ embedding: null, preset: 'reduced', joint: false, personal: false, schemes: [...schemes] },
  ...{ eegLabels: 'own', musicLabels: 'mean', threshold: 5, sensitivity: true, epochs: NaN, seed: 1 },
};

/** The settings as the server takes them. */
export const wishOf = ({ embedding, epochs, ...training }: Settings) => ({
  ...(embedding !== null && { embedding }),
  training: { ...training, ...(!Number.isNaN(epochs) && { epochs }) },
});
