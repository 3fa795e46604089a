import { Card } from '../../components/card.js';
import { Command } from '../../components/command.js';
import { OneOf, Words } from '../../components/fields.js';
import { Mark } from '../../components/mark.js';
import { Photos, WhistlePhotos } from '../../components/opened-file.js';
import { PhotoField } from '../../components/photo-field.js';
import { clockText, dueText, untilText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useUnitName } from '../../lib/names.js';
import { useNow } from '../../lib/now.js';
import { colours } from '../../lib/theme.js';
import { useWords } from '../../lib/words.js';
import { whistleKeys, type Summons, type Whistle } from './api.js';

/** What a unit may still do, by how its part stands; the server says it again. */
const coming: readonly Summons['state'][] = ['SUMMONED', 'EXPLAINED', 'REPORTED_IN', 'ON_SITE'];
const open: readonly Summons['state'][] = [...coming, 'RESULT_GIVEN'];

interface Props {
  whistle: Whistle;
  summons: Summons;
  /** Where an earlier photo on site was kept, for who may see the order; those of today lie with the whistle. */
  demandId?: string | undefined;
  isOwn?: boolean;
}

/** One unit's part of a whistle (报到): until when it answers and brings its result, what it said, that it was there, what it did. */
export function SummonsPart({ whistle, summons, demandId, isOwn = false }: Props) {
  const say = useWords();
  const now = useNow();
  const unitName = useUnitName();
  const { state, respondDueAt, resultDueAt, answeredAt, isAnsweredInTime } = summons;
  const name = unitName(summons.unitId);
  const isLate = answeredAt === null && Date.parse(respondDueAt) < now;
  const isResultLate = resultDueAt !== null && coming.includes(state) && Date.parse(resultDueAt) < now;
  const lines: [string, string | null][] = [
    [say('应答', 'Answer'), summons.answer],
    [
      say('到场', 'On site'),
      summons.checkedInAt === null
        ? null
        : `${clockText(summons.checkedInAt)} ${summons.checkInPoint ?? ''}（${say('有照片', 'with a photo')}）`,
    ],
    [say('结果', 'Result'), summons.result],
    [
      say('认为不当哨', 'Held to be improper'),
      summons.improperReason === null || summons.propriety !== 'PROPER'
        ? summons.improperReason
        : `${summons.improperReason}（${say('领导认定不属于不当哨', 'the leader judged it proper')}）`,
    ],
    [say('报区', 'Reported to the district'), summons.reportedToDistrictAt === null ? null : clockText(summons.reportedToDistrictAt)],
  ];
  return (
    <Card title={isOwn ? say(`请${name}报到`, `${name} is summoned`) : name}>
      <Mark tone={state === 'LAPSED' || isLate || isResultLate ? 'bad' : state === 'RESULT_GIVEN' ? 'good' : 'plain'}>
        {labels.summonsState[state]}
      </Mark>
      {summons.propriety !== 'PROPER' && (
        <Mark>{summons.propriety === 'IMPROPER' ? say('不当哨', 'improper') : say('不当哨待认定', 'propriety to be judged')}</Mark>
      )}
      {answeredAt === null ? (
        open.includes(state) && (
          <span style={{ color: isLate ? colours.overdue : colours.quiet }}>
            {say('报到时限', 'Report in by')} {dueText(respondDueAt)}（{untilText(respondDueAt, now)}）
          </span>
        )
      ) : (
        <span className="quiet">
          {say('应答于', 'answered')} {clockText(answeredAt)}
          {isAnsweredInTime === false && say('（逾期）', ' (late)')}
        </span>
      )}
      {resultDueAt !== null && coming.includes(state) && (
        <div style={{ color: isResultLate ? colours.overdue : colours.quiet }}>
          {say('反馈结果时限', 'Result due by')} {dueText(resultDueAt)}（{untilText(resultDueAt, now)}）
        </div>
      )}
      {lines.map(([label, text]) =>
        text === null ? null : (
          <div key={label}>
            {label}：{text}
          </div>
        ),
      )}
      {summons.checkInPhotoId !== null && summons.isPhotoWithWhistle && (
        <WhistlePhotos whistleId={whistle.id} ids={[summons.checkInPhotoId]} />
      )}
      {summons.checkInPhotoId !== null && !summons.isPhotoWithWhistle && demandId !== undefined && (
        <Photos demandId={demandId} ids={[summons.checkInPhotoId]} />
      )}
      {whistle.state === 'SOUNDED' && isOwn && <Answers whistle={whistle} summons={summons} />}
      {summons.propriety === 'CLAIMED_IMPROPER' && <Judge whistle={whistle} summons={summons} />}
    </Card>
  );
}

