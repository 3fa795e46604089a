import { z } from 'zod';
import { event } from './event.js';
import { seatRefusals } from './issues.js';
import { operation } from './operation.js';
import { seatActors, SeatKind, tableReaders } from './tables.js';

/** Photos and scans that parties lay on the table (附件): of a posting, of works, proofs of payment. What names them by id is the thing they belong to. */
export const issueFiles = {
  addFile: operation({
    name: 'deliberation.file.add',
    method: 'POST',
    path: '/api/issues/{issueId}/files',
    summary: '为一件议题存入照片或扫描件（JPEG、PNG 或 PDF，至多 5 MB），加密保存；公示、凭证、施工日志等以编号引用',
    access: seatActors,
    input: z.object({ issueId: z.uuid(), fileName: z.string().max(200), file: z.base64() }),
    output: z.object({ id: z.uuid(), type: z.string(), sha256: z.string() }),
    errors: [...seatRefusals, 'issue.file-unreadable'],
    success: 201,
    upload: true,
  }),
  getFile: operation({
    name: 'deliberation.file.get',
    method: 'GET',
    path: '/api/issues/{issueId}/files/{fileId}',
    summary: '查看议题的一件附件',
    access: tableReaders,
    input: z.object({ issueId: z.uuid(), fileId: z.uuid() }),
    output: z.object({ type: z.string(), file: z.string(), sha256: z.string() }),
    errors: ['object.not-found'],
  }),
};

export const issueFileEvents = {
  fileKept: event(
    'deliberation.issue.file-kept.v1',
    '存入附件（只有编号和摘要）',
    z.object({ tableId: z.uuid(), estateId: z.uuid(), fileId: z.uuid(), seat: SeatKind, sha256: z.string() }),
  ),
};
