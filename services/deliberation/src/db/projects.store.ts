import { createHash } from 'node:crypto';
import { microProgramQuota, type Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { aggregate, table, type Loader } from '@wufang/service';
import type { MonthlySlotRow, ProjectPhotoRow, ProjectProgramRow, ProjectRow } from './community-life.schema.js';
import { isWithinReach } from './issues.store.js';
import type { DeliberationTx } from './schema.js';

export const projects = aggregate<ProjectRow>('projects', 'project');
export const projectPrograms = aggregate<ProjectProgramRow>('project_programs', 'project-program');
export const monthlySlots = aggregate<MonthlySlotRow>('monthly_slots', 'monthly-slot');
export const projectPhotos = table<ProjectPhotoRow>('project_photos', ['projectId', 'id']);

/** Where a photo is sealed: what is sealed for one place opens at no other. */
export const placeOfPhoto = (id: string) => `project_photos/${id}`;

/** Which photos are kept, by `<project id>/<photo id>`. */
export const projectPhotosKept: Loader<true> = {
  name: 'project photo',
  load: async (sql, keys, streetId) => {
    const rows = (await sql
      .selectFrom('projectPhotos')
      .select(['projectId', 'id'])
      .where('streetId', '=', streetId)
      .where('id', 'in', [...new Set(keys.map((key) => key.slice(key.indexOf('/') + 1)))])
      .execute()) as Pick<ProjectPhotoRow, 'projectId' | 'id'>[];
    return new Map(rows.map(({ projectId, id }) => [`${projectId}/${id}`, true]));
  },
};

/** The project, locked; what is not the caller's is not there. */
export async function lockProject(tx: DeliberationTx, id: string, ctx: Ctx): Promise<ProjectRow> {
  const project = await tx.lock(projects, id);
  if (!project || !isWithinReach(project, ctx)) throw new DomainError('object.not-found', {});
  return project;
}

/** The programme of a year, locked, as it would be when nobody has taken a place yet. */
export async function lockProgram(
  tx: DeliberationTx,
  year: number,
): Promise<{ id: string; row: ProjectProgramRow | undefined; quota: number }> {
  const id = idOf(tx.streetId, `project-program ${year}`);
  return { id, row: await tx.lock(projectPrograms, id), quota: microProgramQuota.value };
}

export async function lockSlot(
  tx: DeliberationTx,
  communityId: string,
  month: string,
): Promise<{ id: string; row: MonthlySlotRow | undefined }> {
  const id = idOf(tx.streetId, `monthly-slot ${communityId} ${month}`);
  return { id, row: await tx.lock(monthlySlots, id) };
}

/** The same thing of a street has the same id wherever it is made first. */
function idOf(streetId: string, thing: string): string {
  const hash = createHash('sha256').update(`wufang.deliberation.${thing}:${streetId}`).digest();
  hash[6] = 0x80 | (hash[6]! & 0x0f);
  hash[8] = 0x80 | (hash[8]! & 0x3f);
  return hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
