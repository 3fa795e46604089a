import { Link } from '@tanstack/react-router';
import { Alert, Button, Checkbox, Descriptions, Form, Input } from 'antd';
import type { Input as Sent, Output } from '@wufang/api-client';
import { useId, useState } from 'react';
import { Command } from '../../components/command.js';
import { DocumentButton } from '../../components/document-button.js';
import { Area, choicesOf, Figure, OneOf, Words, Yuan } from '../../components/fields.js';
import { Mark } from '../../components/mark.js';
import { OwnShares } from '../../components/own-shares.js';
import { Part } from '../../components/part.js';
import { Answered } from '../../components/states.js';
import { clockText, fenOf, fullText, untilText, yuanText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useNow } from '../../lib/now.js';
import { useWords } from '../../lib/words.js';
import { FileLinks, Files } from './files.js';
import { refreshedBy, useParts, useRead, type Issue, type SeatKind } from './api.js';

type Use = Output<'deliberation.emergency.list'>['uses'][number];
type Filed = Sent<'deliberation.emergency.file'>;

/** States in which an emergency use may still take the place of a vote. */
const early: readonly Issue['state'][] = ['SCREENED', 'CONVENED', 'ROUND_OPEN', 'ROUND_CLOSED', 'PLANNING', 'COST_DRAFT', 'AGREED'];
/** States in which another collapse may need a use of its own. */
const further: readonly Issue['state'][] = ['EMERGENCY_GO', 'PUBLICITY', 'OBJECTION', 'SIGNING', 'EXECUTING', 'CHANGE', 'ACCEPTANCE'];

/** Emergency use of the maintenance fund (应急使用维修资金): applied for with evidence, told to every owner, confirmed by street and body, posted with the shares. It is no vote. */
export function EmergencyPart({ issue }: { issue: Issue }) {
  const say = useWords();
  const { own } = useParts(issue);
  const uses = useRead('deliberation.emergency.list', issue.id, { issueId: issue.id });
  const mayFile = own.length > 0 && issue.decisionClasses.includes('EMERGENCY') && [...early, ...further].includes(issue.state);
  if (!uses.isError && (uses.data?.uses.length ?? 0) === 0 && !mayFile) return null;
  return (
    <Part id="emergency" title={say('应急使用维修资金', 'Emergency use of the fund')}>
      <div className="stack">
        <Answered
          query={uses}
          isEmpty={(found) => found.uses.length === 0}
          empty={say('还没有申请；符合六种情形或旧电梯的，可以不经业主表决申请使用', 'Nobody has applied yet')}
        >
          {(found) => found.uses.map((use) => <OneUse key={use.id} issue={issue} use={use} />)}
        </Answered>
        {mayFile && <Apply issue={issue} />}
      </div>
    </Part>
  );
}

