// One demand from the first call to the answer of the complainant, as eGov DIGIT's public benchmark plays it:
// create → dispatched → accept → first contact → complete → callback → search.
//   k6 run -e BASE_URL=… -e DESK_TOKEN=… -e FIRM_TOKEN=… -e CALLBACK_TOKEN=… -e COMMUNITY_ID=… -e ESTATE_ID=… deploy/load/lifecycle.js
import { check, fail, sleep } from 'k6';
import http from 'k6/http';
import { Counter } from 'k6/metrics';
import { headers, newDemand, uuid } from './case.js';

const lifecycles = new Counter('lifecycles');

export const options = {
  scenarios: { cases: { executor: 'constant-vus', vus: 64, duration: '60s' } },
  thresholds: {
    lifecycles: ['rate>100'],
    http_req_failed: ['rate<0.001'],
    http_req_duration: ['p(99)<500'],
    checks: ['rate>0.999'],
  },
};

// An order that is not there yet is part of the story, not a failure.
http.setResponseCallback(http.expectedStatuses({ min: 200, max: 299 }, 404));

export default function liveOnce() {
  const base = __ENV.BASE_URL;
  const id = uuid();
  const created = http.post(`${base}/api/demands`, JSON.stringify(newDemand(id)), {
    headers: headers(__ENV.DESK_TOKEN),
    tags: { step: 'create' },
  });
  if (!check(created, { created: (reply) => reply.status === 201 })) fail(`create answered ${created.status}`);
  const no = created.json('no');
  const order = `${base}/api/work-orders/${created.json('orderId')}`;

  step(`${order}/accept`, {}, 'accept');
  step(`${order}/first-contact`, {}, 'first-contact');
  step(`${order}/complete`, { publicText: '垃圾已清运，桶已更换', evidence: '现场照片存档' }, 'complete');

  const callback = waitFor(() => {
    const found = http.get(`${base}/api/callbacks?orderId=${created.json('orderId')}`, {
      headers: headers(__ENV.CALLBACK_TOKEN),
      tags: { step: 'callbacks' },
    });
    return found.status === 200 ? found.json('callbacks.0.id') : undefined;
  });
  const answered = http.post(
    `${base}/api/callbacks/${callback}/answer`,
    JSON.stringify({ contacted: true, solved: true, satisfaction: 'SATISFIED' }),
    {
      headers: headers(__ENV.CALLBACK_TOKEN),
      tags: { step: 'callback' },
    },
  );
  check(answered, { 'callback recorded': (reply) => reply.status === 200 });

  const found = http.get(`${base}/api/demands?no=${no}`, { headers: headers(__ENV.DESK_TOKEN), tags: { step: 'search' } });
  check(found, { 'found by its number': (reply) => reply.json('demands.0.id') === id });
  lifecycles.add(1);
}

/**
 * @param {string} url
 * @param {object} body
 * @param {string} name
 */
function step(url, body, name) {
  const done = waitFor(() => {
    const reply = http.post(url, JSON.stringify(body), { headers: headers(__ENV.FIRM_TOKEN), tags: { step: name } });
    if (reply.status !== 200 && reply.status !== 404) fail(`${name} answered ${reply.status}`);
    return reply.status === 200 ? true : undefined;
  });
  check(done, { [name]: (value) => value === true });
}

/**
 * @template T
 * @param {() => T | undefined | null} look
 * @returns {T}
 */
function waitFor(look) {
  for (let tries = 0; tries < 200; tries++) {
    const seen = look();
    if (seen !== undefined && seen !== null) return seen;
    sleep(0.02);
  }
  return fail('waited in vain');
}
