import { embeddingSize } from './embeddingNetwork';
import { harmonySize } from './harmony';

/** Numbers that a model reads of every half second: the embedding, then the harmony. */
export const featureSize = embeddingSize + harmonySize;

/** Where the embedding and the harmony stand among them. */
export const embeddingPart = { from: 0, size: embeddingSize };
export const harmonyPart = { from: embeddingSize, size: harmonySize };
