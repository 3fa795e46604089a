import type { Output } from '@wufang/api-client';
import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { Mark } from '../../components/mark.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { fenOf, yuanText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useWords } from '../../lib/words.js';
import { Command } from '../../components/command.js';
import { refreshedBy, useParts, useRead, type Issue, type Plan, type SeatKind } from './api.js';
import { Files } from './files.js';
import { usePlanHomes } from './homes.js';
import { OneOf, Words, Yuan } from '../../components/fields.js';

type Paper = Output<'deliberation.cost-plan.papers'>['papers'][number];

type Payer = Plan['payers'][number];

/** Of whom a paper is: its payer lays it on the table where that has a seat, else those who look after payers without one; the server has the last word. */
const papersOf: Partial<Record<Payer['kind'], readonly Paper['kind'][]>> = {
  STREET: ['POOL_APPROVAL'],
  PROPERTY_RIGHTS_UNIT: ['LETTER', 'APPROVAL'],
  DEVELOPER: ['LETTER', 'APPROVAL'],
  PROPERTY_FIRM: ['SIGNED_NOT_IN_CONTRACT'],
  COMMUNITY_FUND: ['GRANT_LETTER'],
  DONOR: ['GRANT_LETTER'],
  OWNERS: ['OWNER_CONSENT'],
};
const collectors: readonly SeatKind[] = ['OWNERS_BODY', 'COMMUNITY'];
const stewards: readonly SeatKind[] = ['COMMUNITY', 'STREET'];

const filersFor = ({ kind, seat }: Payer): readonly SeatKind[] => (kind === 'OWNERS' ? collectors : seat === null ? stewards : [seat]);

/** What has to be there before the plan can be signed (签约条件), who brings it, and the papers that are there. */
export function Gates({ issue, plan }: { issue: Issue; plan: Plan }) {
  const say = useWords();
  const { own } = useParts(issue);
  const gates = useRead('deliberation.cost-plan.gates', issue.id, { id: plan.id });
  const papers = useRead('deliberation.cost-plan.papers', issue.id, { id: plan.id });
  const lacking = new Set(gates.data?.gates.flatMap(({ missing }) => missing));
  const mayFile = plan.payers
    .filter((payer) => filersFor(payer).some((seat) => own.includes(seat)))
    .flatMap((payer) => (papersOf[payer.kind] ?? []).map((kind) => ({ payer, kind })))
    .filter(({ kind }) => kind !== 'OWNER_CONSENT' || lacking.size > 0);
  return (
    <div>
      <h3>{say('签约条件', 'Conditions of signing')}</h3>
      <Answered query={gates} isEmpty={(found) => found.gates.length === 0} empty={say('没有须先具备的条件', 'None')}>
        {(found) => (
          <ul className="plain">
            {found.gates.map(({ code, payer, isMet, needs, doneBy, missing, document, amountFen }, index) => (
              <li key={index}>
                <Mark tone={isMet ? 'good' : 'bad'}>{isMet ? say('已具备', 'met') : say('未具备', 'open')}</Mark>
                {labels.gateCode[code]}
                {payer && `（${payer}${BigInt(amountFen) > 0n ? ` ${yuanText(amountFen)}` : ''}）`}
                {document && `：${document}`}
                {isTyped(code, document, papers.data?.papers) && say('（项目池以外，凭登记）', ' (outside the pool, as typed)')}
                {!isMet && `：${needs}，${say('由', 'by ')}${doneBy}`}
                {missing.length > 0 && say(`，尚缺 ${missing.length} 户`, `, ${missing.length} homes missing`)}
              </li>
            ))}
          </ul>
        )}
      </Answered>
      <NotInForce papers={papers.data?.papers.filter(({ withdrawnAt }) => withdrawnAt !== null)} why={say('已撤回', 'taken back')} />
      <NotInForce
        papers={papers.data?.papers.filter(({ isInForce, withdrawnAt }) => !isInForce && withdrawnAt === null)}
        why={say('金额已变或房屋换了业主，不再有效', 'no longer in force: the amount or the home’s owner has changed')}
      />
      <div className="acts">
        {plan.state === 'CHOSEN' && mayFile.length > 0 && <FilePaper issue={issue} plan={plan} choices={mayFile} lacking={lacking} />}
        {plan.state === 'CHOSEN' && issue.signedResolutionId === null && (
          <WithdrawPaper
            issue={issue}
            plan={plan}
            papers={(papers.data?.papers ?? []).filter(
              ({ payer, withdrawnAt }) =>
                withdrawnAt === null && plan.payers.some((one) => one.code === payer && filersFor(one).some((seat) => own.includes(seat))),
            )}
          />
        )}
      </div>
    </div>
  );
}

