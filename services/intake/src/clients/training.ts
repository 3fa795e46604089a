import { Worker } from 'node:worker_threads';
import type { Example, trainClassifier } from '../domain/train-classifier.js';

const LIMIT_MS = 100_000;

/** Trains in a thread of its own, so that nobody who hands in a demand waits meanwhile. */
export async function trainInThread(
  examples: readonly Example[],
  placeNames: readonly string[],
): Promise<ReturnType<typeof trainClassifier>> {
  const worker = new Worker(new URL('./training.worker.js', import.meta.url), {
    workerData: { examples, placeNames },
    resourceLimits: { maxOldGenerationSizeMb: 768 },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve, reject) => {
      timer = setTimeout(() => reject(new Error('training took too long')), LIMIT_MS);
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the trainer ended')));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