/** What a unit answers from its phone. A claim that the whistle was improper stops nothing until the leader has judged it. */
function Answers({ whistle: { id, place }, summons: { unitId, state, propriety } }: { whistle: Whistle; summons: Summons }) {
  const say = useWords();
  const at = { id, unitId };
  return (
    <div className="acts">
      {(state === 'SUMMONED' || state === 'EXPLAINED') && (
        <Command
          operation="dispatch.whistle.report-in"
          title={say('报到', 'Report in')}
          isPrimary
          refreshes={whistleKeys}
          input={({ answer }: { answer?: string }) => ({ ...at, ...(answer?.trim() && { answer }) })}
        >
          <Words name="answer" label={say('何人何时到场（可不填）', 'Who comes, and when (optional)')} isOptional rows={2} />
        </Command>
      )}
      {coming.includes(state) && (
        <Command
          operation="dispatch.whistle.check-in"
          title={say('现场签到', 'Check in on site')}
          isPrimary={state === 'REPORTED_IN'}
          refreshes={whistleKeys}
          initial={{ point: place.point ?? '' }}
          input={({ point, photoIds }: { point: string; photoIds: string[] }) => ({ ...at, point, photoId: photoIds[0]! })}
        >
          <Words name="point" label={say('到了哪里', 'Where you are')} min={2} max={120} />
          <PhotoField name="photoIds" label={say('现场照片', 'A photo on site')} keeper={{ whistleId: id, unitId }} most={1} />
        </Command>
      )}
      {state === 'SUMMONED' && (
        <Command
          operation="dispatch.whistle.explain"
          title={say('不能到场，说明原因', 'Cannot come: why')}
          refreshes={whistleKeys}
          note={say('说明原因算应答，仍须反馈结果。', 'That is an answer; a result is still owed.')}
          input={({ answer }: { answer: string }) => ({ ...at, answer })}
        >
          <Words name="answer" label={say('原因', 'Why')} min={2} rows={2} />
        </Command>
      )}
      {coming.includes(state) && state !== 'SUMMONED' && (
        <Command
          operation="dispatch.whistle.give-result"
          title={say('反馈结果', 'Bring the result')}
          isPrimary={state === 'ON_SITE'}
          refreshes={whistleKeys}
          input={({ result }: { result: string }) => ({ ...at, result })}
        >
          <Words name="result" label={say('结果', 'Result')} min={2} rows={3} />
        </Command>
      )}
      {open.includes(state) && propriety === 'PROPER' && (
        <Command
          operation="dispatch.whistle.claim-improper"
          title={say('认为不当哨', 'Hold it to be improper')}
          refreshes={whistleKeys}
          note={say('由街道领导认定；认定之前仍须报到、反馈结果。', 'The leader judges it; until then the unit still has to answer.')}
          input={({ reason }: { reason: string }) => ({ ...at, reason })}
        >
          <Words name="reason" label={say('为什么不该召集本单位', 'Why your unit should not be summoned')} min={2} rows={2} />
        </Command>
      )}
    </div>
  );
}

function Judge({ whistle: { id }, summons: { unitId } }: { whistle: Whistle; summons: Summons }) {
  const say = useWords();
  const unitName = useUnitName();
  return (
    <div className="acts">
      <Command
        operation="dispatch.whistle.judge-improper"
        title={say('认定是否不当哨', 'Judge the claim')}
        about={unitName(unitId)}
        refreshes={whistleKeys}
        note={say('认定不当的，该单位免于报到，记入吹哨单位的考核。', 'Improper: the unit is excused, and it counts against who blew.')}
        input={({ isImproper, reason }: { isImproper: 'yes' | 'no'; reason: string }) => ({
          ...{ id, unitId, reason },
          isImproper: isImproper === 'yes',
        })}
      >
        <OneOf
          name="isImproper"
          label={say('认定', 'Judgement')}
          choices={[
            { value: 'yes', label: say('不当哨', 'improper') },
            { value: 'no', label: say('不属于不当哨', 'proper') },
          ]}
        />
        <Words name="reason" label={say('理由', 'Reason')} min={2} rows={2} />
      </Command>
    </div>
  );
}