interface Applied {
  case: Filed['case'];
  custodian: Filed['custodian'];
  estimate: string;
  documents: string;
  fileIds: string[];
  loose?: string;
  side?: string;
  fireDemand?: string;
  years?: string;
  isOldStandard?: boolean;
  failedKeyItems?: string;
  reason?: string;
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What shows that it is one of the cases, as the form holds it. */
function evidenceOf(said: Applied): Filed['evidence'] {
  return {
    documents: linesOf(said.documents),
    fileIds: said.fileIds,
    ...(said.case === 'FACADE_FALLING' && {
      facade: { looseHundredths: Number(fenOf(said.loose ?? '')), sideHundredths: Number(fenOf(said.side ?? '')) },
    }),
    ...(said.case === 'FIRE_SYSTEM' && { fireDemand: said.fireDemand! }),
    ...(said.case === 'OLD_LIFT' && {
      lift: {
        ...(said.years && { years: Number(said.years) }),
        isOldStandard: said.isOldStandard ?? false,
        ...(said.failedKeyItems && { failedKeyItems: Number(said.failedKeyItems) }),
      },
    }),
  };
}

function Apply({ issue }: { issue: Issue }) {
  const say = useWords();
  return (
    <Command
      operation="deliberation.emergency.file"
      refreshes={refreshedBy(issue)}
      title={say('申请应急使用', 'Apply')}
      isPrimary={issue.state === 'AGREED'}
      note={say(
        '市资金中心保管的由物业申请，已划转业主大会的由业主组织申请（不履职的由物业），产权单位保管的由产权单位申请；没有物业的由社区、街道组织。代为申请的写明理由。',
        'Who may apply depends on who keeps the money; firm or owners’ body in another’s place say why; community and street only where there is no firm.',
      )}
      initial={{ case: 'ROOF_LEAK', custodian: 'CITY_FUND_CENTRE' } as Partial<Applied>}
      input={(said: Applied, id) => ({
        ...{ id, issueId: issue.id, case: said.case, custodian: said.custodian, estimateFen: fenOf(said.estimate)! },
        evidence: evidenceOf(said),
        ...(said.reason && { reason: said.reason }),
      })}
    >
      <OneOf name="case" label={say('哪种情形', 'Which case')} choices={choicesOf(labels.emergencyCase)} />
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) => <CaseFields what={getFieldValue('case') as Filed['case']} />}
      </Form.Item>
      <OneOf name="custodian" label={say('维修资金由谁保管', 'Who keeps the money')} choices={choicesOf(labels.fundCustodian)} />
      <Yuan name="estimate" label={say('预计金额', 'Estimate')} />
      <Words name="documents" rows={3} label={say('证明材料说明（现场照片、检测报告等，每行一项）', 'Evidence, one a line')} />
      <Files name="fileIds" issueId={issue.id} most={20} label={say('照片和报告（至少一件）', 'Photos and reports (at least one)')} />
      <Words
        name="reason"
        isOptional
        rows={2}
        label={say('由本方代为申请的理由（应由他方申请时填）', 'Why you apply in another’s place (if so)')}
      />
    </Command>
  );
}

/** What some cases ask for beyond a photo or a report. */
function CaseFields({ what }: { what: Filed['case'] }) {
  const say = useWords();
  if (what === 'FACADE_FALLING')
    return (
      <div className="pair">
        <Area name="loose" label={say('有脱落危险的面积（须达到该侧五分之一）', 'Loose area (at least a fifth of the side)')} />
        <Area name="side" label={say('该侧外立面面积', 'Area of that side')} />
      </div>
    );
  if (what === 'FIRE_SYSTEM')
    return <Words name="fireDemand" label={say('消防部门要求维修的文书', 'The fire authority’s demand')} max={200} />;
  if (what === 'OLD_LIFT')
    return (
      <>
        <Figure name="years" isOptional max={100} label={say('已使用年数', 'Years in use')} />
        <Form.Item name="isOldStandard" valuePropName="checked">
          <Checkbox>{say('按 GB 7588—1995 或更早标准制造', 'Made by GB 7588—1995 or older')}</Checkbox>
        </Form.Item>
        <Figure name="failedKeyItems" isOptional max={100} label={say('检验不合格的重点项数', 'Key items that failed')} />
      </>
    );
  return null;
}

/** Who confirms beside the street: the owners' body, if it binds; where there is none the firm, where there is neither the community. */
function confirmersOf({ seats }: Issue): SeatKind[] {
  const binds = (kind: SeatKind) => seats.some((seat) => seat.kind === kind && seat.state !== 'VACANT' && seat.isBinding);
  return ['STREET', (['OWNERS_BODY', 'FIRM'] as const).find(binds) ?? 'COMMUNITY'];
}

/** Who may say that the money has come: who applied, or who keeps it and sits at the table. */
const knowsOfMoney = ({ applicant, custodian }: Use): SeatKind[] => [
  applicant,
  ...(custodian === 'OWNERS_ASSEMBLY' ? (['OWNERS_BODY'] as const) : []),
  ...(custodian === 'PROPERTY_RIGHTS_UNIT' ? (['RIGHTS_UNIT'] as const) : []),
];

