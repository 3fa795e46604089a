/** @jsxImportSource preact */
import type { Output } from '@wufang/api-client';
import { useEffect, useRef, useState } from 'preact/hooks';
import { call, wordsOf } from './api.js';

type Receipt = Output<'intake.demand.receive-public'>;
type Place = Output<'registry.place.get'>;

/** Tell the street something: a scan fills in the place; one tap says it is an emergency; sent twice it is there once. */
export function Demand({ streetId, placeCode }: { streetId: string; placeCode: string | undefined }) {
  const id = useRef(crypto.randomUUID());
  const [place, setPlace] = useState<Place | null>(null);
  const [trouble, setTrouble] = useState('');
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const [photoNote, setPhotoNote] = useState('');
  const [waits, setWaits] = useState(false);

  useEffect(() => {
    if (placeCode === undefined) return;
    call('registry.place.get', { streetId, code: placeCode }).then(setPlace, (error: unknown) => setTrouble(wordsOf(error)));
  }, [streetId, placeCode]);

  const tell = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    setWaits(true);
    setTrouble('');
    try {
      const point = text('point');
      const got = await call('intake.demand.receive-public', {
        ...{ streetId, id: id.current, content: text('content'), callerName: text('name'), callerPhone: text('phone') },
        ...(placeCode !== undefined && place && { placeCode }),
        ...(point && { place: { point } }),
        ...(form.get('emergency') === 'on' && { isEmergency: true }),
      });
      const photo = form.get('photo');
      if (photo instanceof File && photo.size > 0) setPhotoNote(await sendPhoto(streetId, got.id, photo));
      setReceipt(got);
    } catch (error) {
      setTrouble(wordsOf(error));
    }
    setWaits(false);
  };

  if (receipt)
    return (
      <section role="status">
        <h1>已经收到</h1>
        <p class="number">{receipt.no}</p>
        <p>{receipt.message}</p>
        {photoNote && <p>{photoNote}</p>}
        <p>
          <a href={`/r/${streetId}/track?no=${encodeURIComponent(receipt.no)}`}>凭编号和手机号后四位查进展</a>
        </p>
      </section>
    );
  return (
    <>
      <h1>我要反映</h1>
      {place && <p class="place">地点：{[place.communityName, place.estateName, place.name].filter(Boolean).join(' ')}</p>}
      <form onSubmit={(event) => void tell(event)}>
        <label>
          什么事
          <textarea name="content" required minLength={4} maxLength={5000} rows={5} placeholder="例如：3 号楼门口路灯不亮，晚上看不清路" />
        </label>
        {placeCode === undefined && (
          <label>
            在哪里
            <input name="point" required maxLength={100} placeholder="小区、楼号或路口" autocomplete="off" />
          </label>
        )}
        <label>
          怎么称呼您
          <input name="name" required maxLength={30} autocomplete="name" />
        </label>
        <label>
          联系电话
          <input name="phone" required type="tel" inputMode="tel" maxLength={20} autocomplete="tel" />
        </label>
        <label>
          照片（可不传）
          <input name="photo" type="file" accept="image/*" />
        </label>
        <label class="tick">
          <input name="emergency" type="checkbox" /> 有危险，要马上处理
        </label>
        <p class="quiet">姓名和电话只给承办人员联系您用，不会公开。</p>
        {trouble && (
          <p class="trouble" role="alert">
            {trouble}
          </p>
        )}
        <button disabled={waits}>{waits ? '正在提交' : '提交'}</button>
      </form>
    </>
  );
}

/** A photo that does not arrive loses nothing of what was told. */
async function sendPhoto(streetId: string, id: string, photo: File): Promise<string> {
  try {
    await call('intake.attachment.add', { streetId, id, fileName: photo.name, file: photo });
    return '照片已收到，位置信息已去除。';
  } catch (error) {
    return `照片没有传上（${wordsOf(error)}），文字已经登记。`;
  }
}
