import { EmptyState } from '@/app/ui/message/message';
import styles from './noLearnedMap.module.css';

/** Where the second map would be, when there is no triplet network or it cannot be used. */
export function NoLearnedMap({ triplet, fault }: { triplet: string | null; fault: string | null }) {
  return (
    <div className={styles.place}>
      {fault ? (
        <EmptyState title={`The network ${triplet} cannot be used`}>
          <p>
            It may have been made for another embedding. Install it again, or train it anew. It said: {fault}
          </p>
        </EmptyState>
      ) : (
        <EmptyState title="The triplet network is not installed">
          <p>
            There is no <code>triplet-1.onnx</code> in <code>ml/models</code>. Train it as ml/training says,
            and this map appears; the original features are shown alone until then.
          </p>
        </EmptyState>
      )}
    </div>
  );
}
