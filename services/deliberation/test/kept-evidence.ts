import { issueFiles, type EmergencyEvidence } from '@wufang/contracts';
import type { Caller, ServiceUnderTest } from '@wufang/testing';

const photo = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]).toString('base64');

/** What shows an emergency: a photo that a seat has kept with the issue, and what it is. */
export async function keptEvidence(
  sut: ServiceUnderTest,
  issueId: string,
  as: Caller,
  more: Partial<EmergencyEvidence> = {},
): Promise<EmergencyEvidence> {
  const { id } = await sut.ok(issueFiles.addFile, { issueId, fileName: '现场.jpg', file: photo }, as);
  return { documents: ['管道坍塌现场照片', '排水公司检测报告'], fileIds: [id], ...more };
}
