import { z } from 'zod';

const base64 = z.base64().max(200);

/**
 * What a person approved (内部审批), as it is signed: the operation, and exactly what they asked of it. The bytes are its canonical JSON. An
 * internal approval record; no reliable electronic signature (可靠电子签名) in the sense of 电子签名法 art. 13.
 */
export const Approval = z
  .object({
    v: z.literal('wufang.approval.v1'),
    streetId: z.string(),
    operation: z.string(),
    input: z.record(z.string(), z.unknown()),
    accountId: z.string(),
    keyId: z.uuid(),
    approvedAt: z.string(),
  })
  .meta({ id: 'Approval' });
export type Approval = z.infer<typeof Approval>;

/** An approval with the Ed25519 signature over its canonical JSON and the key that verifies it, both base64; the key as its 32 raw bytes. */
export const SignedApproval = z.object({ approval: Approval, publicKey: base64, signature: base64 }).meta({ id: 'SignedApproval' });
export type SignedApproval = z.infer<typeof SignedApproval>;
