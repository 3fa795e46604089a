import type { Output } from '@wufang/api-client';
import { Alert, Button } from 'antd';
import { Mark } from '../../components/mark.js';
import { useWords } from '../../lib/words.js';
import { type Finding } from './words.js';

/** How grave what the check says is. */
export function FindingMark({ finding: { severity } }: { finding: Finding }) {
  const say = useWords();
  return severity === 'error' ? <Mark tone="bad">{say('错误', 'Error')}</Mark> : <Mark>{say('提醒', 'Warning')}</Mark>;
}

/** What the check says, each with the way to its row. */
export function Checked({ mayBePublished, findings, show }: Output<'dispatch.directory-draft.check'> & { show: (id: string) => void }) {
  const say = useWords();
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return (
    <div className="stack">
      <Alert
        role="status"
        showIcon
        type={mayBePublished ? 'success' : 'error'}
        message={
          mayBePublished
            ? say(`可以发布：没有错误，${findings.length} 条提醒`, `May be published: no errors, ${findings.length} warnings`)
            : say(`不能发布：${errors} 处错误须先改正`, `Not to be published: ${errors} errors`)
        }
      />
      {findings.length > 0 && (
        <ul className="plain">
          {findings.slice(0, 100).map((finding) => (
            <li key={finding.text}>
              <FindingMark finding={finding} />
              {finding.text}{' '}
              {finding.rows.map(({ id }) => (
                <Button
                  key={id}
                  size="small"
                  onClick={() => {
                    show(id);
                    document.getElementById('rows')?.scrollIntoView();
                  }}
                >
                  {say(`看第 ${id} 号`, `See row ${id}`)}
                </Button>
              ))}
            </li>
          ))}
        </ul>
      )}
      {findings.length > 100 && <p>{say(`另有 ${findings.length - 100} 条`, `${findings.length - 100} more`)}</p>}
    </div>
  );
}
