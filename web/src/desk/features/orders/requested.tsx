import type { Output } from '@wufang/api-client';
import { labels as chinese } from '@wufang/contracts/labels';
import { Descriptions } from 'antd';
import { Card } from '../../components/card.js';
import { Command } from '../../components/command.js';
import { Words } from '../../components/fields.js';
import { Answered } from '../../components/states.js';
import { dateText, fullDueText, fullText, lastDayText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useMay } from '../../lib/may.js';
import { useAccountId } from '../../lib/me.js';
import { useUnitName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';
import { keysOf, useExplanation, useIsKeptOut, type Listed } from './api.js';

type Papers = Output<'dispatch.work-order.explain'>;
interface Asked {
  askedBy: string;
  askedAt: string;
  reason: string;
  /** What it would become, in words. */
  lines: [string, string][];
  /** What the complainant might be told, in Chinese whatever the page speaks. */
  proposal: string;
}

/** What was asked about an order and waits for a decision: more time (延期), or to put it off (挂账). Nothing where nothing waits. */
export function Requested({ order }: { order: Listed }) {
  const say = useWords();
  // A hand-over is answered by the unit it is meant for (`OfferedTransfer`).
  if (order.openRequest === null || order.openRequest === 'TRANSFER') return null;
  return (
    <Card
      title={say(`${labels.orderRequest[order.openRequest]}申请待审`, `Waits for a decision: ${labels.orderRequest[order.openRequest]}`)}
    >
      <Request order={order} />
    </Card>
  );
}

/** One request: who asks, why, from when to when, and the decision by somebody of the street who has not asked for it. */
export function Request({ order }: { order: Listed }) {
  const say = useWords();
  const unitName = useUnitName();
  const papers = useExplanation(order.id);
  return (
    <Answered query={papers}>
      {(found) => {
        const asked = askedIn(order, found, say);
        if (!asked) return null;
        return (
          <>
            <Descriptions
              size="small"
              column={{ xs: 1, md: 2 }}
              items={[
                { key: 'unit', label: say('申请单位', 'Asked by'), children: unitName(order.leadUnitId) },
                { key: 'at', label: say('提出', 'Asked'), children: fullText(asked.askedAt) },
                { key: 'why', label: say('理由', 'Why'), children: asked.reason },
                ...asked.lines.map(([label, children]) => ({ key: label, label, children })),
              ]}
            />
            <Decide order={order} asked={asked} />
          </>
        );
      }}
    </Answered>
  );
}

/** The newest paper of what is asked. */
function askedIn(order: Listed, { extensions, suspensions }: Papers, say: ReturnType<typeof useWords>): Asked | undefined {
  const extension = extensions.at(-1);
  if (order.openRequest === 'EXTENSION' && extension) {
    return {
      ...extension,
      lines: [
        [say('原时限', 'Due now'), fullDueText(extension.oldDueAt)],
        [say('申请延至（含当日）', 'Asked for (that day too)'), lastDayText(extension.newDueAt)],
      ],
      proposal: `您反映的问题还需要一些时间，办理时限延至${lastDayText(extension.newDueAt)}（含当日）。`,
    };
  }
  const suspension = suspensions.at(-1);
  if (order.openRequest !== 'SUSPENSION' || !suspension) return undefined;
  return {
    ...suspension,
    lines: [
      [say('客观原因', 'What hinders it'), labels.suspensionGround[suspension.ground]],
      [say('复核日期', 'Looked at again on'), dateText(suspension.reviewOn)],
      [say('办理时限（不变）', 'Due (stays)'), fullDueText(order.dueAt)],
    ],
    proposal: `您反映的问题因${chinese.suspensionGround[suspension.ground]}暂时不能解决，${dateText(suspension.reviewOn)}再次核查，期间继续向您反馈进展。`,
  };
}

function Decide({ order, asked }: { order: Listed; asked: Asked }) {
  const say = useWords();
  const may = useMay();
  const accountId = useAccountId();
  const isKeptOut = useIsKeptOut(order);
  const isExtension = order.openRequest === 'EXTENSION';
  const operation = isExtension ? 'dispatch.extension.decide' : 'dispatch.suspension.decide';
  if (!may(operation))
    return isExtension ? null : <p className="quiet">{say('挂账由街道领导审批。', 'The leader of the street decides about it.')}</p>;
  if (isKeptOut)
    return (
      <p className="quiet">
        {say('投诉的正是您所在的单位，请由其他人审核。', 'It is your unit that is complained about: somebody else decides.')}
      </p>
    );
  if (asked.askedBy === accountId)
    return <p className="quiet">{say('申请由您提出，须由其他人审核。', 'You have asked for it yourself: somebody else decides.')}</p>;
  const { id, no, title } = order;
  const reason = <Words name="reason" label={say('审核意见', 'Decision')} min={5} rows={2} />;
  return (
    <div className="acts">
      <Command
        operation={operation}
        title={isExtension ? say('同意延期', 'Grant it') : say('同意挂账', 'Put it off')}
        about={`${no} ${title}`}
        isPrimary
        refreshes={keysOf(id)}
        initial={{ publicText: asked.proposal }}
        note={
          isExtension
            ? say(
                '单位的时限顺延，原时限保留可查；诉求人的时钟不变。',
                'The unit’s due time moves, the old one stays to be seen; the complainant’s clock does not move.',
              )
            : say('到复核日期自动恢复办理；办理时限和进展反馈照常计算。', 'It is handled again from that day; its clocks run on.')
        }
        input={(filled: { reason: string; publicText: string }) => ({ id, granted: true, ...filled })}
      >
        {reason}
        <Words name="publicText" label={say('写给诉求人的话', 'Words for the complainant')} min={5} max={2000} rows={3} />
      </Command>
      <Command
        operation={operation}
        title={isExtension ? say('不同意延期', 'Refuse it') : say('不同意挂账', 'Refuse to put it off')}
        about={`${no} ${title}`}
        refreshes={keysOf(id)}
        note={say('时限不变，单位照常办理。', 'Nothing moves; the unit goes on.')}
        input={(filled: { reason: string }) => ({ id, granted: false, ...filled })}
      >
        {reason}
      </Command>
    </div>
  );
}
