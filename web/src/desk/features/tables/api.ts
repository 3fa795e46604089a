import type { Output } from '@wufang/api-client';

export type Table = Output<'deliberation.table.list'>['tables'][number];
