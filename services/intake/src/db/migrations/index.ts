import type { Migration } from 'kysely';
import { demandsMigration } from './0001_demands.js';
import { classificationMigration } from './0002_classification.js';
import { contactUnitMigration } from './0003_contact_unit.js';
import { earlierDemandMigration } from './0004_earlier_demand.js';
import { erasureMigration } from './0005_erasure.js';
import { categoryTreesMigration } from './0006_category_trees.js';
import { aboutUnitMigration } from './0007_about_unit.js';
import { unitsOfEstateMigration } from './0008_units_of_estate.js';
import { answerCodeMigration } from './0009_answer_code.js';
import { aboutUnitOfOrderMigration } from './0010_about_unit_of_order.js';
import { metLimitsMigration } from './0011_met_limits.js';
import { contactsSeeMigration } from './0012_contacts_see.js';
import { checkersSeeMigration } from './0013_checkers_see.js';
import { followedOrdersMigration } from './0014_followed_orders.js';
import { photosToListMigration } from './0015_photos_to_list.js';

export const migrations: Record<string, Migration> = {
  '0001_demands': demandsMigration,
  '0002_classification': classificationMigration,
  '0003_contact_unit': contactUnitMigration,
  '0004_earlier_demand': earlierDemandMigration,
  '0005_erasure': erasureMigration,
  '0006_category_trees': categoryTreesMigration,
  '0007_about_unit': aboutUnitMigration,
  '0008_units_of_estate': unitsOfEstateMigration,
  '0009_answer_code': answerCodeMigration,
  '0010_about_unit_of_order': aboutUnitOfOrderMigration,
  '0011_met_limits': metLimitsMigration,
  '0012_contacts_see': contactsSeeMigration,
  '0013_checkers_see': checkersSeeMigration,
  '0014_followed_orders': followedOrdersMigration,
  '0015_photos_to_list': photosToListMigration,
};
