/** @jsxImportSource preact */
import type { Output } from '@wufang/api-client';
import { useRef, useState } from 'preact/hooks';
import { call, wordsOf } from './api.js';
import { fieldsOf, Trouble } from './asked.js';
import { usePlace } from './demand.js';
import { idsByBody, keepMatter, newCode, ownContact } from './own.js';
import { Taken } from './receipt.js';
import { say } from './words.js';

type Receipt = Output<'intake.demand.receive-public'>;

const lines = [
  ['119', '火警、救援', 'fire'],
  ['120', '急救', 'ambulance'],
  ['110', '报警', 'police'],
  ['122', '交通事故', 'traffic'],
] as const;

/** What people run to the phone for; the words are what the street's desk reads, so they stay Chinese. */
const dangers = [
  ['闻到燃气味', 'Smell of gas'],
  ['水管爆裂、漏水淹水', 'Burst pipe, flood'],
  ['有人被困电梯', 'Somebody in the lift'],
  ['漏电、电线冒火花', 'Sparks, live wire'],
  ['墙皮、外墙掉落', 'Falling wall'],
  ['其他危险', 'Another danger'],
] as const;

/** An emergency in one tap: the danger is the button. What was scanned or is kept on this phone need not be filled in. */
export function Urgent({ streetId, placeCode }: { streetId: string; placeCode: string | undefined }) {
  const [idFor] = useState(idsByBody);
  const [answerCode] = useState(newCode);
  const danger = useRef<string>(dangers[0][0]);
  const scanned = usePlace(streetId, placeCode);
  const [trouble, setTrouble] = useState('');
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const [waits, setWaits] = useState(false);
  const known = ownContact();
  const report = async (event: SubmitEvent) => {
    const { text } = fieldsOf(event);
    const point = text('point');
    setWaits(true);
    setTrouble('');
    try {
      const body = {
        ...{ streetId, answerCode, isEmergency: true, callerPhone: text('phone') },
        content: danger.current,
        ...(known && { callerName: known.name }),
        ...(placeCode !== undefined && scanned.place && { placeCode }),
        ...(point && { place: { point } }),
      };
      const got = await call('intake.demand.receive-public', { id: idFor(body), ...body });
      keepMatter(streetId, { no: got.no, code: answerCode, toldAt: got.receivedAt });
      setReceipt(got);
    } catch (error) {
      setTrouble(wordsOf(error));
    }
    setWaits(false);
  };
  return (
    <>
      {receipt ? <Taken streetId={streetId} receipt={receipt} code={answerCode} note="" /> : <h1>{say('紧急情况', 'Emergency')}</h1>}
      <p>{say('有人受伤、着火、犯罪，请先打：', 'Injury, fire or crime: call first')}</p>
      <p class="lines">
        {lines.map(([number, zh, en]) => (
          <a key={number} href={`tel:${number}`}>
            <b>{number}</b> {say(zh, en)}
          </a>
        ))}
      </p>
      {!receipt && (
        <form onSubmit={(event) => void report(event)}>
          {scanned.text ? (
            <p class="place">
              {say('地点', 'Place')}：{scanned.text}
            </p>
          ) : (
            <label>
              {say('在哪里', 'Where')}
              <input
                name="point"
                required
                maxLength={100}
                placeholder={say('小区、楼号或路口', 'Estate, building or crossing')}
                autocomplete="off"
              />
            </label>
          )}
          <Trouble text={scanned.trouble} again={scanned.again} />
          <label>
            {say('联系电话', 'Phone')}
            <input name="phone" required type="tel" inputMode="tel" maxLength={20} autocomplete="tel" defaultValue={known?.phone} />
          </label>
          <Trouble text={trouble} />
          <fieldset class="dangers" disabled={waits}>
            <legend>{waits ? say('正在上报', 'Sending') : say('点一下就报给街道', 'One tap reports it to the street')}</legend>
            {dangers.map(([zh, en]) => (
              <button key={zh} onClick={() => (danger.current = zh)}>
                {say(zh, en)}
              </button>
            ))}
          </fieldset>
        </form>
      )}
    </>
  );
}
