import type { Output } from '@wufang/api-client';
import { Command } from '../../components/command.js';
import { ChoiceField, Words } from '../../components/fields.js';
import { clockText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useWords } from '../../lib/words.js';
import type { Order } from './api.js';

type OrderCare = Output<'dispatch.work-order.care'>;
const keys = (id: string) => [['care', id], ['order', id], ['advisers']];

/** The checklist of duties (三包) of an order: each done, or to be done. Nothing where the street has published none. */
export function Duties({ orderId, duties }: { orderId: string; duties: OrderCare['duties'] }) {
  const say = useWords();
  if (duties.length === 0) return null;
  return (
    <ul className="plain">
      {duties.map(({ duty, doneAt }) => (
        <li key={duty}>
          {say('责任', 'Duty')}：{duty}{' '}
          {doneAt === null ? (
            <Command
              operation="dispatch.work-order.tick-duty"
              size="small"
              title={say('已落实', 'Done')}
              about={duty}
              refreshes={keys(orderId)}
              input={() => ({ id: orderId, duty })}
            />
          ) : (
            <span className="quiet">{say(`已落实 ${clockText(doneAt)}`, `done ${clockText(doneAt)}`)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The complainant follows the handling (诉求人跟办): invited, told step by step, and maybe ready to help the community think. */
export function Followed({ order: { id, closedAt }, care: { invitedAt, isAdviser } }: { order: Order; care: OrderCare }) {
  const say = useWords();
  if (invitedAt === null)
    return closedAt !== null ? null : (
      <Command
        operation="dispatch.work-order.invite-complainant"
        title={say('邀请诉求人跟办', 'Ask the complainant along')}
        refreshes={keys(id)}
        note={say(
          '此后研究、实施、反馈各步，诉求人凭编号查询都看得到；时限不变。',
          'From then on they read each step under their number. No clock changes.',
        )}
        input={() => ({ id })}
      />
    );
  return (
    <>
      <p>
        {say(`诉求人跟办，自 ${clockText(invitedAt)}`, `The complainant follows since ${clockText(invitedAt)}`)}
        {isAdviser && say('；已加入社区智囊团', '; helps the community think')}
      </p>
      <div className="acts">
        {closedAt === null && (
          <Command
            operation="dispatch.work-order.tell-stage"
            title={say('告诉诉求人一步', 'Tell a step')}
            refreshes={keys(id)}
            input={(filled: { stage: keyof typeof labels.followedStage; publicText: string }) => ({ id, ...filled })}
          >
            <ChoiceField name="stage" label={say('哪一步', 'Which step')} words={labels.followedStage} />
            <Words name="publicText" label={say('写给诉求人的话（五个字以上）', 'Words for them')} min={5} rows={2} />
          </Command>
        )}
        <Command
          operation="dispatch.work-order.join-advisers"
          title={isAdviser ? say('退出智囊团', 'No longer an adviser') : say('加入智囊团', 'Make an adviser')}
          refreshes={keys(id)}
          note={say('须诉求人本人同意。', 'They have to agree themselves.')}
          input={() => ({ id, isAdviser: !isAdviser })}
        />
      </div>
    </>
  );
}
