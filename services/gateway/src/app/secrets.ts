import { createHash, randomBytes } from 'node:crypto';

/** A new secret of 256 random bits; `wf_` marks tokens of programs, so that one that was lost somewhere can be recognised. */
export const newSessionSecret = () => randomBytes(32).toString('base64url');
export const newToken = () => `wf_${randomBytes(32).toString('base64url')}`;

/** What is kept of a session's or token's secret. It has 256 bits of chance, so a plain hash cannot be turned round. */
export const hashOfSecret = (secret: string) => createHash('sha256').update(secret).digest();
