export * from './catalogue';
export * from './eeg';
export * from './embeddings';
export * from './film';
export * from './imports';
export * from './jobs';
export * from './people';
export * from './studies';
