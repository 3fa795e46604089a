import { useQuery } from '@tanstack/react-query';
import { Button, Card, Space, Typography } from 'antd';
import { labels } from '@wufang/contracts/labels';
import { Mark } from '../../components/mark.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { clockText, yuanText } from '../../lib/format.js';
import { useUnitName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';
import type { Issue } from './api.js';

/** The resolution (决议): what is signed, who has signed and who has not, the paper to print. */
export function SigningCard({ issue, resolutionId }: { issue: Issue; resolutionId: string }) {
  const say = useWords();
  const unitName = useUnitName();
  const resolution = useQuery({
    queryKey: ['resolution', resolutionId],
    queryFn: ({ signal }) => call('deliberation.resolution.get', { id: resolutionId }, { signal }),
    refetchInterval: issue.state === 'SIGNING' ? 5_000 : 60_000,
  });
  return (
    <Card size="small" title={say('决议与签署', 'Resolution and signatures')}>
      <Answered query={resolution}>
        {(found) => (
          <Space direction="vertical" style={{ width: '100%' }}>
            <div>
              <Mark>{labels.resolutionState[found.state]}</Mark>
              {say(`第 ${found.no} 版`, `version ${found.no}`)}{' '}
              <Typography.Text copyable style={{ wordBreak: 'break-all' }}>
                {found.hash}
              </Typography.Text>
            </div>
            <ul>
              {found.body.signers.map(({ seat, unitId, amountFen, pays }) => {
                const signed = found.signatures.find((one) => one.seat === seat);
                return (
                  <li key={seat}>
                    <Mark tone={signed ? 'good' : 'bad'}>{signed ? say('已签', 'signed') : say('未签', 'not signed')}</Mark>
                    {labels.seatKind[seat]} · {unitName(unitId)}
                    {pays && ` · ${yuanText(amountFen)}`}
                    {signed && ` · ${clockText(signed.recordedAt)}`}
                  </li>
                );
              })}
            </ul>
            <Button href={`/api/resolutions/${resolutionId}/document`} target="_blank" rel="noreferrer" className="no-print">
              {say('打开 PDF', 'Open the PDF')}
            </Button>
          </Space>
        )}
      </Answered>
    </Card>
  );
}
