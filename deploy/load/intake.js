// Demands entered by the phone desk, as fast as they are accepted.
//   k6 run -e BASE_URL=http://127.0.0.1:8080 -e DESK_TOKEN=wf_… -e COMMUNITY_ID=… -e ESTATE_ID=… deploy/load/intake.js
import { check } from 'k6';
import http from 'k6/http';
import { newDemand, headers, uuid } from './case.js';

export const options = {
  scenarios: { desk: { executor: 'constant-vus', vus: 64, duration: '30s' } },
  thresholds: {
    http_req_failed: ['rate<0.001'],
    http_req_duration: ['p(50)<50', 'p(99)<250'],
    checks: ['rate>0.999'],
  },
};

export default function enterDemand() {
  const id = uuid();
  const response = http.post(`${__ENV.BASE_URL}/api/demands`, JSON.stringify(newDemand(id)), {
    headers: headers(__ENV.DESK_TOKEN),
    tags: { step: 'create' },
  });
  check(response, {
    'is accepted': (reply) => reply.status === 201,
    'has its number': (reply) => typeof reply.json('no') === 'string',
    'is dispatched': (reply) => typeof reply.json('orderId') === 'string',
  });
}
