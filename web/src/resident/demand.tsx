/** @jsxImportSource preact */
import { ApiProblem, type Output } from '@wufang/api-client';
import { useState } from 'preact/hooks';
import { smaller } from '../lib/photo.js';
import { AboutUnit } from './about-unit.js';
import { call, wordsOf } from './api.js';
import { fieldsOf, Trouble, useAsked } from './asked.js';
import { idsByBody, keepContact, keepMatter, newCode, ownContact } from './own.js';
import { Taken } from './receipt.js';
import { say } from './words.js';

type Receipt = Output<'intake.demand.receive-public'>;
type Place = Output<'registry.place.get'>;

/** As many as the street takes with one demand. */
const MOST_PHOTOS = 6;

const placeText = (place: Place) => [place.communityName, place.estateName, place.name].filter(Boolean).join(' ');

/** Where a scan says somebody stands; without one it is asked. */
export function usePlace(streetId: string, code: string | undefined) {
  const asked = useAsked(code ?? '', async () => (code === undefined ? null : call('registry.place.get', { streetId, code })));
  const place = asked.found ?? null;
  const isRefused = asked.error instanceof ApiProblem && !asked.error.isForeign;
  return {
    place,
    trouble: asked.error === undefined ? '' : wordsOf(asked.error),
    // What the street does not know it will not know the next time; what did not arrive may.
    again: isRefused ? undefined : asked.again,
    text: place && placeText(place),
  };
}

/** Tell the street something; a scan fills in the place. Sent twice it is there once. */
export function Demand({ streetId, placeCode }: { streetId: string; placeCode: string | undefined }) {
  const [idFor] = useState(idsByBody);
  const [answerCode] = useState(newCode);
  const scanned = usePlace(streetId, placeCode);
  const [trouble, setTrouble] = useState('');
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const [note, setNote] = useState('');
  const [waits, setWaits] = useState(false);
  const known = ownContact();

  const tell = async (event: SubmitEvent) => {
    const { form, text } = fieldsOf(event);
    const contact = { name: text('name'), phone: text('phone') };
    setWaits(true);
    setTrouble('');
    try {
      const [point, aboutUnitId] = [text('point'), text('aboutUnitId')];
      const body = {
        ...{ streetId, answerCode, content: text('content'), callerName: contact.name, callerPhone: contact.phone },
        ...(placeCode !== undefined && scanned.place && { placeCode }),
        ...(point && { place: { point } }),
        ...(aboutUnitId && { aboutUnitId }),
      };
      const got = await call('intake.demand.receive-public', { id: idFor(body), ...body });
      keepMatter(streetId, { no: got.no, code: answerCode, toldAt: got.receivedAt });
      if (form.get('remember') === 'on') keepContact(contact);
      const photos = form.getAll('photo').filter((photo): photo is File => photo instanceof File && photo.size > 0);
      setNote(await sendPhotos(streetId, got.id, photos.slice(0, MOST_PHOTOS)));
      setReceipt(got);
    } catch (error) {
      setTrouble(wordsOf(error));
    }
    setWaits(false);
  };

  if (receipt) return <Taken streetId={streetId} receipt={receipt} code={answerCode} note={note} />;
  const urgent = placeCode === undefined ? `/r/${streetId}/urgent` : `/r/${streetId}/q/${placeCode}/urgent`;
  return (
    <>
      <a class="urgent" href={urgent}>
        {say('有危险，马上报急', 'Danger: report it at once')}
      </a>
      <h1>{say('我要反映', 'Tell the street')}</h1>
      {scanned.text && (
        <p class="place">
          {say('地点', 'Place')}：{scanned.text}
        </p>
      )}
      {scanned.place?.keeper && (
        <p class="place">
          {say('这栋楼的管片员', 'Who looks after this building')}：{scanned.place.keeper.name}
          {scanned.place.keeper.officePhone && (
            <>
              {' '}
              <a href={`tel:${scanned.place.keeper.officePhone}`}>{scanned.place.keeper.officePhone}</a>
            </>
          )}
        </p>
      )}
      {scanned.trouble && <Trouble text={scanned.trouble} again={scanned.again} />}
      <form onSubmit={(event) => void tell(event)}>
        <label>
          {say('什么事', 'What is it about')}
          <textarea
            name="content"
            required
            minLength={4}
            maxLength={4000}
            rows={5}
            placeholder={say('例如：3 号楼门口路灯不亮，晚上看不清路', 'For example: the lamp at building 3 is out')}
          />
        </label>
        {!scanned.place && (
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
        <AboutUnit streetId={streetId} placeCode={scanned.place ? placeCode : undefined} />
        <label>
          {say('怎么称呼您', 'Your name')}
          <input name="name" required maxLength={30} autocomplete="name" defaultValue={known?.name} />
        </label>
        <label>
          {say('联系电话', 'Phone')}
          <input name="phone" required type="tel" inputMode="tel" maxLength={20} autocomplete="tel" defaultValue={known?.phone} />
        </label>
        <label>
          {say(`照片（可不传，最多 ${MOST_PHOTOS} 张）`, `Photos (optional, ${MOST_PHOTOS} at most)`)}
          <input name="photo" type="file" accept="image/*" multiple />
        </label>
        <label class="tick">
          <input name="remember" type="checkbox" defaultChecked={known !== undefined} />
          {say('在这部手机上记住称呼和电话', 'Keep my name and phone on this phone')}
        </label>
        <p class="quiet">
          {say(
            '姓名和电话只给承办人员联系您用，不会公开；照片里的位置信息会去除。',
            'Name and phone are for those who handle it alone. What a photo says about its place is taken out.',
          )}
        </p>
        <Trouble text={trouble} />
        <button disabled={waits}>{waits ? say('正在提交', 'Sending') : say('提交', 'Send')}</button>
      </form>
    </>
  );
}

/** Photos that do not arrive lose nothing of what was told; the same one sent again is there once. */
async function sendPhotos(streetId: string, id: string, photos: readonly File[]): Promise<string> {
  let sent = 0;
  try {
    for (const photo of photos) {
      await call('intake.attachment.add', { streetId, id, fileName: photo.name, file: await smaller(photo) });
      sent += 1;
    }
  } catch (error) {
    return say(
      `${photos.length - sent} 张照片没有传上（${wordsOf(error)}），文字已经登记。`,
      `${photos.length - sent} photos did not arrive (${wordsOf(error)}); your words did.`,
    );
  }
  return sent === 0 ? '' : say(`${sent} 张照片已收到，位置信息已去除。`, `${sent} photos have arrived, without their place.`);
}
