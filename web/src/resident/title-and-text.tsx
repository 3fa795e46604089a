/** @jsxImportSource preact */
import { say } from './words.js';

/** A title and a text that name nobody. */
export function TitleAndText({ name, words, least, most }: { name: string; words: string; least: number; most: number }) {
  return (
    <>
      <label>
        {say('题目', 'Title')}
        <input name="title" required minLength={4} maxLength={60} autocomplete="off" />
      </label>
      <label>
        {words}
        <textarea name={name} required minLength={least} maxLength={most} rows={4} />
      </label>
      <p class="quiet">{say('请勿写姓名、电话、门牌号。', 'No names, phones or room numbers, please.')}</p>
    </>
  );
}