/** Whether a gate of the street's money stands open by a paper that somebody typed, and not by an approved project. */
const isTyped = (code: string, document: string | null, papers: readonly Paper[] = []) =>
  code === 'POOL_APPROVAL' &&
  document !== null &&
  papers.some((paper) => paper.kind === 'POOL_APPROVAL' && paper.isInForce && paper.document === document && !paper.projectId);

function NotInForce({ papers = [], why }: { papers: readonly Paper[] | undefined; why: string }) {
  if (papers.length === 0) return null;
  return (
    <p>
      {papers.map(({ document }) => document).join('、')}：{why}
    </p>
  );
}

/** A slip, or the giver's own word, takes a paper back until everybody has signed. */
function WithdrawPaper({ issue, plan, papers }: { issue: Issue; plan: Plan; papers: readonly Paper[] }) {
  const say = useWords();
  const homes = usePlanHomes(issue);
  if (papers.length === 0) return null;
  const nameOf = (payer: string) => plan.payers.find(({ code }) => code === payer)?.name ?? payer;
  const placeOf = ({ homeId, payer }: Paper) => homes.data?.find((one) => one.homeId === homeId)?.label ?? nameOf(payer);
  return (
    <Command
      operation="deliberation.cost-plan.withdraw-paper"
      refreshes={refreshedBy(issue)}
      title={say('撤回凭据', 'Take a paper back')}
      input={({ paperId, reason }: { paperId: string; reason: string }) => ({ id: plan.id, paperId, reason })}
    >
      <Form.Item
        name="paperId"
        label={say('哪一份', 'Which one')}
        rules={[{ required: true, message: say('请选择凭据', 'Choose the paper') }]}
      >
        <Select
          showSearch
          optionFilterProp="label"
          options={papers.map((paper) => ({
            value: paper.id,
            label: `${placeOf(paper)}：${labels.paperKind[paper.kind]}，${paper.document}`,
          }))}
        />
      </Form.Item>
      <Words name="reason" label={say('为什么撤回', 'Why')} rows={2} />
    </Command>
  );
}

interface Filed {
  choice: string;
  homeId?: string;
  document: string;
  amount?: string;
  budgetSource?: string;
  projectId?: string;
  files?: string[];
}