function OneUse({ issue, use }: { issue: Issue; use: Use }) {
  const say = useWords();
  const now = useNow(30_000);
  const { own } = useParts(issue);
  const confirmers = confirmersOf(issue);
  const open = confirmers.filter((kind) => !use.confirmedBy.some(({ seat }) => seat === kind));
  const refreshes = refreshedBy(issue);
  const isAwaited = use.state !== 'REFUSED' && use.state !== 'POSTED' && use.arrivedAt === null;
  return (
    <section aria-label={labels.emergencyCase[use.case]} className="stack">
      <div>
        <b>{labels.emergencyCase[use.case]}</b>{' '}
        <Mark tone={use.state === 'REFUSED' ? 'bad' : 'plain'}>{labels.emergencyState[use.state]}</Mark>
        {isAwaited &&
          say(
            ` 目标 ${clockText(use.aimAt)} 到账（${untilText(use.aimAt, now)}）`,
            ` aim: money by ${clockText(use.aimAt)} (${untilText(use.aimAt, now)})`,
          )}
      </div>
      <Alert type="info" message={use.notAVote} />
      {use.refusedReason && (
        <Alert type="warning" message={`${say('街道不同意按应急使用', 'The street does not agree')}：${use.refusedReason}`} />
      )}
      <Descriptions
        size="small"
        column={{ xs: 1, md: 2 }}
        items={[
          {
            key: 'who',
            label: say('申请人', 'Applicant'),
            children: `${labels.seatKind[use.applicant]}${use.applicantReason === null ? '' : `（${use.applicantReason}）`}`,
          },
          { key: 'fund', label: say('资金保管', 'Kept by'), children: labels.fundCustodian[use.custodian] },
          { key: 'estimate', label: say('预计金额', 'Estimate'), children: yuanText(use.estimateFen) },
          ...(use.usedFen === null ? [] : [{ key: 'used', label: say('实用金额', 'Used'), children: yuanText(use.usedFen) }]),
          ...(use.contractor === null ? [] : [{ key: 'contractor', label: say('施工单位', 'Contractor'), children: use.contractor }]),
          ...(use.homes === null
            ? []
            : [{ key: 'homes', label: say('分摊', 'Shared by'), children: say(`${use.homes} 户`, `${use.homes} homes`) }]),
          ...sumsOf(use).map(([key, zh, en, amount]) => ({ key, label: say(zh, en), children: yuanText(amount) })),
          ...(use.sharedBy === null ? [] : [{ key: 'by', label: say('按什么分摊', 'Shared by the rule'), children: use.sharedBy }]),
          ...(use.arrivedAt === null
            ? []
            : [{ key: 'came', label: say('资金到账', 'Money came'), children: `${fullText(use.arrivedAt)} · ${use.arrivalDocument}` }]),
        ]}
      />
      <div>
        {say('证明材料', 'Evidence')}：{use.evidence.documents.join('；')}{' '}
        <FileLinks issueId={issue.id} ids={use.evidence.fileIds ?? []} what={say('附件', 'File')} />
      </div>
      <ul className="plain">
        <Step isDone={use.noticedAt !== null} what={say('向业主显著告知', 'Owners told prominently')}>
          {use.noticedAt && `${fullText(use.noticedAt)} · ${use.noticedWhere}`}
        </Step>
        {confirmers.map((kind) => {
          const at = use.confirmedBy.find(({ seat }) => seat === kind)?.at ?? null;
          return (
            <Step key={kind} isDone={at !== null} what={say(`${labels.seatKind[kind]}确认`, `${labels.seatKind[kind]} confirms`)}>
              {at && fullText(at)}
            </Step>
          );
        })}
        <Step isDone={use.postedAt !== null} what={say('公布使用情况与各户分摊', 'Use and shares posted')}>
          {use.postedAt && `${fullText(use.postedAt)} · ${use.postedWhere}`}
        </Step>
      </ul>
      <details>
        <summary>{say('告知文字', 'The notice')}</summary>
        {use.notice.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </details>
      <div className="acts">
        {(use.state === 'FILED' || use.state === 'NOTICED') && own.length > 0 && (
          <Command
            operation="deliberation.emergency.notice"
            refreshes={refreshes}
            title={use.state === 'FILED' ? say('登记已显著告知', 'Record the notice') : say('更改告知地点', 'Another place of the notice')}
            isPrimary={use.state === 'FILED'}
            input={({ where }: { where: string }) => ({ id: use.id, where })}
          >
            <Words name="where" label={say('张贴在哪里（各单元门口、公告栏等）', 'Where it hangs')} max={200} />
          </Command>
        )}
        {use.state === 'NOTICED' && open.some((kind) => own.includes(kind)) && (
          <Command
            operation="deliberation.emergency.confirm"
            refreshes={refreshes}
            title={say('本方确认应急使用', 'Confirm')}
            isPrimary
            note={say('各方都确认后不再表决，进入应急办理。', 'Once both have confirmed it goes on without a vote.')}
            input={() => ({ id: use.id })}
          />
        )}
        {(use.state === 'FILED' || use.state === 'NOTICED') && own.includes('STREET') && (
          <Command
            operation="deliberation.emergency.refuse"
            refreshes={refreshes}
            title={say('不同意按应急使用', 'Refuse')}
            note={say('此后须由业主表决决定是否使用维修资金。', 'The owners have to be asked then.')}
            input={({ reason }: { reason: string }) => ({ id: use.id, reason })}
          >
            <Words name="reason" min={5} rows={2} label={say('理由', 'Reason')} />
          </Command>
        )}
        {use.state === 'CONFIRMED' && use.arrivedAt === null && knowsOfMoney(use).some((kind) => own.includes(kind)) && (
          <Command
            operation="deliberation.emergency.money-arrived"
            refreshes={refreshes}
            title={say('登记资金到账', 'The money has come')}
            input={({ document }: { document: string }) => ({ id: use.id, document })}
          >
            <Words name="document" max={200} label={say('到账凭证号', 'Number of the receipt')} />
          </Command>
        )}
        {use.state === 'CONFIRMED' && own.includes(use.applicant) && (
          <Command
            operation="deliberation.emergency.post-use"
            refreshes={refreshes}
            title={say('公布使用情况与分摊', 'Post use and shares')}
            isPrimary
            note={say(
              `系统逐级算出每户分摊，合计分毫不差；不超过告知业主的 ${yuanText(use.estimateFen)}。`,
              `The share of each home is counted to the fen; no more than the ${yuanText(use.estimateFen)} owners were told.`,
            )}
            input={({ used, contractor, where }: Posting) => ({ ...{ id: use.id, usedFen: fenOf(used)!, contractor, where } })}
          >
            <PostingFields />
          </Command>
        )}
        {use.state === 'POSTED' && own.includes(use.applicant) && (
          <Command
            operation="deliberation.emergency.correct-use"
            refreshes={refreshes}
            title={say('更正公布', 'Correct what was posted')}
            note={say('重新分摊并再次告知业主，原来的份额留存。', 'Shared anew and told again; the shares of before are kept.')}
            initial={{ contractor: use.contractor ?? '', where: use.postedWhere ?? '' } as Partial<Posting & { reason: string }>}
            input={({ used, contractor, where, reason }: Posting & { reason: string }) => ({
              ...{ id: use.id, usedFen: fenOf(used)!, contractor, where, reason },
            })}
          >
            <PostingFields />
            <Words name="reason" min={5} rows={2} label={say('更正的理由', 'Why')} />
          </Command>
        )}
        <Link to="/emergency-uses/$id" params={{ id: use.id }} className="no-print">
          {say('业主看到的页面', 'As an owner sees it')}
        </Link>
        <ContactedDocument
          title={say('打印告知书', 'Print the notice')}
          prints={(contact) => (
            <DocumentButton
              name="deliberation.emergency.print-notice"
              input={{ id: use.id, contact }}
              label={say('应急维修告知书', 'Notice')}
            />
          )}
        />
        {use.state === 'POSTED' && (
          <ContactedDocument
            title={say('打印使用公示', 'Print use and shares')}
            prints={(contact) => (
              <>
                <DocumentButton
                  name="deliberation.emergency.print-use"
                  input={{ id: use.id, contact }}
                  label={say('张贴的公示', 'For the board')}
                />
                <DocumentButton
                  name="deliberation.emergency.print-use"
                  input={{ id: use.id, contact, of: 'HOMES' }}
                  label={say('各户分摊说明', 'A page a home')}
                />
              </>
            )}
          />
        )}
        <DocumentButton
          name="deliberation.emergency.print-evidence"
          input={{ id: use.id }}
          label={say('证明材料核对表', 'Evidence sheet')}
        />
      </div>
      {use.state === 'POSTED' && <Questions issue={issue} use={use} isApplicant={own.includes(use.applicant)} />}
      <OwnShares use={use} />
    </section>
  );
}

function Step({ isDone, what, children }: { isDone: boolean; what: string; children: React.ReactNode }) {
  const say = useWords();
  return (
    <li>
      <Mark tone={isDone ? 'good' : 'plain'}>{isDone ? say('已办', 'done') : say('尚未', 'not yet')}</Mark>
      {what} {children}
    </li>
  );
}

/** What owners have asked about their shares; who applied answers in five working days. */
function Questions({ issue, use, isApplicant }: { issue: Issue; use: Use; isApplicant: boolean }) {
  const say = useWords();
  const now = useNow(60_000);
  const asked = useRead('deliberation.emergency.questions', issue.id, { id: use.id });
  return (
    <Answered
      query={asked}
      isEmpty={({ questions }) => questions.length === 0}
      empty={say('还没有业主对分摊提出疑问', 'No owner has asked about a share')}
    >
      {({ questions }) => (
        <ul className="plain">
          {questions.map(({ id, state, question, answer, answerDueAt }) => (
            <li key={id}>
              <Mark tone={state === 'ANSWERED' ? 'good' : 'bad'}>{labels.shareQuestionState[state]}</Mark>
              {question}
              {answer === null ? (
                <div>
                  {say(
                    `${clockText(answerDueAt)} 前答复（${untilText(answerDueAt, now)}）`,
                    `by ${clockText(answerDueAt)} (${untilText(answerDueAt, now)})`,
                  )}
                  {isApplicant && (
                    <Command
                      operation="deliberation.emergency.answer-share"
                      refreshes={refreshedBy(issue)}
                      title={say('答复', 'Answer')}
                      input={({ answer: said }: { answer: string }) => ({ id: use.id, questionId: id, answer: said })}
                    >
                      <Words name="answer" min={5} rows={3} label={say('答复', 'Answer')} />
                    </Command>
                  )}
                </div>
              ) : (
                <div>
                  {say('答复', 'Answer')}：{answer}
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
    </Answered>
  );
}

interface Posting {
  used: string;
  contractor: string;
  where: string;
}

function PostingFields() {
  const say = useWords();
  return (
    <>
      <Yuan name="used" label={say('实际使用金额', 'Used')} />
      <Words name="contractor" max={200} label={say('施工单位', 'Contractor')} />
      <Words name="where" max={200} label={say('张贴地点', 'Where it hangs')} />
    </>
  );
}

/** What owners, units that sold homes and units with unsold homes bear together, as far as there is anything. */
function sumsOf({ ownersFen, sellingUnitsFen, unsoldFen }: Use) {
  const sums = [
    ['owners', '业主承担', 'Owners', ownersFen],
    ['sellers', '售房单位承担', 'Units that sold homes', sellingUnitsFen],
    ['unsold', '未售房屋由产权单位承担', 'Unsold homes, by their units', unsoldFen],
  ] as const;
  return sums.flatMap(([key, zh, en, amount]) => (amount === null || amount === '0' ? [] : [[key, zh, en, amount] as const]));
}

/** What hangs on the board; whom to call is asked for each time and kept nowhere. */
function ContactedDocument({ title, prints }: { title: string; prints: (contact: string) => React.ReactNode }) {
  const say = useWords();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [contact, setContact] = useState('');
  if (!isOpen)
    return (
      <Button className="no-print" onClick={() => setOpen(true)}>
        {title}
      </Button>
    );
  return (
    <div className="no-print act-open" role="group" aria-label={title}>
      <div>
        <label htmlFor={id}>{say('联系方式（只印在纸上，不留存）', 'Contact (printed, not kept)')}</label>
        <Input id={id} value={contact} maxLength={200} onChange={({ target }) => setContact(target.value)} />
      </div>
      <div className="form-buttons">
        {prints(contact.trim())}
        <Button onClick={() => setOpen(false)}>{say('收起', 'Close')}</Button>
      </div>
    </div>
  );
}
