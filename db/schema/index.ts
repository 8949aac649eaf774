export * from './catalogue';
export * from './embeddings';
export * from './jobs';
export * from './people';
