import { labels, whistleEvents, type DeadlineCode } from '@wufang/contracts';
import { ofLead } from './leg-messages.js';
import { clockText, type Draft } from './messages.js';
import { account, said, seat, ToldTable, unit } from './told.js';

const askedBy = (by: 'COMMUNITY' | 'HAND_UP' | undefined) =>
  by === undefined ? '社区请街道吹哨，或有事您找我逐级上交' : by === 'HAND_UP' ? '有事您找我逐级上交，请求吹哨' : '社区请街道吹哨';
/** All results are in: who blew it is asked to settle it, or the chiefs where that is not known. */
const toSettle = (whistleId: string, soundedBy: string | undefined) => [
  {
    ...said(
      'WHISTLE_TO_SETTLE',
      '吹哨待办结',
      '被召集的单位都已反馈结果，请写明结果，办结吹哨。',
      soundedBy === undefined ? seat('S') : account(soundedBy),
    ),
    subjectId: whistleId,
  },
];

/** Who hears of a whistle: who may blow what is asked for, who asked, who blew it, the summoned unit, and the unit that leads the order. */
export const whistlesTold = new ToldTable();
const { tells } = whistlesTold;

tells(whistleEvents.whistleAsked, ({ level, by, answerDueAt }) => [
  said(
    'WHISTLE_ASKED',
    level === 'E' ? '紧急请求吹哨' : '请求吹哨',
    `${askedBy(by)}：请${answerDueAt === undefined ? '' : `于 ${clockText(answerDueAt)} 前`}研究召集有关单位，吹哨，或说明理由不吹。`,
    seat('S'),
  ),
]);
tells(whistleEvents.whistleLevelFollowed, ({ level, startsAt, answerDueAt }) =>
  startsAt === undefined || answerDueAt === undefined
    ? []
    : [
        level === 'E'
          ? said(
              'WHISTLE_ASKED',
              '紧急请求吹哨',
              `请求吹哨的工单已提级为紧急：请于 ${clockText(answerDueAt)} 前研究召集有关单位，吹哨，或说明理由不吹。`,
              seat('S'),
            )
          : said('WHISTLE_ASKED', '请求吹哨', `请求吹哨的工单不再按紧急办理：请于 ${clockText(answerDueAt)} 前研究是否吹哨。`, seat('S')),
      ],
);
tells(whistleEvents.summonsLevelFollowed, ({ whistleId, unitId, level, startsAt, respondDueAt }) =>
  startsAt === undefined
    ? []
    : [
        {
          ...said(
            'SUMMONS_LEVEL_FOLLOWED',
            level === 'E' ? '吹哨提为紧急' : '吹哨不再紧急',
            `吹哨所为的工单${level === 'E' ? '已提级为紧急，请立即派人' : '不再按紧急办理'}，请于 ${clockText(respondDueAt)} 前报到或说明原因。`,
            unit(unitId),
          ),
          subjectId: whistleId,
        },
      ],
);
tells(whistleEvents.summonsFollowed, ({ whistleId, unitId, because, until, dueAt }) => [
  {
    ...said(
      'SUMMONS_CLOCK_FOLLOWED',
      '反馈结果时限随主办变动',
      `吹哨所为工单的${ofLead[because](until)}${because === 'PAUSED' ? '，反馈结果的时限一并暂停。' : `。请于 ${clockText(dueAt)} 前反馈结果。`}`,
      unit(unitId),
    ),
    subjectId: whistleId,
  },
]);
tells(whistleEvents.whistleDeclined, ({ askingUnitId, because }) => [
  because === 'ORDER_CLOSED'
    ? said('WHISTLE_DECLINED', '不再吹哨', '贵单位请求吹哨的工单已结案，不再吹哨。', unit(askingUnitId))
    : said('WHISTLE_DECLINED', '街道未吹哨', '贵单位请求的吹哨未获同意，理由见吹哨单。', unit(askingUnitId)),
]);
tells(whistleEvents.whistleSounded, ({ whistlingUnitId, isAsked }) =>
  isAsked ? [said('WHISTLE_SOUNDED', '街道已吹哨', '贵单位请求的吹哨已吹，各单位报到情况见吹哨单。', unit(whistlingUnitId))] : [],
);
tells(whistleEvents.orderWhistled, ({ no, leadUnitId, whistleId }) =>
  no === undefined || leadUnitId === undefined
    ? []
    : [
        {
          ...said(
            'ORDER_WHISTLED',
            '工单已吹哨',
            `街道为工单 ${no} 召集有关单位会商，请与其配合；吹哨办结之前不能报办结。`,
            unit(leadUnitId),
          ),
          subjectId: whistleId,
        },
      ],
);
tells(whistleEvents.orderWhistleSettled, ({ no, leadUnitId, openWhistles }) => {
  if (no === undefined || leadUnitId === undefined) return [];
  const goesOn = openWhistles > 0 ? `还有 ${openWhistles} 次吹哨尚未办结。` : '请接着办理，办好后报办结。';
  return [said('ORDER_WHISTLE_SETTLED', '吹哨已办结', `为工单 ${no} 吹的哨已办结，结果见吹哨单。${goesOn}`, unit(leadUnitId))];
});
const ofUnit = (whistleId: string, soundedBy: string | undefined, title: string, body: string) =>
  soundedBy === undefined ? [] : [{ ...said('WHISTLE_ANSWERED', title, body, account(soundedBy)), subjectId: whistleId }];
