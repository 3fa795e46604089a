import { classificationEvents, type ClassifierModelView } from '@wufang/contracts';
import { DomainError, toIsoBeijing } from '@wufang/kernel';
import { fact, type Fact, type Vault } from '@wufang/service';
import { classifierIdOf, classifierModels, classifiers, modelByNo, sealModel } from '../db/classifiers.store.js';
import { viewModel } from '../db/classifiers.view.js';
import type { IntakeTx } from '../db/schema.js';
import type { trainClassifier } from '../domain/train-classifier.js';

/** Keeps a trained model as the street's next one and, if asked, puts it into use in the same transaction. Earlier ones stay. */
export async function keepModel(
  tx: IntakeTx,
  { model, figures }: ReturnType<typeof trainClassifier>,
  activate: boolean,
  vault: Vault,
): Promise<ClassifierModelView> {
  const id = classifierIdOf(tx.streetId);
  const head = await tx.lock(classifiers, id);
  const modelNo = (head?.latestNo ?? 0) + 1;
  const before = head?.activeNo ?? null;
  const { threshold, temperature } = model;
  const { examples, corrected, accuracy, abstainedShare, calibrationError } = figures;
  const facts: Fact[] = [
    fact(classificationEvents.classifierTrained, { modelNo, examples, corrected, accuracy, abstainedShare, calibrationError, threshold }),
  ];
  if (activate) facts.push(fact(classificationEvents.classifierActivated, { modelNo, before, activatedAt: toIsoBeijing(tx.now) }));
  const activeNo = activate ? modelNo : before;
  if (head) tx.save(classifiers, { ...head, latestNo: modelNo, activeNo }, facts);
  else tx.create(classifiers, { id, latestNo: modelNo, activeNo }, facts);
  const row = { modelNo, trainedAt: tx.now, threshold, temperature, vocabulary: Object.keys(model.bayes.features).length, figures };
  tx.insert(classifierModels, { ...row, ...sealModel(vault, tx.streetId, modelNo, model) });
  return viewModel(row, activeNo);
}

/** Puts one of the street's models into use, the one before as well as the newest. */
export async function activateModel(tx: IntakeTx, { modelNo }: { modelNo: number }): Promise<ClassifierModelView> {
  const head = await tx.lock(classifiers, classifierIdOf(tx.streetId));
  const row = await tx.load(modelByNo, String(modelNo));
  if (!head || !row) throw new DomainError('classifier.model-unknown', { modelNo });
  if (head.activeNo !== modelNo) {
    const activated = { modelNo, before: head.activeNo, activatedAt: toIsoBeijing(tx.now) };
    tx.save(classifiers, { ...head, activeNo: modelNo }, [fact(classificationEvents.classifierActivated, activated)]);
  }
  return viewModel(row, modelNo);
}
