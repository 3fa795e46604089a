import { useQuery } from '@tanstack/react-query';
import { sourceInWords } from '@wufang/contracts/sources';
import { Alert } from 'antd';
import { call } from '../../lib/client.js';
import { useWords } from '../../lib/words.js';

/** What the table in force has no row for, and is counted by the platform's: to be put into the next one. A complete table says nothing. */
export function LimitFindings() {
  const say = useWords();
  const found = useQuery({
    queryKey: ['time-limits', 'findings'],
    queryFn: ({ signal }) => call('dispatch.time-limit.findings', {}, { signal }),
  }).data;
  if (found === undefined || found.findings.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      message={say(
        `第 ${found.version} 版缺 ${found.findings.length} 项，现按平台默认执行，请在下一版中列明：`,
        `Version ${found.version} lacks ${found.findings.length} rows; the platform’s count until the next table has them:`,
      )}
      description={
        <ul className="told">
          {found.findings.map(({ code, text, source }) => (
            <li key={code}>
              {text}（{sourceInWords(source)}）
            </li>
          ))}
        </ul>
      }
    />
  );
}