tells(whistleEvents.reportedIn, ({ whistleId, soundedBy }) =>
  ofUnit(whistleId, soundedBy, '单位已报到', '一个被召集单位已报到，见吹哨单。'),
);
tells(whistleEvents.explained, ({ whistleId, soundedBy }) =>
  ofUnit(whistleId, soundedBy, '单位说明不能到场', '一个被召集单位说明了不能到场的原因，仍须反馈结果，见吹哨单。'),
);
tells(whistleEvents.summonsCheckedIn, ({ whistleId, soundedBy }) =>
  ofUnit(whistleId, soundedBy, '单位已到场', '一个被召集单位已到现场，见吹哨单。'),
);
tells(whistleEvents.resultGiven, ({ whistleId, soundedBy, owing }) =>
  owing === 0 ? toSettle(whistleId, soundedBy) : ofUnit(whistleId, soundedBy, '单位已反馈结果', '一个被召集单位已反馈结果，见吹哨单。'),
);
tells(whistleEvents.improperClaimed, ({ whistleId }) => [
  {
    ...said('WHISTLE_IMPROPER_CLAIMED', '不当哨待认定', '被召集单位认为此哨不当，请认定；认定之前仍须报到。', seat('V')),
    subjectId: whistleId,
  },
]);
tells(whistleEvents.improperJudged, ({ whistleId, unitId, isImproper, owing, soundedBy }) => [
  ...(owing === 0 ? toSettle(whistleId, soundedBy) : []),
  {
    ...said(
      'WHISTLE_IMPROPER_JUDGED',
      isImproper ? '认定为不当哨' : '未认定为不当哨',
      isImproper ? '贵单位提出的不当哨已获认定，不必再报到。' : '贵单位提出的不当哨未获认定，请照常报到并反馈结果。',
      unit(unitId),
    ),
    subjectId: whistleId,
  },
]);

/** A summoned unit is late with its answer, its coming or its result: who blew the whistle hears of it at the hour at which the chain does. */
export function silentMessages(told: {
  whistleId: string;
  soundedBy?: string | undefined;
  code: DeadlineCode;
  kind: string;
  dueAt: string;
}): Draft[] {
  const { whistleId, soundedBy, code, kind, dueAt } = told;
  if (kind !== 'breach') return [];
  const duty = labels.deadlineCode[code];
  const body = `一个被召集单位应于 ${clockText(dueAt)} 完成“${duty}”，至今没有，请催促，见吹哨单。`;
  return ofUnit(whistleId, soundedBy, `被召集单位超时：${duty}`, body);
}
