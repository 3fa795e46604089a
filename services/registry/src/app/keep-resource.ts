import { resourceEvents, type ResourceView, type resources as operations } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import type { z } from 'zod';
import { units } from '../db/register.store.js';
import { resources } from '../db/resources.store.js';
import { resourceView } from '../db/resources.view.js';
import type { RegistryTx } from '../db/schema.js';

/** Puts a unit, shop, organisation into the resource library (资源服务库) or changes what it offers; what was withdrawn offers again. */
export async function putResource(tx: RegistryTx, input: z.output<typeof operations.putResource.input>): Promise<ResourceView> {
  const known = await tx.lock(resources, input.id);
  const { id, name, kind, unitId, skills, categories, communityIds, hours, officePhone } = input;
  for (const unit of [...communityIds, ...(unitId === null ? [] : [unitId])])
    if (!(await tx.lock(units, unit))) throw new DomainError('object.not-found', {});
  const row = { id, name, kind, unitId, skills, categories, communityIds, hours, officePhone, isWithdrawn: false };
  const facts = [fact(resourceEvents.resourceKept, { name, kind, unitId, categories, communityIds })];
  return resourceView(known ? tx.save(resources, { ...known, ...row }, facts) : tx.create(resources, row, facts));
}

export async function withdrawResource(tx: RegistryTx, { id }: { id: string }): Promise<ResourceView> {
  const known = await tx.lock(resources, id);
  if (!known) throw new DomainError('object.not-found', {});
  if (known.isWithdrawn) return resourceView(known);
  return resourceView(tx.save(resources, { ...known, isWithdrawn: true }, [fact(resourceEvents.resourceWithdrawn, { name: known.name })]));
}
