import { readFile } from 'node:fs/promises';
import { cochlearChannels } from '@/ml/audio/cochleogram/cochleogram';
import frontEnd from '@/ml/audio/measure/frontEnd.json';
import { loadLayerModel } from '@/ml/embedding/layerModel';
import { EmbeddingLayerNetwork } from '@/ml/emotion/embeddingLayers';
import { embeddingSize } from '@/ml/emotion/embeddingNetwork';
import { emotionModel } from '../../analysis/emotionModel';
import { AppError, messageOf } from '../../base/errors';
import { embeddingGraph, installedModel } from '../../base/installedModel';
import { knownFrontEnd, requireIntact } from '../../embeddings/graphFile';
import { AffectFeature, type AffectFiles } from './affectFeature';
import { CochlearFeature, type CochlearFiles } from './cochlearFeature';
import type { Feature, FeatureTarget } from './feature';
import { LayerFeature } from './layerFeature';
import { OwnLayerFeature } from './ownLayerFeature';
import { RowFile } from './rowFile';
import type { SoundFeature } from './soundFeature';
import { SpooledSound } from './spooledSound';

type LayerOf = Extract<Feature, { kind: 'layer' }>;
type PlainKind = Exclude<Feature['kind'], 'layer' | 'own layer'>;

const columnsOf: Record<PlainKind, number> = {
  envelope: 1,
  cochleogram: cochlearChannels,
  'log-mel': frontEnd.melBands,
  'circumplex embedding': embeddingSize,
  valence: 1,
  arousal: 1,
};

/** What computes the features that are wanted, and the files that it writes. */
export class OpenFeatures {
  readonly parts: SoundFeature[] = [];
  private readonly files: RowFile[] = [];

  private constructor(private readonly targets: readonly FeatureTarget[]) {}

  /**
   * Opens files and networks, each network once for all of its layers. Throws AppError 'unavailable' or 'invalid' for a
   * network that is gone, altered or does not fit, and a system error for a file that cannot be written.
   */
  static async open(targets: readonly FeatureTarget[]): Promise<OpenFeatures> {
    const opened = new OpenFeatures(targets);
    try {
      await opened.openCochlear();
      await opened.openAffect();
      await opened.openOwnLayers();
      await opened.openLayers();
    } catch (error) {
      await opened.close();
      throw error;
    }
    return opened;
  }

  /** Completes the files. */
  async finish(): Promise<void> {
    for (const file of this.files) await file.finish();
  }

  /** Lets go of networks and files, finished or not. */
  async close(): Promise<void> {
    for (const part of this.parts.splice(0)) await part.close?.();
    for (const file of this.files.splice(0)) await file.close();
  }

  private async openCochlear(): Promise<void> {
    const files: CochlearFiles = {
      envelope: await this.fileFor('envelope'),
      cochleogram: await this.fileFor('cochleogram'),
    };
    const beside = this.targets.find(
      ({ feature: { kind } }) => kind === 'envelope' || kind === 'cochleogram',
    );
    if (beside)
      this.parts.push(new CochlearFeature(await SpooledSound.create(`${beside.path}.sound`), files));
  }

  private async openAffect(): Promise<void> {
    const files: AffectFiles = {
      'log-mel': await this.fileFor('log-mel'),
      'circumplex embedding': await this.fileFor('circumplex embedding'),
      valence: await this.fileFor('valence'),
      arousal: await this.fileFor('arousal'),
    };
    const needsModel = files['circumplex embedding'] ?? files.valence ?? files.arousal;
    if (!needsModel && !files['log-mel']) return;
    this.parts.push(new AffectFeature(files, needsModel ? await emotionModel() : null));
  }

  private async openOwnLayers(): Promise<void> {
    const wanted = this.targets.flatMap(({ feature, path }) =>
      feature.kind === 'own layer' ? [{ layer: feature.layer, path }] : [],
    );
    if (wanted.length === 0) return;
    const graph = await readFile(embeddingGraph(installedModel()));
    const network = await EmbeddingLayerNetwork.load(
      graph,
      wanted.map(({ layer }) => layer),
    );
    const files: RowFile[] = [];
    this.parts.push(new OwnLayerFeature(network, files));
    for (const [i, { path }] of wanted.entries())
      files.push(await this.create(path, network.layers[i].channels));
  }

  private async openLayers(): Promise<void> {
    const wanted = this.targets.flatMap(({ feature, path }) =>
      feature.kind === 'layer' ? [{ ...feature, path }] : [],
    );
    for (const { model } of wanted.filter(
      (each, i) => wanted.findIndex((other) => isSame(each, other)) === i,
    ))
      await this.openNetwork(wanted.filter((other) => isSame({ model }, other)));
  }

  private async openNetwork(layers: (LayerOf & { path: string })[]): Promise<void> {
    const model = await layerModelOf(layers);
    const files: RowFile[] = [];
    this.parts.push(new LayerFeature(model, files));
    for (const [i, { path }] of layers.entries()) files.push(await this.create(path, model.sizes[i]));
  }

  private async fileFor(kind: PlainKind): Promise<RowFile | null> {
    const target = this.targets.find(({ feature }) => feature.kind === kind);
    return target ? this.create(target.path, columnsOf[kind]) : null;
  }

  private async create(path: string, columns: number): Promise<RowFile> {
    const file = await RowFile.create(path, columns);
    this.files.push(file);
    return file;
  }
}

type OfNetwork = Pick<LayerOf, 'model'>;

/** Whether two layers are of one network, which hears its sound in one way. */
function isSame({ model: one }: OfNetwork, { model: other }: OfNetwork): boolean {
  return one.sha256 === other.sha256 && one.frontEnd === other.frontEnd;
}

async function layerModelOf(layers: LayerOf[]) {
  const [{ model }] = layers;
  const known = knownFrontEnd(model.frontEnd);
  await requireIntact(model);
  const graph = await readFile(model.graph);
  return loadLayerModel({ graph, frontEnd: known, layers: layers.map(({ layer }) => layer) }).catch(
    (error: unknown) => {
      throw new AppError('invalid', messageOf(error), { cause: error });
    },
  );
}
