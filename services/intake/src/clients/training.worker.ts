import { parentPort, workerData } from 'node:worker_threads';
import { trainClassifier, type Example } from '../domain/train-classifier.js';

/** The thread that trains; see `training.ts`. */
const { examples, placeNames } = workerData as { examples: Example[]; placeNames: string[] };
parentPort!.postMessage(trainClassifier(examples, placeNames));
