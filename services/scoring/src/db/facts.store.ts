import { table } from '@wufang/service';
import type { CallbackFactRow, CommitmentFactRow, DemandFactRow, InstalmentFactRow, OrderFactRow, UnitRow } from './schema.js';

export const units = table<UnitRow>('units', ['id']);
export const demandFacts = table<DemandFactRow>('demand_facts', ['demandId']);
export const orderFacts = table<OrderFactRow>('order_facts', ['orderId']);
export const callbackFacts = table<CallbackFactRow>('callback_facts', ['callbackId']);
export const commitmentFacts = table<CommitmentFactRow>('commitment_facts', ['commitmentId']);
export const instalmentFacts = table<InstalmentFactRow>('instalment_facts', ['instalmentId']);
