import type { Output } from '@wufang/api-client';
import { useWords } from '../lib/words.js';

type Decision = Output<'dispatch.work-order.get'>['decision'];

/** Beside the reason of a dispatch: how sure the text's category was, and by what it was found. Nothing where a person chose it. */
export function Confidence({ decision: { confidence } }: { decision: Decision }) {
  const say = useWords();
  if (!confidence) return null;
  const { certainty, words, modelNo, dictionaryVersion } = confidence;
  const sure = `${Math.round(certainty * 100)} %`;
  const model = modelNo === null ? '' : say(`、第 ${modelNo} 版模型`, `, model ${modelNo}`);
  return (
    <span className="quiet">
      {say(
        `分类由诉求文字得出，把握 ${sure}${words.length > 0 ? `（危险词：${words.join('、')}）` : ''}；第 ${dictionaryVersion} 版词典${model}。`,
        `The category is the text’s, ${sure} sure${words.length > 0 ? ` (danger: ${words.join(', ')})` : ''}; dictionary ${dictionaryVersion}${model}.`,
      )}
    </span>
  );
}
