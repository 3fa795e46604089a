import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Output } from '@wufang/api-client';
import { Command } from '../../components/command.js';
import { OneOf, Words } from '../../components/fields.js';
import { PhotosField } from '../../components/files-field.js';
import { Mark } from '../../components/mark.js';
import { PageHead } from '../../components/page-head.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { dateText, dueText, untilText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useMay } from '../../lib/may.js';
import { useUnitName } from '../../lib/names.js';
import { useNow } from '../../lib/now.js';
import { colours } from '../../lib/theme.js';
import { useWords } from '../../lib/words.js';

type Check = Output<'dispatch.watch-check.list'>['checks'][number];
const states = ['OPEN', 'WAITING'] as const;

/** Solved orders that are looked at again (回看): after seven days, after thirty, at the first rain; the first due first. */
export default function Looks() {
  const say = useWords();
  const looks = useQuery({
    queryKey: ['looks'],
    queryFn: async ({ signal }) => {
      const found = await Promise.all(states.map((state) => call('dispatch.watch-check.list', { state, limit: 200 }, { signal })));
      return found.flatMap(({ checks }) => checks);
    },
    refetchInterval: 15_000,
  });
  return (
    <section aria-labelledby="looks-title" className="narrow">
      <PageHead id="looks-title" title={say('回看', 'Looks again')} />
      <Answered
        query={looks}
        isEmpty={(found) => found.length === 0}
        empty={say(
          '现在没有要回看的。漏雨、排水这类工单解决后，到期会出现在这里。',
          'Nothing to look at again. Leaks and drains that were solved appear here when it is time.',
        )}
      >
        {(found) => (
          <ul className="jobs" style={{ marginTop: 12 }}>
            {found.map((check) => (
              <Look key={check.id} check={check} />
            ))}
          </ul>
        )}
      </Answered>
    </section>
  );
}

function Look({ check }: { check: Check }) {
  const say = useWords();
  const may = useMay();
  const now = useNow(30_000);
  const unitName = useUnitName();
  const { orderId, no, kind, state, dueAt, openFrom, unitId } = check;
  const isLate = dueAt !== null && Date.parse(dueAt) < now;
  const isTime = openFrom !== null && Date.parse(openFrom) <= now;
  return (
    <li className="job" style={{ borderLeftColor: isLate ? colours.overdue : isTime ? colours.soon : colours.calm }}>
      <div className="job-link">
        <span className="job-title">
          {labels.watchKind[kind]} · {check.place.point ?? check.category.at(-1)}
        </span>
        <span className="job-clock">
          {dueAt === null ? (
            say('等第一场雨', 'waits for rain')
          ) : (
            <>
              <b style={{ color: isLate ? colours.overdue : colours.ink }}>{untilText(dueAt, now)}</b>
              <span>
                {say('最迟', 'until')} {dueText(dueAt)}
              </span>
            </>
          )}
        </span>
      </div>
      <p style={{ margin: '4px 0' }}>
        {may('dispatch.work-order.accept') ? (
          <Link to="/jobs/$id" params={{ id: orderId }}>
            {no}
          </Link>
        ) : (
          <Link to="/orders/$id" params={{ id: orderId }}>
            {no}
          </Link>
        )}{' '}
        <Mark>{labels.watchState[state]}</Mark> {unitName(unitId)}
        {openFrom !== null && !isTime && say(`，${dateText(openFrom)}起可登记通过`, `, may pass from ${dateText(openFrom)}`)}
      </p>
      <Record check={check} isTime={isTime} />
    </li>
  );
}

/** What somebody has found on the spot. What has come back may be said at any time; that it holds, only when it is time. */
function Record({ check: { id, orderId, no, kind }, isTime }: { check: Check; isTime: boolean }) {
  const say = useWords();
  const queries = useQueryClient();
  return (
    <Command
      operation="dispatch.watch-check.record"
      title={say('登记回看', 'Record the look')}
      about={`${labels.watchKind[kind]} ${no}`}
      isPrimary={isTime}
      refreshes={[['looks'], ['order'], ['job']]}
      note={say(
        '全部通过即归档；有一次没有通过，另立一件关联工单重新派办。',
        'When all have passed it is archived; one that has not opens another order.',
      )}
      input={({ passed, note, photoIds = [] }: { passed: 'YES' | 'NO'; note: string; photoIds?: string[] }) => ({
        ...{ id, passed: passed === 'YES', note, photoIds },
      })}
    >
      <OneOf
        name="passed"
        label={say('现场情况', 'What is found')}
        choices={[
          ...(isTime ? [{ value: 'YES', label: say('没有再出现', 'It holds') }] : []),
          { value: 'NO', label: say('又出现了', 'It has come back') },
        ]}
      />
      <Words name="note" label={say('看到了什么', 'What was seen')} min={2} max={500} rows={2} />
      <PhotosField
        name="photoIds"
        label={say('照片', 'Photos')}
        isOptional
        keep={async (file, fileName) => {
          const { demandId } = await queries.fetchQuery({
            queryKey: ['order', orderId],
            queryFn: () => call('dispatch.work-order.get', { id: orderId }),
          });
          return (await call('intake.attachment.add-on-site', { id: demandId, fileName, file })).id;
        }}
      />
    </Command>
  );
}
