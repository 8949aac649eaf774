import { basename } from 'node:path';
import { characteristicHz } from '@/ml/audio/cochleogram/constantQFilters';
import { cochlearChannels, cochlearHopSeconds } from '@/ml/audio/cochleogram/cochleogram';
import frontEnd from '@/ml/audio/measure/frontEnd.json';
import { curveHopSeconds, curveStartSeconds } from '@/ml/affect/curveHop';
import { frontEnds } from '@/ml/embedding/frontEnds/frontEnds';
import { embeddingLayers } from '@/ml/emotion/embeddingLayers';
import { embeddingSize } from '@/ml/emotion/embeddingNetwork';
import { AppError } from '../../base/errors';
import { embeddingGraph, installedModel } from '../../base/installedModel';
import { ownModelName, type ModelRow } from '../../embeddings/embeddingModels';
import { knownFrontEnd } from '../../embeddings/graphFile';
import { modelFile } from '../../embeddings/modelFiles';
import type { Feature } from './feature';

/** A feature that can be had of any sound. */
export interface AvailableFeature {
  /** How it is asked for. */
  name: string;
  description: string;
  feature: Feature;
  /** What its numbers depend on beside the sound: a change of it makes them anew. */
  version: string;
  /** How many numbers a frame has; null where that is known only once it has been computed. */
  columns: number | null;
  /** Seconds from frame to frame, and from the sound's start to the middle of the first. */
  hopSeconds: number;
  startSeconds: number;
  /** What a column is called, counted from 0. */
  columnName: (column: number) => string;
}

/** Every feature that needs no added network. */
export function ownFeatures(): AvailableFeature[] {
  return [...cochlearFeatures(), logMelFeature(), ...affectFeatures()];
}

function cochlearFeatures(): AvailableFeature[] {
  const common = {
    version: 'cochleogram-1',
    hopSeconds: cochlearHopSeconds,
    startSeconds: cochlearHopSeconds / 2,
  };
  return [
    {
      ...common,
      name: 'envelope',
      description: 'broadband envelope: the sum over the channels of the cochleogram',
      feature: { kind: 'envelope' },
      columns: 1,
      columnName: () => 'envelope',
    },
    {
      ...common,
      name: 'cochleogram',
      description:
        'auditory spectrogram after the NSL toolbox, 180 to 7040 Hz, of the sound at mean square 1',
      feature: { kind: 'cochleogram' },
      columns: cochlearChannels,
      columnName: (channel) => `${characteristicHz(channel).toFixed(1)} Hz`,
    },
  ];
}

function logMelFeature(): AvailableFeature {
  return {
    name: 'log-mel',
    description: 'log-mel spectrogram, as the emotion model hears the sound',
    feature: { kind: 'log-mel' },
    version: 'log-mel-1',
    columns: frontEnd.melBands,
    hopSeconds: frontEnd.hopSamples / frontEnd.sampleRateHz,
    // Frames are centred on their samples.
    startSeconds: 0,
    columnName: (band) => `band ${band + 1}`,
  };
}

function affectFeatures(): AvailableFeature[] {
  const { version } = installedModel();
  const common = { version, hopSeconds: curveHopSeconds, startSeconds: curveStartSeconds };
  return [
    {
      ...common,
      name: 'circumplex embedding',
      description: 'how every half second sounds to the emotion model',
      feature: { kind: 'circumplex embedding' },
      columns: embeddingSize,
      columnName: (column) => `circumplex ${column + 1}`,
    },
    ...(['valence', 'arousal'] as const).map((kind) => ({
      ...common,
      name: kind,
      description: `${kind} that the emotion model hears in every half second, -1..1`,
      feature: { kind },
      columns: 1,
      columnName: () => kind,
    })),
  ];
}

/**
 * A layer of the project's own embedding network, by the half second, asked for as circumplex:LAYER. Throws AppError
 * 'not-found' with the layers that there are.
 */
export function ownLayerFeature(layer: string): AvailableFeature {
  const known = embeddingLayers.find(({ name }) => name === layer);
  if (!known) {
    const names = embeddingLayers.map(({ name }) => name).join(', ');
    throw new AppError('not-found', `invalid layer: ${layer} (${ownModelName} has ${names})`);
  }
  const name = `${ownModelName}:${layer}`;
  return {
    name,
    description: `layer ${layer} of the emotion model's embedding network`,
    feature: { kind: 'own layer', layer },
    version: `own-layers-1 ${basename(embeddingGraph(installedModel()))} ${layer}`,
    columns: known.channels,
    hopSeconds: curveHopSeconds,
    startSeconds: curveStartSeconds,
    columnName: (column) => `${name} ${column + 1}`,
  };
}

/**
 * A layer of an added network, for each of its own windows: its embedding where none is named. Throws AppError
 * 'unavailable' where its front end is not known here.
 */
export function layerFeature(
  { name, sha256, frontEnd: frontEndName, output, size }: ModelRow,
  dataDirectory: string,
  layer: string = output,
): AvailableFeature {
  const { hopSeconds, firstMiddleSeconds } = frontEnds[knownFrontEnd(frontEndName)];
  const isEmbedding = layer === output;
  const featureName = isEmbedding ? name : `${name}:${layer}`;
  const graph = modelFile(dataDirectory, sha256);
  return {
    name: featureName,
    description: isEmbedding ? `embedding by ${name}, its output ${output}` : `layer ${layer} of ${name}`,
    feature: { kind: 'layer', model: { graph, sha256, frontEnd: frontEndName }, layer },
    version: `layers-1 ${sha256} ${frontEndName} ${layer}`,
    columns: isEmbedding ? size : null,
    hopSeconds,
    startSeconds: firstMiddleSeconds,
    columnName: (column) => `${featureName} ${column + 1}`,
  };
}
