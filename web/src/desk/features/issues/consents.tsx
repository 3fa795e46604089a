import { agreedStates } from '@wufang/contracts/agreed-states';
import { Mark } from '../../components/mark.js';
import { labels } from '../../lib/labels.js';
import { colours } from '../../lib/theme.js';
import { useWords } from '../../lib/words.js';
import { Command } from '../../components/command.js';
import { refreshedBy, useParts, type Issue, type Plan } from './api.js';
import { Words } from '../../components/fields.js';

const toneOf = { AGREE: 'good', AGREE_WITH_CONDITION: 'plain', DISAGREE: 'bad', ABSTAIN: 'plain', ABSENT: 'bad' } as const;

/** What those who pay said of the plan (对方案的表态), and who has not confirmed its share; a party says itself that its condition is met. */
export function Consents({ issue, plan }: { issue: Issue; plan: Plan }) {
  const say = useWords();
  const { own } = useParts(issue);
  if (plan.consents.length === 0 && plan.unconfirmed.length === 0) return null;
  const waiting = plan.consents.filter(({ condition, conditionMet }) => condition !== null && conditionMet === null);
  const isOwn = (payer: string) => {
    const found = plan.payers.find(({ code, name }) => code === payer || name === payer);
    // The fund is the owners’: their body speaks for it.
    const seat = found?.kind === 'MAINTENANCE_FUND' ? 'OWNERS_BODY' : found?.seat;
    return seat !== null && seat !== undefined && own.includes(seat);
  };
  const isToTakeOver = plan.state === 'CHOSEN' && agreedStates.includes(issue.state) && plan.unconfirmed.some(isOwn);
  const mine = waiting.some(({ payer }) => {
    const seat = plan.payers.find(({ code }) => code === payer)?.seat;
    return seat !== null && seat !== undefined && own.includes(seat);
  });
  return (
    <div>
      <h3>{say('出资方表态', 'What the payers say')}</h3>
      <ul className="plain">
        {plan.consents.map(({ payer, position, condition, conditionMet, planNo }) => (
          <li key={payer}>
            <Mark tone={toneOf[position]}>{labels.position[position]}</Mark>
            {payer}
            {planNo !== plan.no && say(`（对第 ${planNo} 版所说，金额未变）`, ` (of version ${planNo}, same amount)`)}
            {condition && ` · ${say('条件', 'condition')}：${condition}`}
            {conditionMet && ` · ${say('已满足', 'met')}：${conditionMet.how}`}
          </li>
        ))}
      </ul>
      {plan.unconfirmed.length > 0 && (
        <div style={{ color: colours.soon }}>
          {say('份额尚未确认：', 'Shares not confirmed yet: ')}
          {plan.unconfirmed.join('、')}
        </div>
      )}
      {isToTakeOver && (
        <Command
          operation="deliberation.cost-plan.take-over"
          refreshes={refreshedBy(issue)}
          title={say('承接本席位的份额', 'Take our seat’s share over')}
          note={say(
            '前任已同意这版方案；换届后由现在的一方表示同意。不同意的，请召集人退回修改方案。',
            'The one before had agreed to it; now your side says so. If you do not agree, the chair sends the plan back.',
          )}
          isPrimary
          input={() => ({ id: plan.id })}
        />
      )}
      {mine && (
        <Command
          operation="deliberation.cost-plan.meet-condition"
          refreshes={refreshedBy(issue)}
          title={say('确认本方条件已满足', 'Our condition is met')}
          input={({ how }: { how: string }) => ({ id: plan.id, how })}
        >
          <Words name="how" label={say('怎样满足的', 'How')} rows={2} />
        </Command>
      )}
    </div>
  );
}
