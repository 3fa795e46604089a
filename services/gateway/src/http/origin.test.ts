import { expect, test } from '@jest/globals';
import { isOwnRequest } from './origin.js';

const own = ['https://wufang.example'];

test.each([
  ['GET', 'https://elsewhere.example', 'cross-site', true, true], // reading changes nothing
  ['POST', 'https://wufang.example', 'same-origin', true, true], // our own page
  ['POST', 'https://wufang.example', undefined, true, true], // an older browser
  ['POST', 'https://elsewhere.example', 'cross-site', true, false], // a forged form
  ['POST', 'http://wufang.example', 'cross-site', true, false], // the same host in clear
  ['POST', 'null', undefined, true, false], // a sandboxed frame
  ['POST', undefined, 'same-site', true, false], // a neighbour under the same domain
  ['POST', undefined, 'same-origin', true, true],
  ['POST', undefined, 'none', true, true], // typed by the person
  ['DELETE', undefined, undefined, true, false], // a cookie without any proof
  ['POST', undefined, undefined, false, true], // a program
  ['POST', 'https://elsewhere.example', 'cross-site', false, false], // a form elsewhere, without our cookie
])('%s from %s (%s), with cookie %s: %s', (method, origin, fetchSite, hasCookie, expected) => {
  expect(isOwnRequest({ method, origin, fetchSite, hasCookie }, own)).toBe(expected);
});
