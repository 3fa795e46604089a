import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Card } from '../../components/card.js';
import { PageHead } from '../../components/page-head.js';
import { Part } from '../../components/part.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { dateText } from '../../lib/format.js';
import { useWords } from '../../lib/words.js';
import { Publish } from './publish.js';

/** One paper of the library: its clauses as they are in force, its versions, and the limits that cite it with the clause. */
export default function Policy() {
  const say = useWords();
  const { id: code = '' } = useParams({ strict: false });
  const paper = useQuery({
    queryKey: ['policies', code],
    queryFn: ({ signal }) => call('registry.policy.get', { code }, { signal }),
  });
  return (
    <Answered query={paper} heading={say('制度文件', 'Paper')}>
      {({ name, text, versions, rules }) => (
        <article aria-labelledby="policy-title" className="order narrow">
          <PageHead id="policy-title" title={name} prints />
          <Publish paper={{ code, name }} />
          <Card>
            {text === null ? (
              <p className="quiet">
                {say('正文还没有录入，由管理员录入。', 'Its text has not been entered; the administrator does that.')}
              </p>
            ) : (
              <>
                <p className="quiet">
                  {say(`第 ${text.policyVersion} 版`, `Version ${text.policyVersion}`)} · {dateText(text.from)} {say('起施行', 'on')} ·{' '}
                  {text.source}
                </p>
                {text.clauses.map(({ no, text: words }) => (
                  <p key={no} id={`clause-${no}`} className="long-text">
                    <b>{say(`第 ${no} 条`, `Clause ${no}`)}</b> {words}
                  </p>
                ))}
              </>
            )}
          </Card>
          <Part id="rules" title={say('引用它的时限', 'Limits that cite it')}>
            {rules.length === 0 ? (
              <p className="quiet">{say('没有时限引用它。', 'No limit cites it.')}</p>
            ) : (
              <ul className="plain">
                {rules.map(({ code: rule, name: duty, clauseNo, isDefault }) => (
                  <li key={`${rule} ${clauseNo}`}>
                    {duty}
                    {clauseNo !== null && (
                      <>
                        {' '}
                        <a href={`#clause-${clauseNo}`}>{say(`第 ${clauseNo} 条`, `Clause ${clauseNo}`)}</a>
                      </>
                    )}
                    {isDefault && <span className="quiet"> {say('平台默认', 'the platform’s default')}</span>}
                  </li>
                ))}
              </ul>
            )}
          </Part>
          {versions.length > 1 && (
            <Part id="versions" title={say('各版', 'Versions')}>
              <ul className="plain">
                {versions.map(({ policyVersion, from, source, clauses }) => (
                  <li key={policyVersion}>
                    {say(`第 ${policyVersion} 版，${clauses} 条`, `Version ${policyVersion}, ${clauses} clauses`)} · {dateText(from)}{' '}
                    {say('起施行', 'on')} · {source}
                  </li>
                ))}
              </ul>
            </Part>
          )}
        </article>
      )}
    </Answered>
  );
}
