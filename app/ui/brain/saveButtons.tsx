'use client';

import { useState } from 'react';
import type { BrainScene } from '@/ml/brain/scene/sceneNode';
import { Button } from '../button';
import styles from './brainMap.module.css';
import { saveAsPng, saveAsSvg } from './saveDrawing';

/** Saves what is seen as a drawing or as a picture. */
export function SaveButtons({ scene, name }: { scene: BrainScene; name: string }) {
  const [fault, setFault] = useState<string | null>(null);
  const savePicture = () => {
    setFault(null);
    saveAsPng(scene, name).catch((error: unknown) =>
      setFault(error instanceof Error ? error.message : String(error)),
    );
  };
  return (
    <div className={styles.saving}>
      {fault !== null && <span role="alert">{fault}</span>}
      <Button size="small" kind="quiet" onPress={() => saveAsSvg(scene, name)}>
        Save SVG
      </Button>
      <Button size="small" kind="quiet" onPress={savePicture}>
        Save PNG
      </Button>
    </div>
  );
}