function FilePaper({
  issue,
  plan,
  choices,
  lacking,
}: {
  issue: Issue;
  plan: Plan;
  choices: { payer: Payer; kind: Paper['kind'] }[];
  /** Homes whose owners have not consented yet. */
  lacking: ReadonlySet<string>;
}) {
  const say = useWords();
  const kindOf = (choice: string) => choices[Number(choice)]!.kind;
  return (
    <Command
      operation="deliberation.cost-plan.file-paper"
      refreshes={refreshedBy(issue)}
      title={say('提交凭据', 'Lay a paper on the table')}
      initial={{ choice: '0' }}
      input={({ choice, homeId, document, amount, budgetSource, projectId, files = [] }: Filed, paperId) => ({
        ...{ id: plan.id, paperId, payer: choices[Number(choice)]!.payer.code, kind: kindOf(choice), document },
        ...(projectId && kindOf(choice) === 'POOL_APPROVAL' && { projectId }),
        ...(kindOf(choice) === 'OWNER_CONSENT' && { homeId: homeId! }),
        ...(amount && { amountFen: fenOf(amount)! }),
        ...(budgetSource && { budgetSource }),
        ...(files[0] && { documentId: files[0] }),
      })}
    >
      <OneOf
        name="choice"
        label={say('什么凭据', 'Which paper')}
        choices={choices.map(({ payer, kind }, index) => ({ value: `${index}`, label: `${payer.name}：${labels.paperKind[kind]}` }))}
      />
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) =>
          kindOf(getFieldValue('choice') as string) === 'OWNER_CONSENT' && <WhichHome issue={issue} lacking={lacking} />
        }
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) => kindOf(getFieldValue('choice') as string) === 'POOL_APPROVAL' && <WhichProject issue={issue} />}
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) => (
          <Words
            name="document"
            label={
              getFieldValue('projectId')
                ? say('文件名称与文号（以项目批复为准）', 'Title and number (the project’s counts)')
                : say('文件名称与文号', 'Title and number')
            }
            max={100}
          />
        )}
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) =>
          kindOf(getFieldValue('choice') as string) === 'OWNER_CONSENT' ? (
            <Files name="files" most={1} issueId={issue.id} label={say('业主本人签字的扫描件', 'Scan with the owner’s signature')} />
          ) : (
            <Files name="files" isOptional most={1} issueId={issue.id} label={say('扫描件（可不填）', 'Scan (optional)')} />
          )
        }
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) =>
          kindOf(getFieldValue('choice') as string) === 'POOL_APPROVAL' &&
          !getFieldValue('projectId') && (
            <>
              <Yuan name="amount" label={say('批准金额', 'Amount')} />
              <Words name="budgetSource" label={say('资金来源', 'From which budget')} max={100} />
            </>
          )
        }
      </Form.Item>
    </Command>
  );
}

/** The approved project of the community whose money it is: its document, source and amount are taken over. None: special money from outside the pool, typed. */
function WhichProject({ issue }: { issue: Issue }) {
  const say = useWords();
  const projects = useQuery({
    queryKey: ['issue', issue.id, 'projects'],
    queryFn: ({ signal }) => call('deliberation.project.list', { communityId: issue.communityId }, { signal }),
  });
  const approved = (projects.data?.projects ?? []).filter(
    ({ state, approval }) => approval !== null && (state === 'APPROVED' || state === 'UNDER_WAY' || state === 'DONE'),
  );
  return (
    <Form.Item
      name="projectId"
      label={say('民生项目池中的项目（项目池以外的专项资金不选）', 'Project of the pool (none for money outside it)')}
    >
      <Select
        allowClear
        notFoundContent={say('本社区没有已批复的项目', 'No approved project of the community')}
        options={approved.map(({ id, title, approval }) => ({
          value: id,
          label: `${title}（${approval!.document}，${yuanText(approval!.amountFen)}）`,
        }))}
      />
    </Form.Item>
  );
}

/** Whose owner has consented: of the homes that still lack it, so that nobody files one twice. */
function WhichHome({ issue, lacking }: { issue: Issue; lacking: ReadonlySet<string> }) {
  const say = useWords();
  const homes = usePlanHomes(issue);
  return (
    <Answered query={homes}>
      {(named) => (
        <Form.Item
          name="homeId"
          label={say(`哪一户（还有 ${lacking.size} 户未同意）`, `Whose home (${lacking.size} to come)`)}
          rules={[{ required: true, message: say('请选择哪一户', 'Choose the home') }]}
        >
          <Select
            showSearch
            optionFilterProp="label"
            options={named.filter(({ code }) => lacking.has(code)).map(({ homeId, label }) => ({ value: homeId, label }))}
          />
        </Form.Item>
      )}
    </Answered>
  );
}
