import { registry, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db } from '@wufang/service';
import type { z } from 'zod';
import { createPlace } from '../app/create-place.js';
import { readWorkbook } from '../app/read-workbook.js';
import { setKeeper } from '../app/set-keeper.js';
import { startImport } from '../app/start-import.js';
import {
  buildingNames,
  estateNames,
  estateRoll,
  importProgress,
  listBuildings,
  listEstates,
  listHomes,
  listUnits,
  placeByCode,
} from '../db/register.view.js';
import type { RegistrySchema } from '../db/schema.js';
import { RegisterImportJob, rowsIn } from '../jobs/register-import.job.js';

type Input<O extends { input: z.ZodType }> = z.output<O['input']>;

@Answerer()
export class RegisterHandler {
  constructor(
    private readonly db: Db<RegistrySchema>,
    private readonly job: RegisterImportJob,
  ) {}

  @Answers(registry.listUnits)
  listUnits(input: Input<typeof registry.listUnits>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listUnits(sql, input));
  }

  @Answers(registry.listEstates)
  listEstates(input: Input<typeof registry.listEstates>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listEstates(sql, input));
  }

  @Answers(registry.estateNames)
  estateNames(_: Input<typeof registry.estateNames>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => estateNames(sql));
  }

  @Answers(registry.buildingNames)
  buildingNames(input: Input<typeof registry.buildingNames>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => buildingNames(sql, input));
  }

  @Answers(registry.listBuildings)
  listBuildings(input: Input<typeof registry.listBuildings>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listBuildings(sql, input));
  }

  @Answers(registry.setKeeper)
  setKeeper(input: Input<typeof registry.setKeeper>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => setKeeper(tx, input, ctx));
  }

  @Answers(registry.listHomes)
  listHomes(input: Input<typeof registry.listHomes>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listHomes(sql, input, ctx));
  }

  @Answers(registry.estateRoll)
  estateRoll(input: Input<typeof registry.estateRoll>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => estateRoll(sql, input));
  }

  /** The file is looked at before the answer, so that one that cannot be read is refused at once; its rows go in afterwards. */
  @Answers(registry.importRegistry)
  async import({ fileName, file }: Input<typeof registry.importRegistry>, ctx: Ctx) {
    const workbook = await readWorkbook(fileName, Buffer.from(file, 'base64'));
    let isNew = false;
    const begun = await this.db.run(ctx, (tx) => {
      isNew = true;
      return Promise.resolve(startImport(tx, rowsIn(workbook)));
    });
    if (isNew) void this.job.run(ctx, begun.id, workbook);
    return begun;
  }

  @Answers(registry.importProgress)
  importProgress(input: Input<typeof registry.importProgress>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => importProgress(sql, input));
  }

  @Answers(registry.createPlace)
  createPlace(input: Input<typeof registry.createPlace>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => createPlace(tx, input));
  }

  @Answers(registry.getPlace)
  getPlace(input: Input<typeof registry.getPlace>, ctx: Ctx) {
    return this.db.read({ ...ctx, streetId: input.streetId }, (sql) => placeByCode(sql, input, ctx));
  }
}
