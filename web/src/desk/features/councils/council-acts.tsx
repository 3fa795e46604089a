import { Form } from 'antd';
import { Command } from '../../components/command.js';
import { choicesOf, Figure, instantOf, OneOf, When, Words } from '../../components/fields.js';
import { labels } from '../../lib/labels.js';
import { useWords } from '../../lib/words.js';
import { councilKeys, type Council } from './api.js';

type Party = Council['rounds'][number]['attendance'][number]['party'];
type Voice = Council['rounds'][number]['voices'][number]['voice'];
const parties = Object.keys(labels.councilParty) as Party[];

interface Held {
  minute: string;
  minutes: string;
  people: Partial<Record<Party, string>>;
  voices?: Partial<Record<Party, Voice>>;
  words?: Partial<Record<Party, string>>;
}

const isThere = (people: string | undefined) => Number(people) > 0;
const heldOf = ({ minute, minutes, people }: Held) => ({
  ...{ heldAt: instantOf(minute), minutes },
  attendance: parties.filter((party) => isThere(people[party])).map((party) => ({ party, people: Number(people[party]) })),
});

/** What the convenor may do where the session stands. */
export function CouncilActs({ session: { id, state, plan } }: { session: Council }) {
  const say = useWords();
  const at = (...states: Council['state'][]) => states.includes(state);
  return (
    <div className="acts">
      {at('ROUND_ONE') && (
        <Command
          operation="deliberation.council-session.close-round-one"
          title={labels.councilAction.closeRoundOne}
          isPrimary
          refreshes={councilKeys}
          input={(held: Held) => ({ id, ...heldOf(held) })}
        >
          <HeldFields minutes={say('查明的问题和原因', 'What the problem is, and where it comes from')} />
        </Command>
      )}
      {at('PLANNING', 'ROUND_TWO', 'NO_CONSENSUS') && (
        <Command
          operation="deliberation.council-session.lay-plan"
          title={
            plan === null ? labels.councilAction.layPlan : say('另提方案，答复各方意见', 'Lay another plan that answers what was said')
          }
          isPrimary={!at('ROUND_TWO')}
          refreshes={councilKeys}
          initial={plan === null ? {} : { plan }}
          input={(filled: { plan: string }) => ({ id, ...filled })}
        >
          <Words name="plan" label={say('方案', 'The plan')} min={2} max={2000} rows={5} />
        </Command>
      )}
      {at('ROUND_TWO') && (
        <Command
          operation="deliberation.council-session.close-round-two"
          title={say('记录第二轮', 'Record round two')}
          isPrimary
          refreshes={councilKeys}
          note={say(
            '到场的每一方都要表示；有保留或不认可的写明意见。不计票：全部认可才是共识。',
            'Every party that was there says its word, and why if it does not agree. Nothing is counted: only all is consensus.',
          )}
          input={({ voices = {}, words = {}, ...held }: Held) => {
            const { attendance, ...rest } = heldOf(held);
            return {
              ...{ id, attendance, ...rest },
              voices: attendance
                .filter(({ party }) => voices[party] !== undefined)
                .map(({ party }) => ({ party, voice: voices[party]!, words: words[party]?.trim() ?? '' })),
            };
          }}
        >
          <HeldFields minutes={say('怎样议的方案', 'How the plan was talked over')} hasVoices />
        </Command>
      )}
      {at('ROUND_ONE', 'PLANNING', 'ROUND_TWO', 'NO_CONSENSUS') && (
        <Command
          operation="deliberation.council-session.cancel"
          title={say('不再议', 'Not any more')}
          refreshes={councilKeys}
          input={(filled: { reason: string }) => ({ id, ...filled })}
        >
          <Words name="reason" label={say('原因', 'Why')} min={2} max={2000} rows={2} />
        </Command>
      )}
    </div>
  );
}

/** When it was held, who was there with how many, and what was said; experts advise without a say. */
function HeldFields({ minutes, hasVoices = false }: { minutes: string; hasVoices?: boolean }) {
  const say = useWords();
  const people = Form.useWatch<Held['people'] | undefined>('people') ?? {};
  return (
    <>
      <When name="minute" isMinute label={say('什么时候开的', 'When it was held')} />
      <fieldset>
        <legend>
          {say(
            '到场各方（没到的不填；社区和居民或业主代表必须到场）',
            'Who was there (leave out who was not; the community and residents or owners must be)',
          )}
        </legend>
        {parties.map((party) => (
          <div key={party}>
            <Figure
              name={['people', party]}
              isOptional
              min={0}
              max={1000}
              label={say(`${labels.councilParty[party]}人数`, `People of: ${labels.councilParty[party]}`)}
            />
            {hasVoices && party !== 'EXPERTS' && isThere(people[party]) && (
              <>
                <OneOf
                  name={['voices', party]}
                  label={say(`${labels.councilParty[party]}的表示`, `What it says: ${labels.councilParty[party]}`)}
                  choices={choicesOf(labels.councilVoice)}
                />
                <Words
                  name={['words', party]}
                  isOptional
                  label={say(
                    `${labels.councilParty[party]}的意见（不认可或有保留的必填）`,
                    `Why (if it does not agree): ${labels.councilParty[party]}`,
                  )}
                />
              </>
            )}
          </div>
        ))}
      </fieldset>
      <Words name="minutes" label={minutes} min={2} max={2000} rows={4} />
    </>
  );
}
