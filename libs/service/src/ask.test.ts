import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { serviceNames, type Ctx } from '@wufang/contracts';
import { readCtx, signCtx } from './ask.js';
import { contextKeyFor } from './context-key.js';

const gatewayKey = randomBytes(32).toString('base64');
const bytes = (key: string) => Buffer.from(key, 'base64');
const [intake, dispatch] = [bytes(contextKeyFor(gatewayKey, 'intake')), bytes(contextKeyFor(gatewayKey, 'dispatch'))];
const ctx: Ctx = {
  requestId: 'r-1',
  operation: 'intake.demand.get',
  streetId: 'qingyun',
  actor: { accountId: 'desk-1', roles: ['phone_desk'], unitIds: [] },
  scope: 'street',
};
const denied = (question: { ctx?: string; signature?: string }, operation = ctx.operation) =>
  expect(() => readCtx(intake, operation, question)).toThrow(expect.objectContaining({ code: 'access.denied' }));

test('what the gateway signed for a service is read back there', () => {
  expect(readCtx(intake, ctx.operation, signCtx(intake, ctx))).toEqual(ctx);
});

test('a service that is taken over speaks as somebody to no other: every service has a key of its own, and none is the gateway’s', () => {
  const keys = serviceNames.map((service) => contextKeyFor(gatewayKey, service));
  expect(new Set([gatewayKey, ...keys]).size).toBe(serviceNames.length + 1);
  denied(signCtx(dispatch, ctx));
  // Nor by taking its own key for the gateway's.
  denied(signCtx(bytes(contextKeyFor(dispatch.toString('base64'), 'intake')), ctx));
});

test('a role that was raised on the way, a missing or a short signature are refused', () => {
  const signed = signCtx(intake, ctx);
  denied({ ...signed, ctx: signed.ctx.replace('phone_desk', 'administrator') });
  denied({ ...signed, signature: signed.signature.slice(0, 20) });
  denied({ ctx: signed.ctx });
  denied({});
});

test('a question that was overheard serves no other operation, and not an hour later', () => {
  denied(signCtx(intake, ctx), 'intake.demand.list');
  const now = Date.now;
  try {
    Date.now = () => now() - 3_600_000;
    const old = signCtx(intake, ctx);
    Date.now = now;
    denied(old);
  } finally {
    Date.now = now;
  }
});
