import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert } from 'antd';
import { Mark } from '../../components/mark.js';
import { OwnShares } from '../../components/own-shares.js';
import { PageHead } from '../../components/page-head.js';
import { Part } from '../../components/part.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { fullText, yuanText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useMay } from '../../lib/may.js';
import { useEstateName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';

/** An emergency use of the fund as an owner reads it: why, what was used, one's own share, one's questions. Reached from the owner's list, from a message or by its address. */
export default function EmergencyUsePage() {
  const say = useWords();
  const may = useMay();
  const estateName = useEstateName();
  const { id } = useParams({ strict: false });
  const use = useQuery({
    queryKey: ['emergency-use', id],
    queryFn: ({ signal }) => call('deliberation.emergency.get', { id: id! }, { signal }),
    refetchInterval: 30_000,
  });
  const heading = say('应急使用维修资金', 'Emergency use of the fund');
  return (
    <Answered query={use} heading={heading}>
      {(found) => (
        <article aria-labelledby="use-title" className="room">
          <PageHead id="use-title" title={`${estateName(found.estateId)} · ${heading}`} prints>
            {may('deliberation.issue.get') && (
              <Link to="/issues/$id" params={{ id: found.issueId }} hash="emergency">
                {say('议题', 'The issue')}
              </Link>
            )}
          </PageHead>
          <Part id="notice" title={labels.emergencyCase[found.case]}>
            <div className="stack">
              <div>
                <Mark tone={found.state === 'REFUSED' ? 'bad' : 'plain'}>{labels.emergencyState[found.state]}</Mark>
              </div>
              <Alert type="info" message={found.notAVote} />
              {found.notice.slice(1).map((line) => (
                <div key={line}>{line}</div>
              ))}
              {found.usedFen !== null && (
                <div>
                  {say('实用金额', 'Used')} {yuanText(found.usedFen)} · {found.contractor} · {found.postedWhere} ·{' '}
                  {fullText(found.postedAt)}
                </div>
              )}
              <OwnShares use={found} />
            </div>
          </Part>
        </article>
      )}
    </Answered>
  );
}
