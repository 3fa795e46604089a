import type { MultipartFile } from '@fastify/multipart';
import { pathFieldsOf, type Operation } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import type { FastifyRequest } from 'fastify';

export const jsonLimit = { bytes: 256 * 1024, text: '256 KB' };
export const fileLimit = { bytes: 5_767_168, text: '5.5 MB' };

/** The flat input of an operation: fields of the path, then of the query (GET and DELETE) or of the body. A field in two places must agree. */
export async function inputOf(request: FastifyRequest, operation: Operation): Promise<Record<string, unknown>> {
  const inPath = request.params as Record<string, string>;
  const query = request.query as Record<string, unknown>;
  const hasQuery = Object.keys(query).length > 0;
  const takesQuery = operation.method === 'GET' || operation.method === 'DELETE';
  if (hasQuery && !takesQuery) throw invalid('请把内容放在请求体中，不要放在地址里');
  const given = operation.upload ? await uploadOf(request) : takesQuery ? query : bodyOf(request);
  const input = { ...given };
  for (const field of pathFieldsOf(operation)) {
    const value = inPath[field];
    if (input[field] !== undefined && String(input[field]) !== value) throw invalid(`${field}：与地址中的不一致`);
    // A body may repeat it as a number; the path has only texts.
    input[field] ??= value;
  }
  return input;
}

function bodyOf(request: FastifyRequest): Record<string, unknown> {
  const body = request.body ?? {};
  if (typeof body !== 'object' || Array.isArray(body)) throw invalid('内容应是一个 JSON 对象');
  return body as Record<string, unknown>;
}

/** One file and a few fields, as `multipart/form-data`. */
async function uploadOf(request: FastifyRequest): Promise<Record<string, unknown>> {
  const limits = { files: 1, fileSize: fileLimit.bytes, fields: 20, fieldSize: 16_384, parts: 21, headerPairs: 50 };
  const input: Record<string, unknown> = {};
  try {
    for await (const part of request.parts({ limits })) {
      if (part.type === 'file') Object.assign(input, await fileOf(part));
      else if (part.fieldname in input) throw invalid(`${part.fieldname}：重复`);
      else input[part.fieldname] = part.value;
    }
  } catch (error) {
    // The parser of forms gives no status to what it cannot read.
    if (error instanceof DomainError || (error as { statusCode?: number }).statusCode !== undefined) throw error;
    throw invalid('表单不完整，请重新上传');
  }
  if (input['file'] === undefined) throw invalid('file：请附上一个文件');
  return input;
}

async function fileOf(part: MultipartFile): Promise<{ file: string; fileName: string }> {
  const bytes = await part.toBuffer();
  if (part.fieldname !== 'file') throw invalid(`${part.fieldname}：文件请放在 file 字段`);
  return { file: bytes.toString('base64'), fileName: plainName(part.filename) };
}

/** A file's name without folders and control characters. */
function plainName(name: string | undefined): string {
  const last = (name ?? '').split(/[\\/]/).at(-1) ?? '';
  return [...last.replace(/\p{Cc}/gu, '')].slice(0, 200).join('') || 'file';
}

function invalid(issues: string): DomainError {
  return new DomainError('request.invalid', { issues });
}
