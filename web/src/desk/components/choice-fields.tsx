import type { Output } from '@wufang/api-client';
import { useWords } from '../lib/words.js';
import { OneOf } from './fields.js';

type Question = Output<'deliberation.vote.get'>['questions'][number];

/** The words of what stands on a ballot: the title of an option, or against, abstain, blank or invalid. */
export function useChoiceName(): (question: Question, choice: string | undefined) => string {
  const say = useWords();
  return ({ options }, choice = 'INVALID') =>
    options.find(({ code }) => code === choice)?.title ??
    { DISAGREE: say('反对', 'Against'), ABSTAIN: say('弃权', 'Abstain') }[choice] ??
    say('空白或无效', 'Blank or invalid');
}

/** What an owner chose, one answer for each question; of paper a question may be blank or filled in against the rules. */
export function ChoiceFields({ questions, isPaper = false }: { questions: readonly Question[]; isPaper?: boolean }) {
  const nameOf = useChoiceName();
  return questions.map((question) => (
    <OneOf
      key={question.code}
      name={['choices', question.code]}
      label={question.title}
      choices={[...question.options.map(({ code }) => code), 'DISAGREE', 'ABSTAIN', ...(isPaper ? ['INVALID'] : [])].map((value) => ({
        value,
        label: nameOf(question, value),
      }))}
    />
  ));
}
